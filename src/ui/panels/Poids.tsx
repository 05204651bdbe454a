import { useRef } from "react";
import type { Params } from "../../analyses/analysis";
import { QUOI } from "../../textes/interface";
import { formatNumber } from "../../textes/format";
import { Curseur } from "../controls/Champs";
import { type ChampPoids, poidsDe } from "./poids-de";
import { redistribuer } from "./redistribuer";
import s from "./FormulaireParams.module.css";

interface PoidsProps {
  /** The weights of one set, in order. */
  readonly champs: readonly ChampPoids[];
  readonly valeurs: Params;
  readonly changer: (patch: Params) => void;
}

/**
 * Weights that sum to 100: moving one moves the others in proportion, and makes them the user's own. The proportions are
 * those of the moment the slider was taken: going all the way to 100 and back loses nothing.
 */
export function Poids({ champs, valeurs, changer }: PoidsProps) {
  const depart = useRef<Readonly<Record<string, number>> | null>(null);
  const jeu = champs[0]?.jeu;
  if (jeu === undefined) return null;
  const poids = poidsDe(champs, valeurs);
  const prendre = (): void => {
    depart.current = poids;
  };
  return (
    <fieldset>
      <legend className={s["libelle"]}>{QUOI.poids}</legend>
      {champs.map(({ name, label, help }) => (
        <Curseur
          key={name}
          libelle={label}
          aide={help}
          valeur={poids[name] ?? 0}
          texte={`${formatNumber(poids[name] ?? 0, Number.isInteger(poids[name]) ? 0 : 1)} %`}
          min={0}
          max={100}
          pas={1}
          prendre={prendre}
          changer={(valeur) => changer({ ...redistribuer(depart.current ?? poids, name, valeur), [jeu.prereglage]: jeu.libre })}
        />
      ))}
    </fieldset>
  );
}
