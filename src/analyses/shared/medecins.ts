import type { EcartsMedecins } from "../../domain/changements";
import type { Donnees } from "../../domain/ressource";
import { type Column, indexBy } from "../../domain/table";
import type { Inputs } from "../analysis";

const COLONNE = "medecins_generalistes";

/**
 * Data in which some communes have general practitioners more or less than the BPE says: never under 0; a commune whose
 * count is not known has those that are added. Only the table of the BPE changes: what is published as it stands (official
 * APL, zonage, DREES figures) does not follow.
 */
function avecMedecins(donnees: Donnees, ecarts: EcartsMedecins): Donnees {
  const { bpe } = donnees;
  if (bpe === undefined) return donnees;
  const rows = indexBy(bpe.table, "code");
  const change = (column: Column): Column => {
    if (column.name !== COLONNE || column.type !== "nombre") return column;
    const values = column.values.slice();
    for (const [code, ecart] of Object.entries(ecarts)) {
      const row = rows.get(code);
      if (row === undefined) continue;
      const known = values[row] ?? Number.NaN;
      values[row] = Math.max(0, (Number.isNaN(known) ? 0 : known) + ecart);
    }
    return { ...column, values };
  };
  return { ...donnees, bpe: { ...bpe, table: { ...bpe.table, columns: bpe.table.columns.map(change) } } };
}

/** Inputs with practitioners supposed; the same ones when there is none, or when the BPE is not read. */
export function auxMedecins(inputs: Inputs, ecarts: EcartsMedecins): Inputs {
  if (Object.keys(ecarts).length === 0 || inputs.donnees.bpe === undefined) return inputs;
  return { ...inputs, donnees: avecMedecins(inputs.donnees, ecarts), medecins: ecarts };
}
