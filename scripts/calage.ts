import { existsSync } from "node:fs";
import path from "node:path";
import { writePackage } from "./build/package";
import { openSource, sourcesFolder } from "./build/source";
import { comparer, RAISONS } from "./calage/comparer";
import { type Mesures, mesurerParDepartement } from "./calage/mesures";
import { readReference } from "./calage/reference";
import { openRegion } from "./calage/region";
import { calageResources } from "./calage/ressources";

/**
 * `npm run calage`: the app's own minutes against METRIC's, by commune and by département, printed and written in data/.
 * To run again after the road graph or the speeds change. Without the sources it says so and writes nothing.
 */
const HEADER = ["dép.", "communes", "biais", "écart moyen", "r", "à 5 min", "même classe"];

const cells = (texts: readonly string[]): string => texts.map((text) => text.padStart(12)).join("");
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function line(dep: string, { n, biais, mae, r, cinq, classe }: Mesures): string {
  return cells([dep, String(n), biais.toFixed(2), mae.toFixed(2), r.toFixed(4), percent(cinq), percent(classe)]);
}

async function main(): Promise<void> {
  const root = path.resolve(import.meta.dirname, "..");
  const folder = sourcesFolder(root);
  if (!existsSync(folder)) {
    console.log("Sources absentes (MAILLAGE_SOURCES désigne-t-il le bon dossier ?) : rien n'est comparé, data/ reste comme il est.");
    return;
  }
  const data = path.join(root, "data");
  const reference = readReference(openSource(folder));
  const lignes = comparer(await openRegion(data), reference);
  const rows = lignes.map(({ commune, minutes }) => ({ dep: commune.dep, metric: commune.metric, minutes }));
  console.log([`${lignes.length} communes ; ${reference.fusionnees} codes de communes fusionnées laissés de côté.`, cells(HEADER), ...[...mesurerParDepartement(rows)].map(([dep, mesures]) => line(dep, mesures))].join("\n"));
  for (const raison of RAISONS) {
    const codes = lignes.filter(({ apart }) => apart === raison).map(({ commune }) => commune.code);
    console.log(`À part, ${raison} : ${codes.length} commune(s) ${codes.join(" ")}`.trimEnd());
  }
  writePackage(data, calageResources(lignes));
  console.log("data/calage.csv et data/calage-departements.csv sont écrits.");
}

await main();
