import type { Column, Table } from "../domain/table";
import { communeDe } from "./maille-sous";
import type { View } from "./view";

/**
 * The cells of a view as a table whose rows have a name: code of the lower-left corner (Lambert-93) and commune. Those of a large grid
 * are named here only, when they are asked for: hundreds of thousands of texts are not kept.
 */
export function tableDesMailles(view: View): Table {
  const { geometry, table } = view;
  if (geometry.kind !== "quadrillage") return table;
  const { ouest, sud, cote, largeur, place } = geometry;
  const codes = Array.from(place, (cell) => `${ouest + cote * (cell % largeur)}-${sud + cote * Math.floor(cell / largeur)}`);
  const noms = codes.map((_, row) => communeDe(view, row));
  const named: readonly Column[] = [
    { name: "code", label: "Coin inférieur gauche (Lambert-93)", type: "texte", values: codes },
    { name: "nom", label: "Commune", type: "texte", values: noms },
  ];
  return { ...table, columns: [...named, ...table.columns] };
}
