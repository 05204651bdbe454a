import type { Field, Params } from "../../analyses/analysis";
import { QUOI } from "../../textes/interface";
import { formatNumber } from "../../textes/format";
import { Curseur } from "../controls/Champs";
import { redistribuer } from "./redistribuer";
import s from "./FormulaireParams.module.css";

type ChampPoids = Extract<Field, { readonly kind: "poids" }>;

interface PoidsProps {
  /** The weights of one set, in order. */
  readonly champs: readonly ChampPoids[];
  readonly valeurs: Params;
  readonly changer: (patch: Params) => void;
}

/** Weights that sum to 100: moving one moves the others in proportion, and makes them the user's own. */
export function Poids({ champs, valeurs, changer }: PoidsProps) {
  const jeu = champs[0]?.jeu;
  if (jeu === undefined) return null;
  const regle = jeu.reglages[String(valeurs[jeu.prereglage])];
  const poids = Object.fromEntries(champs.map(({ name }) => [name, Number((regle ?? valeurs)[name] ?? 0)]));
  return (
    <fieldset>
      <legend className={s["libelle"]}>{QUOI.poids}</legend>
      {champs.map(({ name, label, help }) => (
        <Curseur
          key={name}
          libelle={label}
          aide={help}
          valeur={poids[name] ?? 0}
          texte={`${formatNumber(poids[name] ?? 0)} %`}
          min={0}
          max={100}
          pas={1}
          changer={(valeur) => changer({ ...redistribuer(poids, name, valeur), [jeu.prereglage]: jeu.libre })}
        />
      ))}
    </fieldset>
  );
}
