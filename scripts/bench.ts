// `npm run -s bench -- [--json] [--only a,b]`: what we chose against what we could have chosen, on the embedded data.
// `npm run -s bench -- --croissance`: time and memory against the size of the graph, into docs/.
import { parseArgs } from "node:util";
import type { Bench, Resultat } from "./bench/bench";
import { croissance } from "./bench/croissance/croissance";
import { lancer } from "./bench/lancer";
import { BENCHES } from "./bench/registry";

const format = (value: number): string => new Intl.NumberFormat("fr-FR", { maximumSignificantDigits: 3 }).format(value);

function tableLines(results: readonly Resultat[]): readonly string[] {
  const rows = results.map((r) => {
    const bench = BENCHES.find((b) => b.nom === r.nom);
    const factor = r.ratio < 1 ? `${format(1 / r.ratio)} fois plus rapide` : `${format(r.ratio)} fois plus lent`;
    return [bench?.titre ?? r.nom, r.n.toLocaleString("fr-FR"), `${format(r.ms)} ms${r.p95_ms === undefined ? "" : ` (95 % sous ${format(r.p95_ms)} ms)`}`, `${format(r.pair_ms)} ms (${r.pair})`, factor];
  });
  const all = [["mesure", "taille", "Maillage", "pair", "rapport"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
}

/** Throws on an unknown name. */
function select(names: readonly string[]): readonly Bench[] {
  const unknown = names.filter((name) => !BENCHES.some((b) => b.nom === name));
  if (unknown.length > 0) throw new Error(`mesure inconnue : ${unknown.join(", ")} (possibles : ${BENCHES.map((b) => b.nom).join(", ")})`);
  return names.length === 0 ? BENCHES : BENCHES.filter((b) => names.includes(b.nom));
}

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, only: { type: "string", default: "" }, croissance: { type: "boolean", default: false } },
});
const say = (line: string): void => console.error(line);

if (values.croissance) croissance(say);
else {
  const { results, refused } = await lancer(select(values.only.split(",").filter((name) => name !== "")), say);
  // No ratio between two answers that are not the same.
  if (refused > 0) process.exitCode = 1;
  console.log(values.json ? JSON.stringify(results, null, 1) : tableLines(results).join("\n"));
}
