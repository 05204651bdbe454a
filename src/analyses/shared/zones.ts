import { indexBy, textValues } from "../../domain/table";
import type { Inputs } from "../analysis";
import type { Territoires } from "./acces";
import { requireTable } from "./sources";

/** Zonage of each commune of the territory, order of `groupes.communes`; null where it is not known. */
export function zonesDe({ donnees }: Inputs, { communes, groupes }: Pick<Territoires, "communes" | "groupes">): readonly (string | null)[] {
  const table = requireTable(donnees, "zonage-communes");
  const [rows, zones, codes] = [indexBy(table, "code"), textValues(table, "zone"), textValues(communes, "code")];
  return groupes.communes.map((row) => zones[rows.get(codes[row] ?? "") ?? -1] ?? null);
}
