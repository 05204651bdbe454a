import { numberValues, textValues } from "../../../domain/table";
import { meanByGroup } from "../../shared/groupes";
import { requireTable } from "../../shared/sources";
import type { Composante } from "./composante";

/** Bands of age that count as old. */
const ANCIENS: ReadonlySet<string | null> = new Set(["75-79", "80+"]);

export const vieillissement: Composante = {
  id: "vieillissement",
  label: "Part des 75 ans et plus dans le département (2021)",
  unit: "part",
  digits: 1,
  bornes: { favorable: 0.095, fragile: 0.15 },
  ressources: ["departements-ages"],
  genre: null,
  // Known by département only: every commune of one has the same figure.
  lire({ inputs, lieux: { communes, groupes, chefs } }) {
    const table = requireTable(inputs.donnees, "departements-ages");
    const [deps, bands, people] = [textValues(table, "dep"), textValues(table, "tranche"), numberValues(table, "habitants")];
    const sums = new Map<string | null, { all: number; old: number }>();
    deps.forEach((dep, row) => {
      const sum = sums.get(dep) ?? { all: 0, old: 0 };
      sums.set(dep, sum);
      sum.all += people[row] ?? 0;
      if (ANCIENS.has(bands[row] ?? null)) sum.old += people[row] ?? 0;
    });
    const dep = textValues(communes, "dep");
    const share = groupes.communes.map((row) => {
      const sum = sums.get(dep[row] ?? null);
      return sum === undefined ? Number.NaN : sum.old / sum.all;
    });
    return meanByGroup(groupes, share, chefs.demande.habitants);
  },
};
