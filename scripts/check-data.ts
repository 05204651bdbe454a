import path from "node:path";
import { CHECKS } from "./check/checks";
import { openFolder, type Verdict } from "./check/package";

/** `npm run data:check`: verifies data/ as it stands and rebuilds nothing. A wrong figure exits 1. */
function line({ controle, attendu, trouve, ok, raison }: Verdict): string {
  const expected = attendu === trouve ? trouve : `attendu ${attendu}, trouvé ${trouve}`;
  return `  ${ok ? "✓" : "✗"} ${controle.padEnd(44)} ${expected}${raison === undefined ? "" : ` (${raison})`}`;
}

const data = openFolder(path.resolve(import.meta.dirname, "..", "data"));
let wrong = 0;
for (const { nom, check } of CHECKS) {
  const verdicts = check(data);
  wrong += verdicts.filter(({ ok }) => !ok).length;
  console.log([nom, ...verdicts.map((verdict) => line(verdict))].join("\n"));
}
console.log(wrong === 0 ? "Données vérifiées." : `${wrong} contrôle${wrong > 1 ? "s" : ""} en échec.`);
process.exitCode = wrong === 0 ? 0 : 1;
