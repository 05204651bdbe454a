import { communeDe, mailleSous } from "../../carto/maille-sous";
import type { ScaledView } from "../../carto/marks/mark";
import { numberValues } from "../../domain/table";
import type { LngLat } from "../../domain/units";
import { formatQuantity } from "../../textes/format";
import { habitantsDeMaille, MAILLE_SANS_NOM } from "../../textes/mailles";
import type { Description } from "./use-curseur";
import { valeurDe } from "./valeur-de";

/** What is said of the cell that covers a place: its commune, its figure, its inhabitants; null where there is none. */
export function lireMaille(vue: ScaledView, place: LngLat): Description | null {
  const { view } = vue;
  const row = mailleSous(view, place);
  if (row === null) return null;
  return {
    nom: communeDe(view, row) ?? MAILLE_SANS_NOM,
    valeur: valeurDe(vue, row) ?? formatQuantity(null, view.unit, view.digits),
    precision: habitantsDeMaille(numberValues(view.table, "habitants")[row] ?? 0),
    qualite: view.quality,
  };
}
