import { COLONNE_NIVEAU, type Niveau } from "./perimetre";
import { findColumn, type Table } from "./table";

/** For each row of `communes`, the code of its territory at a level; none at a level that the table does not know: the imported one. */
export function clesDuNiveau(communes: Table, niveau: Niveau): readonly (string | null)[] {
  const column = findColumn(communes, COLONNE_NIVEAU[niveau]);
  return column?.type === "texte" ? column.values : [];
}
