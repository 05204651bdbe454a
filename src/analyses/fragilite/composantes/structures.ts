import { type GenreSite, SELECTION_PAR_DEFAUT } from "../../../domain/genre-site";
import { numberValues, textValues } from "../../../domain/table";
import { meanByGroup } from "../../shared/groupes";
import { resourcesOf, sitesOf } from "../../shared/sites";
import type { Composante } from "./composante";

/** Where GPs work together. */
const COORDONNEES: readonly GenreSite[] = ["msp", "centre-sante-medecin"];

export const structures: Composante = {
  id: "structures",
  label: "Maisons de santé et centres avec médecin du bassin de vie, pour 100 000 habitants",
  unit: "pour_100k",
  digits: 1,
  bornes: { favorable: 10, fragile: 0 },
  ressources: resourcesOf(COORDONNEES, SELECTION_PAR_DEFAUT),
  genre: null,
  // A commune is too small a place: what is counted is the whole bassin de vie of each, beyond the territory too.
  lire({ inputs: { donnees, selection }, lieux: { communes, groupes, chefs } }) {
    const basins = textValues(communes, "bassin_de_vie");
    const rows = new Map(textValues(communes, "code").map((code, row) => [code, row]));
    const population = numberValues(communes, "population");
    const sums = new Map<string | null, { habitants: number; sites: number }>();
    basins.forEach((basin, row) => {
      const sum = sums.get(basin) ?? { habitants: 0, sites: 0 };
      sums.set(basin, sum);
      sum.habitants += population[row] ?? 0;
    });
    const sites = sitesOf(COORDONNEES, donnees, selection);
    for (const code of sites.ok ? sites.value.communes : []) {
      const sum = sums.get(basins[rows.get(code) ?? -1] ?? null);
      if (sum !== undefined) sum.sites += 1;
    }
    const rate = groupes.communes.map((row) => {
      const sum = sums.get(basins[row] ?? null);
      return sum === undefined || basins[row] === null || sum.habitants === 0 ? Number.NaN : (1e5 * sum.sites) / sum.habitants;
    });
    return meanByGroup(groupes, rate, chefs.demande.habitants);
  },
};
