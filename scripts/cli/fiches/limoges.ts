import type { Reseau } from "../../../src/analyses/analysis";
import { issue } from "../../../src/domain/issue";
import { DEPARTEMENTS_NA } from "../../../src/domain/perimetre";
import { numberValues, type Table, textValues } from "../../../src/domain/table";
import { runToEnd } from "../../../src/geo/nearest-site";
import { reachPoints, searchSites } from "../../../src/geo/site-search";
import { snapPoints } from "../../../src/geo/snap";
import { pathMinutes } from "../../../src/geo/speeds";
import type { Loader } from "../../../src/workers/loader";
import { refusedInput } from "../outcome-error";

export const LIMOGES = "87085";

/** Minutes by road from Limoges to some communes, chef-lieu to chef-lieu; those of the way there, which one-ways may make others than those back. */
function minutesSur({ network }: Reseau, communes: Table, codes: readonly string[]): ReadonlyMap<string, number | null> {
  const all = textValues(communes, "code");
  const [lon, lat] = [numberValues(communes, "lon"), numberValues(communes, "lat")];
  const at = (wanted: readonly string[]) => {
    const rows = wanted.map((code) => all.indexOf(code));
    return snapPoints(network.graph, rows.map((row) => lon[row] ?? Number.NaN), rows.map((row) => lat[row] ?? Number.NaN), network.edges);
  };
  const search = runToEnd(searchSites(network, at([LIMOGES]), "from-sites"));
  const { seconds } = reachPoints(search, at(codes));
  return new Map(codes.map((code, i) => {
    const minutes = pathMinutes(seconds[i] ?? Number.NaN, network.speeds);
    return [code, Number.isFinite(minutes) ? minutes : null];
  }));
}

/** Minutes from Limoges by commune, on the whole network when one of them is out of Haute-Vienne; Limoges itself has none. */
export async function depuisLimoges(loader: Loader, communes: Table, codes: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
  const others = codes.filter((code) => code !== LIMOGES);
  const deps = new Map(textValues(communes, "code").map((code, row) => [code, textValues(communes, "dep")[row]]));
  const opened = await loader.reseau(others.every((code) => deps.get(code) === "87") ? "hv50" : DEPARTEMENTS_NA);
  if (opened.ok) return minutesSur(opened.value, communes, others);
  // Without its graph the sheet says « pas de donnée »; a damaged package is refused as a whole.
  if (opened.issues.every(({ code }) => code === "ressource-absente")) return new Map(others.map((code) => [code, null]));
  throw refusedInput(opened.issues.length > 0 ? opened.issues : [issue("graphe-non-charge", "erreur", { territoire: "Limoges" })]);
}
