import { ID_PRESENT } from "../../domain/changements";
import { etatsDe } from "../../project/etats";
import { SCENARIOS } from "../../textes/scenarios";
import { useEtat } from "../app/context";
import { Case } from "../controls/Champs";
import s from "./Scenarios.module.css";

interface ChoixEtatsProps {
  readonly libelle: string;
  /** Ids; fewer than two mean the first ones. */
  readonly choisis: readonly string[];
  readonly max: number;
  readonly changer: (ids: readonly string[]) => void;
}

/** Which states of the document are compared: two at least, `max` at most, in the order of the list. */
export function ChoixEtats({ libelle, choisis, max, changer }: ChoixEtatsProps) {
  const document = useEtat((etat) => etat.document.courant);
  const etats = etatsDe(document);
  const connus = etats.filter(({ id }) => choisis.includes(id));
  const coches = new Set((connus.length < 2 ? etats.slice(0, max) : connus).map(({ id }) => id));
  if (etats.length < 2) return <p className={s["note"]}>{SCENARIOS.rienAComparer}</p>;
  const basculer = (id: string, coche: boolean): void => changer(etats.map((etat) => etat.id).filter((one) => (one === id ? coche : coches.has(one))));
  return (
    <fieldset>
      <legend className={s["legende"]}>{libelle}</legend>
      {etats.map(({ id, nom }) => {
        const coche = coches.has(id);
        return (
          <Case key={id} cochee={coche} inactive={coche ? coches.size <= 2 : coches.size >= max} changer={(oui) => basculer(id, oui)}>
            {id === ID_PRESENT ? SCENARIOS.present : nom}
          </Case>
        );
      })}
      <p className={s["note"]}>{SCENARIOS.etatsAide}</p>
    </fieldset>
  );
}
