import s from "./Terrain.module.css";

/** A length beside its number: the number says it, the bar lets one compare. */
export function Barre({ valeur, max }: { readonly valeur: number; readonly max: number }) {
  return (
    <svg className={s["barre"]} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={s["fond"]} width="100" height="10" />
      <rect className={s["plein"]} width={max > 0 ? (100 * valeur) / max : 0} height="10" />
    </svg>
  );
}
