import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/build-site.mjs";
import * as checks from "./architecture/checks";
import type { Sources } from "./architecture/parse";

const SKIPPED = new Set(["node_modules", "dist", "tmp", ".git", ".vite"]);
const TEXT = /\.(ts|tsx|mts|mjs|json|md|html|css|svg|yml|yaml|webmanifest)$|^\.ci\/run$|^LICENSE$/;

function readProject(folder = ""): [string, string][] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : readProject(name);
    // Data tables are not prose: only their description is read.
    if (!TEXT.test(name) || (name.startsWith("data/") && name !== "data/datapackage.json")) return [];
    return [[name, readFileSync(path.join(ROOT, name), "utf8")]];
  });
}

const project: Sources = new Map(readProject());
const bad = (files: Readonly<Record<string, string>>): Sources => new Map(Object.entries(files));
const scripts = (entries: Readonly<Record<string, string>>): string => JSON.stringify({ scripts: entries });
// Written in pieces: this file is read by the checks too.
const place = (...parts: readonly string[]): string => parts.join("");

interface Case {
  readonly name: string;
  readonly check: (sources: Sources) => readonly string[];
  /** Each of these must give exactly one offence that says this. */
  readonly examples: readonly (readonly [says: string, files: Readonly<Record<string, string>>])[];
}

const target = { "src/ui/b.ts": "export const b = 1;", "src/store/s.ts": "export const s = 1;" };
const analysis = {
  "src/analyses/registry.ts": 'import "./apl/index";',
  "src/analyses/descriptions.ts": 'import "./apl/description";',
  "src/analyses/apl/index.ts": "export {};",
  "src/analyses/apl/description.ts": "export {};",
  "src/analyses/apl/README.md": "",
};
const CASES: readonly Case[] = [
  {
    name: "imports follow the arrows, types included",
    check: checks.checkArrows,
    examples: [
      ["domain may not import ui", { ...target, "src/domain/a.ts": 'import { b } from "../ui/b"; export const a = b;' }],
      ["geo may not import ui", { ...target, "src/geo/a.ts": 'import type { b } from "../ui/b"; export type A = typeof b;' }],
      ["map may not import store", { ...target, "src/map/a.ts": 'export const a = () => import("../store/s");' }],
      ["carto may not import store", { ...target, "src/carto/a.ts": 'export type A = import("../store/s").S;' }],
      ["io may not import ui", { ...target, "src/io/a.ts": 'export const a = new URL("../ui/b.ts", import.meta.url);' }],
      ["textes may not import ui", { ...target, "src/textes/a.ts": 'export { b } from "../ui/b";' }],
      ["scripts may not import store", { ...target, "scripts/a.ts": 'import "../src/store/s";' }],
      ["ui may not import tests", { "src/ui/a.ts": 'import "../../tests/x";', "tests/x.ts": "export {};" }],
      ["no such folder", { "src/utils/a.ts": "export {};" }],
      ["is not there", { "src/geo/a.ts": 'import "./missing";' }],
    ],
  },
  {
    name: "each library stays in its folder",
    check: checks.checkLibraries,
    examples: [
      ["ui may not import maplibre-gl", { "src/ui/a.ts": 'import { Map } from "maplibre-gl"; export const m = Map;' }],
      ["store may not import react", { "src/store/a.ts": 'import type { FC } from "react"; export type A = FC;' }],
      ["io may not import @turf/turf", { "src/io/a.ts": 'import { area } from "@turf/turf"; export const a = area;' }],
      ["geo may not import node:fs", { "src/geo/a.ts": 'import { readFileSync } from "node:fs"; export const a = readFileSync;' }],
      ["ui may not import lodash", { "src/ui/a.ts": 'export const a = import("lodash");' }],
    ],
  },
  {
    name: "only the driver knows Playwright",
    check: checks.checkDriver,
    examples: [["only tests/e2e/driver.ts", { "tests/e2e/a.test.ts": 'import { chromium } from "playwright-core"; chromium;' }]],
  },
  {
    name: "pure folders read nothing but their arguments",
    check: checks.checkPurity,
    examples: [
      ["reads document", { "src/domain/a.ts": "export const a = () => document.title;" }],
      ["reads window", { "src/carto/a.ts": "export const a = () => window;" }],
      ["reads fetch", { "src/io/a.ts": 'export const a = async () => fetch("x");' }],
      ["reads Date.now", { "src/project/a.ts": "export const a = () => Date.now();" }],
      ["reads new Date()", { "src/textes/a.ts": "export const a = () => new Date();" }],
      ["reads Math.random", { "src/geo/a.ts": "export const a = () => Math.random();" }],
      ["reads performance", { "src/analyses/a.ts": "export const a = () => performance.now();" }],
      ["reads localStorage", { "src/documents/a.ts": "export const a = { b: localStorage };" }],
      ["reads navigator", { "src/documents/a.ts": "export const a = { navigator };" }],
      ["reads globalThis", { "src/geo/a.ts": "export const a = globalThis.Math;" }],
    ],
  },
  {
    name: "no cycle, types included",
    check: checks.checkCycles,
    examples: [
      [
        "→",
        {
          "src/geo/a.ts": 'import { b } from "./b"; export const a = b;',
          "src/geo/b.ts": 'import { c } from "./c"; export const b = c;',
          "src/geo/c.ts": 'import type { a } from "./a"; export const c = null as unknown as typeof a;',
        },
      ],
    ],
  },
  {
    name: "no barrel, no default export",
    check: checks.checkExports,
    examples: [
      ["re-exports", { "src/geo/index.ts": 'export * from "./a"; export { b } from "./b";' }],
      ["default export", { "src/geo/a.ts": "export default 1;" }],
    ],
  },
  {
    name: "no file is over 300 lines",
    check: checks.checkLength,
    examples: [["301 lines", { "src/geo/a.ts": "export {};\n".repeat(301) }]],
  },
  {
    name: "files are kebab-case, components PascalCase",
    check: checks.checkNames,
    examples: [
      ["badly named", { "src/geo/roadGraph.ts": "export {};" }],
      ["badly named", { "src/ui/app/side-panel.tsx": "export {};" }],
    ],
  },
  {
    name: "every analysis is registered and has its method note",
    check: checks.checkRegistry,
    examples: [
      ["registry.ts is missing", { "src/analyses/descriptions.ts": "export {};" }],
      ["not in src/analyses/registry.ts", { ...analysis, "src/analyses/registry.ts": "export {};" }],
      ["not in src/analyses/descriptions.ts", { ...analysis, "src/analyses/descriptions.ts": "export {};" }],
      ["no method note", Object.fromEntries(Object.entries(analysis).filter(([file]) => !file.endsWith(".md")))],
    ],
  },
  {
    name: "every command shown exists",
    check: checks.checkCommands,
    examples: [
      ["no script « analyze »", { "package.json": scripts({}), "README.md": "`npm run -s analyze -- densite`" }],
      ["no script « start »", { "package.json": scripts({}), "README.md": "npm ci && npm start" }],
      ["which is not there", { "package.json": scripts({ x: "tsx scripts/x.ts" }) }],
    ],
  },
  {
    name: "nothing names a machine, a registry or the sources' folder",
    check: checks.checkPlaces,
    examples: [
      ["a folder of one machine", { "src/geo/a.ts": place('"/wo', 'rk/main"') }],
      ["a folder of one machine", { "README.md": place("`/ho", "me/x`") }],
      ["a package registry", { "package-lock.json": place("https://registry.np", "mjs.org/x") }],
      ["the sources' folder", { "tests/a.ts": place('".', './shared/data"') }],
    ],
  },
];

describe.each(CASES)("$name", ({ check, examples }) => {
  test("in the project", () => {
    expect(check(project)).toEqual([]);
  });

  test.each(examples)("refused: %s", (says, files) => {
    const offences = check(bad(files));
    expect(offences).toHaveLength(1);
    expect(offences[0]).toContain(says);
  });
});

test("ARCHITECTURE.md shows the arrows that are checked", () => {
  expect(checks.checkDocumented(project)).toEqual([]);
  const page = project.get("ARCHITECTURE.md") ?? "";
  const offences = checks.checkDocumented(bad({ "ARCHITECTURE.md": page.replace("| domain, carto |", "| domain, store |") }));
  expect(offences).toEqual([expect.stringContaining("map may import « domain, carto »")]);
});

test("a parameter or a property called document is not the page", () => {
  const files = {
    "src/project/a.ts": 'export const f = (document: string) => document.length;\nexport const g = (s: { document: string }) => s.document;',
    "src/project/b.ts": "export const h = ({ document }: { document: string }) => document;",
  };
  expect(checks.checkPurity(bad(files))).toEqual([]);
});
