import type { DocumentCite } from "../../domain/ateliers";
import type { FaitCite, IndicateurCite } from "../../domain/documents-terrain";
import { placeText } from "../../textes/ateliers";
import { indicateurText, TERRAIN } from "../../textes/terrain";
import { Glose } from "../controls/Glose";
import s from "./Terrain.module.css";

/** Facts in our words, each with its lines. */
export function Faits({ faits }: { readonly faits: readonly FaitCite[] }) {
  return (
    <ul className={s["faits"]}>
      {faits.map(({ texte, lignes }) => (
        <li key={texte}>
          <Glose texte={texte} /> <small>{placeText(lignes)}</small>
        </li>
      ))}
    </ul>
  );
}

/** Figures as a document gives them. */
export function Indicateurs({ indicateurs }: { readonly indicateurs: readonly IndicateurCite[] }) {
  return (
    <dl className={s["indicateurs"]}>
      {indicateurs.map((un) => (
        <div key={un.id}>
          <dt>
            <Glose texte={un.libelle} />
          </dt>
          <dd>
            {indicateurText(un)} <small>{[un.date, placeText(un.lignes)].filter(Boolean).join(", ")}</small>
          </dd>
          {un.note !== undefined && <dd className={s["note"]}>{un.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** What must be known of a document as a whole, and which it is. */
export function Notes({ document }: { readonly document: DocumentCite }) {
  return (
    <div className={s["notes"]}>
      <h3>{TERRAIN.aSavoir}</h3>
      <ul>
        {document.notes.map((note) => (
          <li key={note}>
            <Glose texte={note} />
          </li>
        ))}
      </ul>
      <p className={s["note"]}>{TERRAIN.source(document.titre, document.auteur)}</p>
    </div>
  );
}
