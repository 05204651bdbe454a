import { existsSync } from "node:fs";
import path from "node:path";
import { openSource, sourcesFolder } from "./build/source";
import { CHECKS } from "./check/checks";
import { openFolder, type Verdict } from "./check/package";
import { againstSources } from "./check/sources";

/**
 * `npm run data:check`: verifies data/ as it stands and rebuilds nothing. Where the sources are, also verifies
 * that nothing of them was lost. A wrong figure exits 1.
 */
const HEADER: Verdict = { controle: "contrôle", attendu: "attendu", trouve: "trouvé", ecart: "écart", raison: "raison", ok: true };

function line({ controle, attendu, trouve, ok, ecart, raison }: Verdict, mark = ok ? "✓" : "✗"): string {
  const cells = [controle.padEnd(62), attendu.padStart(16), trouve.padStart(16), (ecart ?? "").padStart(7), raison ?? ""];
  return `  ${mark} ${cells.join("  ").trimEnd()}`;
}

const root = path.resolve(import.meta.dirname, "..");
const data = openFolder(path.join(root, "data"));
const groups = CHECKS.map(({ nom, check }) => ({ nom, verdicts: check(data) }));
const folder = sourcesFolder(root);
if (existsSync(folder)) groups.push({ nom: "Sources", verdicts: againstSources(data, openSource(folder)) });
else console.log("Sources absentes : les contrôles qui les lisent ne sont pas faits.");

for (const { nom, verdicts } of groups) {
  console.log([`\n${nom}`, line(HEADER, " "), ...verdicts.map((verdict) => line(verdict))].join("\n"));
}
const wrong = groups.flatMap(({ verdicts }) => verdicts).filter(({ ok }) => !ok).length;
console.log(wrong === 0 ? "\nDonnées vérifiées." : `\n${wrong} contrôle${wrong > 1 ? "s" : ""} en échec.`);
process.exitCode = wrong === 0 ? 0 : 1;
