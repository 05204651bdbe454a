// `npm test`: every check of the project, one after the other, then exactly one line of totals.
// Nothing is installed. A step that needs a browser is skipped without one, and fails under CI=true.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./build-site.mjs";
import { MISSING_BROWSER, findBrowser } from "./find-browser.mjs";
import { countReport } from "./test-report.mjs";

const bin = (file) => path.join(ROOT, "node_modules", file);
const STEPS = [
  { name: "types", args: [bin("typescript/bin/tsc"), "--noEmit"] },
  { name: "règles d’écriture", args: [bin("oxlint/bin/oxlint"), "--deny-warnings", "src", "scripts", "tests", "vite.config.ts", "vitest.config.ts"] },
  { name: "code mort", args: [bin("knip/bin/knip.js"), "--no-progress"] },
  { name: "données", args: ["--import", "tsx", "scripts/check-data.ts"] },
  { name: "budgets", args: ["--import", "tsx", "scripts/budgets.ts"], browser: true },
];

function run(args) {
  return new Promise((resolve) => {
    // Same as npx: the tools find each other, and colours only where someone looks.
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function browserState() {
  try {
    return findBrowser() === null ? "absent" : "present";
  } catch {
    return "required";
  }
}

async function runStep(step) {
  const browser = step.browser === true ? browserState() : "present";
  console.log(`\n── ${step.name}`);
  if (browser !== "present") {
    console.log(`*** ${MISSING_BROWSER} ***`);
    return browser === "absent" ? "skipped" : "failed";
  }
  return (await run(step.args)) === 0 ? "passed" : "failed";
}

async function runVitest() {
  const folder = mkdtempSync(path.join(tmpdir(), "maillage-test-"));
  const report = path.join(folder, "vitest.json");
  console.log("\n── tests");
  const code = await run([bin("vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  let json = null;
  try {
    json = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    console.error("vitest n’a pas rendu de rapport");
  }
  rmSync(folder, { recursive: true });
  return countReport(json, code);
}

const failures = [];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of STEPS) {
  const outcome = await runStep(step);
  total[outcome] += 1;
  if (outcome === "failed") failures.push(step.name);
}
const tests = await runVitest();
for (const outcome of Object.keys(total)) total[outcome] += tests[outcome];
if (tests.failed > 0) failures.push("tests");

if (failures.length > 0) console.log(`\nEn échec : ${failures.join(", ")}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
