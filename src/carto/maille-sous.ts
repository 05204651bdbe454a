import { findColumn, numberValues } from "../domain/table";
import type { LngLat } from "../domain/units";
import { lambert93 } from "../geo/lambert-grid";
import type { CellulesQuadrillage, Geometry, View } from "./view";

type Cadre = "ouest" | "sud" | "cote" | "largeur" | "hauteur";

/** The rows of a view by place: rows of `largeur` cells from the south-west corner (Lambert-93 metres), sides in metres. */
interface Grille extends Pick<CellulesQuadrillage, Cadre> {
  /** Row of the table in each cell, plus one; 0 where there is none. */
  readonly lignes: Int32Array;
}

/** A view has the same cells as long as it has the same geometry, whatever its figures. */
const connues = new WeakMap<Geometry, Grille>();

/** Cells too many to be shapes lie on a grid already. */
function surGrille({ ouest, sud, cote, largeur, hauteur, place }: Pick<CellulesQuadrillage, Cadre | "place">): Grille {
  const lignes = new Int32Array(largeur * hauteur);
  place.forEach((cell, row) => (lignes[cell] = row + 1));
  return { ouest, sud, cote, largeur, hauteur, lignes };
}

/** Shapes are put on one, from their centres: corners stand on multiples of the side. */
function sousFormes(view: View, cote: number): Grille {
  const [lon, lat] = [numberValues(view.table, "lon"), numberValues(view.table, "lat")];
  const [est, nord] = [new Int32Array(lon.length), new Int32Array(lon.length)];
  let [ouest, sud, largeur, hauteur] = [Infinity, Infinity, 0, 0];
  for (let row = 0; row < lon.length; row += 1) {
    const [x, y] = lambert93(lon[row]!, lat[row]!);
    [est[row], nord[row]] = [Math.floor(x / cote), Math.floor(y / cote)];
    [ouest, sud] = [Math.min(ouest, est[row]!), Math.min(sud, nord[row]!)];
  }
  for (let row = 0; row < lon.length; row += 1) [largeur, hauteur] = [Math.max(largeur, est[row]! - ouest + 1), Math.max(hauteur, nord[row]! - sud + 1)];
  const place = Int32Array.from(est, (x, row) => (nord[row]! - sud) * largeur + x - ouest);
  return surGrille({ ouest: ouest * cote, sud: sud * cote, cote, largeur, hauteur, place });
}

/**
 * The cell that covers a place: row of the view's table, found by arithmetic; null where there is none, and for a view of
 * something else.
 *
 * @param place degrees (EPSG:4326)
 */
export function mailleSous(view: View, [lon, lat]: LngLat): number | null {
  const { geometry } = view;
  if (geometry.kind !== "mailles" && geometry.kind !== "quadrillage") return null;
  const grille = connues.get(geometry) ?? (geometry.kind === "mailles" ? sousFormes(view, geometry.cote) : surGrille(geometry));
  connues.set(geometry, grille);
  const { ouest, sud, cote, largeur, hauteur, lignes } = grille;
  const [x, y] = lambert93(lon, lat);
  const [est, nord] = [Math.floor((x - ouest) / cote), Math.floor((y - sud) / cote)];
  // Also false for a place that is not a number.
  if (!(est >= 0 && est < largeur && nord >= 0 && nord < hauteur)) return null;
  const ligne = lignes[nord * largeur + est]!;
  return ligne === 0 ? null : ligne - 1;
}

/** The commune that most of the inhabitants of a cell live in; null when it is not known. */
export function communeDe({ geometry, table }: View, row: number): string | null {
  if (geometry.kind === "quadrillage") return geometry.communes.noms[geometry.communes.rang[row] ?? -1] ?? null;
  const noms = findColumn(table, "nom");
  return noms?.type === "texte" ? (noms.values[row] ?? null) : null;
}
