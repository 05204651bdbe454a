import type { Issue } from "../../domain/issue";
import { issueText } from "../../textes/issues";
import { insecable } from "../../textes/typographie";
import { Icone, type NomIcone } from "../controls/Icone";
import s from "./Problemes.module.css";

const ICONE: Record<Issue["severity"], NomIcone> = { erreur: "alerte", avertissement: "alerte", information: "info" };

/** What went wrong or must be known, in French, beside what it touches. */
export function Problemes({ issues }: { readonly issues: readonly Issue[] }) {
  const textes = new Map(issues.map((un) => [issueText(un), un.severity]));
  if (textes.size === 0) return null;
  return (
    <ul className={s["liste"]}>
      {[...textes].map(([texte, gravite]) => (
        <li key={texte} className={`${s["ligne"]} ${s[gravite]}`}>
          <Icone nom={ICONE[gravite]} taille={18} />
          <span>{insecable(texte)}</span>
        </li>
      ))}
    </ul>
  );
}
