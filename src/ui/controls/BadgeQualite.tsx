import type { Quality } from "../../domain/provenance";
import { QUALITE_AIDE } from "../../textes/interface";
import { QUALITE_COURTE } from "../../textes/legende";
import s from "./BadgeQualite.module.css";

/** officiel / dérivé / illustratif: outline, dashes or hatching, never colour alone. */
export function BadgeQualite({ qualite }: { readonly qualite: Quality }) {
  return (
    <span className={`${s["badge"]} ${s[qualite]}`} title={QUALITE_AIDE[qualite]}>
      {QUALITE_COURTE[qualite]}
    </span>
  );
}
