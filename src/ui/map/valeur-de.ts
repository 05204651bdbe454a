import type { ScaledView } from "../../carto/marks/mark";
import { viewValues } from "../../carto/resolve-scale";
import { formatQuantity } from "../../textes/format";

/** What a view says of a row of its table, in words; null where there is nothing. */
export function valeurDe({ view, scale }: ScaledView, row: number): string | null {
  const valeur = viewValues(view)[row] ?? null;
  if (typeof valeur === "number") return formatQuantity(valeur, view.unit, view.digits);
  if (scale.kind !== "categories") return valeur;
  return scale.categories.find((categorie) => categorie.value === valeur)?.label ?? null;
}
