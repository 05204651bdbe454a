// `npm run -s bench -- [--json] [--only a,b]`: what we chose against what we could have chosen, on the embedded data.
import { parseArgs } from "node:util";
import { type Bench, ReponsesDifferentes, type Resultat } from "./bench/bench";
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

const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, only: { type: "string", default: "" } } });
const results: Resultat[] = [];
for (const bench of select(values.only.split(",").filter((name) => name !== ""))) {
  try {
    const result = await bench.run();
    if (result !== null) results.push(result);
  } catch (error) {
    if (!(error instanceof ReponsesDifferentes)) throw error;
    // No ratio between two answers that are not the same.
    console.error(error.message);
    process.exitCode = 1;
  }
}
console.log(values.json ? JSON.stringify(results, null, 1) : tableLines(results).join("\n"));
