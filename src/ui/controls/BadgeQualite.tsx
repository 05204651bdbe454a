import type { Quality } from "../../domain/provenance";
import { QUALITE } from "../../textes/interface";
import s from "./BadgeQualite.module.css";

/** officiel / dérivé / illustratif: outline, dashes or hatching, never colour alone. */
export function BadgeQualite({ qualite }: { readonly qualite: Quality }) {
  const { nom, aide } = QUALITE[qualite];
  return (
    <span className={`${s["badge"]} ${s[qualite]}`} title={aide}>
      {nom}
    </span>
  );
}
