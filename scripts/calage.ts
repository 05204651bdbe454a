import path from "node:path";
import { calageResources } from "./build/calage";
import { writePackage } from "./build/package";
import { openSource, sourcesFolder } from "./build/source";
import { RAISONS } from "./calage/apart";
import { calibrer, openTerrain } from "./calage/calibrer";
import { LECTURES, type Lecture, type Mesures, mesurerParDepartement } from "./calage/mesures";
import { nommer } from "./calage/modele";

/**
 * `npm run calage`: fits the speeds on METRIC's minutes, proves them on départements left out, prints the figures, and
 * writes the speeds and the figures in data/ (the same bytes as `npm run data:build`).
 */
const TITRES: Readonly<Record<Lecture, string>> = {
  cale: "Département compris dans le calage",
  ecarte: "Département écarté du calage",
  application: "Département écarté du calage, trajets de l'application",
};
const HEADER = ["dép.", "communes", "biais", "écart moyen", "r", "à 5 min", "même classe"];

const cells = (texts: readonly string[]): string => texts.map((text) => text.padStart(12)).join("");
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function line(dep: string, { n, biais, mae, r, cinq, classe }: Mesures): string {
  return cells([dep, String(n), biais.toFixed(2), mae.toFixed(2), r.toFixed(4), percent(cinq), percent(classe)]);
}

const root = path.resolve(import.meta.dirname, "..");
const source = openSource(sourcesFolder(root));
const calage = calibrer(openTerrain(source), (text) => console.error(`calage : ${text}`));

console.log(`${calage.lignes.length} communes ; ${calage.fusionnees} codes de communes fusionnées laissés de côté.`);
for (const lecture of LECTURES) {
  const rows = calage.lignes.map((ligne) => ({ dep: ligne.commune.dep, metric: ligne.commune.metric, minutes: ligne[lecture] }));
  console.log([`\n${TITRES[lecture]}`, cells(HEADER), ...[...mesurerParDepartement(rows)].map(([dep, mesures]) => line(dep, mesures))].join("\n"));
}
for (const raison of RAISONS) {
  const codes = calage.lignes.filter(({ apart }) => apart === raison).map(({ commune }) => commune.code);
  console.log(`\nÀ part, ${raison} : ${codes.length} commune(s) ${codes.join(" ")}`.trimEnd());
}
const ordinaires = calage.lignes.filter(({ apart }) => apart === null).map((ligne) => ({ dep: ligne.commune.dep, metric: ligne.commune.metric, minutes: ligne.ecarte }));
console.log(["Sans elles, département écarté du calage", ...[...mesurerParDepartement(ordinaires)].map(([dep, mesures]) => line(dep, mesures))].join("\n"));
console.log(`\nCoefficients\n${nommer(calage.theta).map(([nom, valeur]) => `  ${nom} : ${valeur}`).join("\n")}`);
writePackage(path.join(root, "data"), calageResources(source, calage));
console.log("\ndata/vitesses.json, data/calage.csv et data/calage-departements.csv sont écrits.");
