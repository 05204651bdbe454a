import { existsSync } from "node:fs";
import path from "node:path";
import { writePackage } from "./build/package";
import { openSource, sourcesFolder } from "./build/source";
import { ajuster, minutesEcartees } from "./calage/ajuster";
import { comparaisons, comparer, RAISONS } from "./calage/comparer";
import type { LectureCalage, Mesures } from "../src/domain/calage";
import { LECTURES, mesurerParDepartement } from "./calage/mesures";
import { openTerrain } from "./calage/region";
import { calageResources } from "./calage/ressources";

/**
 * `npm run calage`: fits the speeds on METRIC's minutes, proves them on départements left out of the fit, prints the
 * figures, and writes speeds and minutes in data/. A minute of computing. To run again after the road graph changes. Without the sources it says so and writes nothing.
 */
const TITRES: Readonly<Record<LectureCalage, string>> = {
  maillage: "Vitesses livrées",
  ecarte: "Vitesses recalées sans le département",
};
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
  const source = openSource(folder);
  const terrain = await openTerrain(data, source);
  const speeds = ajuster(terrain, () => true);
  const ecartees = minutesEcartees(terrain, (dep) => console.error(`calage sans ${dep}`));
  const lignes = comparer(terrain, speeds, ecartees);
  console.log(`${lignes.length} communes ; ${terrain.reference.fusionnees} codes de communes fusionnées laissés de côté.`);
  for (const lecture of LECTURES) {
    const rows = [...mesurerParDepartement(comparaisons(lignes, lecture))].map(([dep, mesures]) => line(dep, mesures));
    console.log([`\n${TITRES[lecture]}`, cells(HEADER), ...rows].join("\n"));
  }
  for (const raison of RAISONS) {
    const codes = lignes.filter(({ apart }) => apart === raison).map(({ commune }) => commune.code);
    console.log(`À part, ${raison} : ${codes.length} commune(s) ${codes.join(" ")}`.trimEnd());
  }
  writePackage(data, calageResources(source, speeds, lignes));
  console.log("data/vitesses.json, data/calage.csv et data/calage-departements.csv sont écrits.");
}

await main();
