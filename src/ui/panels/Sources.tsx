import type { Provenance } from "../../domain/provenance";
import { formatVintage } from "../../textes/legende";
import { BadgeQualite } from "../controls/BadgeQualite";
import { Glose } from "../controls/Glose";
import s from "./Sources.module.css";

/** Who made each figure, when, under which licence, and how sure it is. */
export function Sources({ sources }: { readonly sources: readonly Provenance[] }) {
  return (
    <ul className={s["liste"]}>
      {sources.map((source) => (
        <li key={source.resource}>
          <span>{source.title}</span>
          <BadgeQualite qualite={source.quality} />
          <span className={s["detail"]}>
            <Glose texte={`${source.publisher}, ${formatVintage(source.vintage)} · ${source.licence}`} />
            {source.note && (
              <>
                <br />
                {source.note}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
