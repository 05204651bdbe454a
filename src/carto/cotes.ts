import { findColumn, selectRows } from "../domain/table";
import type { View } from "./view";

/**
 * Which two of the views that a result lays side by side are looked at: on the left the one chosen, else the first; on the right
 * the one the screen shows, else the first of the others. Null when there are not two.
 * @param ids views of the states, the first being the one before
 */
export function cotesDe(ids: readonly string[], { vue, avant }: { readonly vue: string | null; readonly avant: string | null }): readonly [gauche: string, droite: string] | null {
  const gauche = ids.find((id) => id === avant) ?? ids[0];
  const autres = ids.filter((id) => id !== gauche);
  const droite = autres.find((id) => id === vue) ?? autres[0];
  return gauche === undefined || droite === undefined ? null : [gauche, droite];
}

/** Column of a view of points: the view of the state that each is of, where a result compares several. */
export const COLONNE_COTE = "cote";

/** Whether a view of points tells of which state each is. */
export const tientCote = ({ table }: View): boolean => findColumn(table, COLONNE_COTE)?.type === "texte";

/** The points of one state alone; those of a view that does not tell are all kept. */
export function duCote(view: View, cote: string): View {
  const column = findColumn(view.table, COLONNE_COTE);
  if (column?.type !== "texte") return view;
  return { ...view, table: selectRows(view.table, column.values.flatMap((value, row) => (value === cote ? [row] : []))) };
}
