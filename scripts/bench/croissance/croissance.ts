import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sourcesFolder } from "../../build/source";
import { temporaryFolder } from "../programme-c";
import { GRAPHES, type NomGraphe } from "./graphes";
import { keepBest, type Ligne, type Mesures, pageCroissance, PASSAGES, traceCroissance } from "./rapport";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const FROM_SOURCES: readonly NomGraphe[] = ["87", "na"];
/** Packing four million junctions takes that much; reading them does not. */
const HEAP_MB = 12_288;

function launch(script: string, args: readonly string[]): string {
  const file = path.join(import.meta.dirname, script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${String(HEAP_MB)}`, "--expose-gc", "--import", "tsx", file, ...args], { encoding: "utf8", cwd: ROOT });
  if (status !== 0) throw new Error(`${script} ${args.join(" ")} : ${stderr}`);
  return stdout;
}

/** Measures every graph and writes docs/croissance.md and .svg. A graph whose sources are missing stops everything: a table is whole or is not. */
export function croissance(say: (line: string) => void): void {
  const folder = sourcesFolder(ROOT);
  if (!existsSync(folder)) throw new Error(`sources absentes, sans lesquelles ${FROM_SOURCES.join(" et ")} ne se mesurent pas : MAILLAGE_SOURCES désigne-t-il le bon dossier ?`);
  const lignes = (Object.keys(GRAPHES) as NomGraphe[]).map((name): Ligne => {
    const file = path.join(temporaryFolder(), "graphe.bin.gz");
    launch("preparer.ts", [name, file]);
    const measured = keepBest(Array.from({ length: PASSAGES }, () => JSON.parse(launch("mesurer.ts", [file])) as Mesures));
    say(`${name} : ${JSON.stringify(measured)}`);
    return { graphe: GRAPHES[name], ...measured };
  });
  const sorted = lignes.toSorted((a, b) => a.noeuds - b.noeuds);
  writeFileSync(path.join(ROOT, "docs/croissance.md"), pageCroissance(sorted));
  writeFileSync(path.join(ROOT, "docs/croissance.svg"), traceCroissance(sorted));
}
