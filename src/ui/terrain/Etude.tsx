import { ETUDE, TERRAIN } from "../../textes/terrain";
import { useCommandes } from "../app/context";
import { Faits, Indicateurs, Notes } from "./Faits";
import s from "./Terrain.module.css";
import { useLu } from "./use-lu";

/** The Pyrénées-Méditerranée study: its method, what it found, levers tried elsewhere. */
export function Etude() {
  const { documents } = useCommandes();
  const lus = useLu(documents);
  if (lus === "attente") return <p role="status">{TERRAIN.chargement}</p>;
  if (lus === null) return <p>{TERRAIN.echec}</p>;
  const { document, methode, constats, leviers, preconisations, indicateurs } = lus.etude;
  return (
    <>
      <h2 className={s["section"]}>{ETUDE.methode}</h2>
      <Faits faits={methode} />
      <h2 className={s["section"]}>{ETUDE.leviers}</h2>
      <ul className={s["ateliers"]}>
        {leviers.map((levier) => (
          <li key={levier.id}>
            <article className={s["carte"]}>
              <h3>{levier.intitule}</h3>
              <p className={s["note"]}>{ETUDE.exemple(levier)}</p>
              <Faits faits={levier.faits} />
              {levier.note !== undefined && <p className={s["note"]}>{levier.note}</p>}
            </article>
          </li>
        ))}
      </ul>
      <h2 className={s["section"]}>{ETUDE.preconisations}</h2>
      <ul className={s["ateliers"]}>
        {preconisations.map(({ id, intitule, faits }) => (
          <li key={id}>
            <article className={s["carte"]}>
              <h3>{intitule}</h3>
              <Faits faits={faits} />
            </article>
          </li>
        ))}
      </ul>
      <h2 className={s["section"]}>{ETUDE.constats}</h2>
      <Faits faits={constats} />
      <h2 className={s["section"]}>{ETUDE.chiffres}</h2>
      <Indicateurs indicateurs={indicateurs} />
      <Notes document={document} />
    </>
  );
}
