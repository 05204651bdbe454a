// Weights and time of the built site against what is allowed. Run by `npm test` where a browser is.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import type { Manifeste } from "../src/domain/manifeste";
import type { ResourceName } from "../src/domain/ressource";
import { launch } from "../tests/e2e/driver";
import type { Navigateur } from "../tests/e2e/driver";
import { DIST, ROOT, ensureBuilt } from "./build-site.mjs";
import { isKept, median, report, transferSize } from "./budgets/mesures";
import type { Mesure } from "./budgets/mesures";
import { MISSING_BROWSER, findBrowser } from "./find-browser.mjs";
import { startServer } from "./server.mjs";
import { csp } from "./vite/csp";
import { MORCEAUX } from "./vite/morceaux";
import type { Morceaux } from "./vite/morceaux";

const RUNS = 3;
/** A request is seen here some time after the page makes it. What the page fetches once it is calm comes a second later. */
const LATENCY_MS = 500;
const VIEWPORT = { width: 1440, height: 900 };
/** Solver, charts and document writers: what the first screen must never load. */
const HEAVY = /^(highs|@observablehq\/plot|pptxgenjs|pdf-lib|jspdf|write-excel-file|read-excel-file|marked|src\/documents)$/;

interface Visit {
  /** Milliseconds from navigation to a usable screen. */
  readonly ms: number;
  /** The same, until two more frames have gone by: what was drawn is then really on the screen. */
  readonly painted: number;
  /** Files of the site fetched by the time it is usable, without their query. */
  readonly files: readonly string[];
}

/**
 * Runs in the page before anything else: notes the moment it is usable, map idle and minutes shown.
 * No named function inside: tsx would wrap it in a helper that the page does not have.
 */
function noteUsable(): void {
  new MutationObserver((_changes, observer) => {
    const marks = document.documentElement.dataset;
    if (marks["carte"] !== "prete" || marks["minutes"] !== "pretes") return;
    observer.disconnect();
    performance.mark("utilisable");
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("peint")));
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-carte", "data-minutes"] });
}

/** Opens a page in a fresh context, cold, and times it from inside. */
async function visit(browser: Navigateur, url: string): Promise<Visit> {
  const screen = await browser.open(url, { viewport: VIEWPORT, before: noteUsable });
  await screen.page.waitForFunction(() => performance.getEntriesByName("peint").length > 0, null, { timeout: 120_000 });
  const { origin, ms, painted } = await screen.page.evaluate(() => ({
    origin: performance.timeOrigin,
    ms: performance.getEntriesByName("utilisable")[0]?.startTime ?? Number.NaN,
    painted: performance.getEntriesByName("peint")[0]?.startTime ?? Number.NaN,
  }));
  const files = screen.requests
    .filter(({ at }) => at <= origin + ms + LATENCY_MS)
    .map((request) => new URL(request.url).pathname.slice(new URL(url).pathname.length) || "index.html");
  const { errors } = screen;
  await screen.close();
  if (errors.length > 0) throw new Error(`${url} : ${errors.join(" ; ")}`);
  return { ms, painted, files: [...new Set(files)] };
}

async function buildEmptyPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: path.join(ROOT, "scripts/budgets/page-vide"),
    base: "./",
    logLevel: "warn",
    plugins: [csp()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, rolldownOptions: { checks: { pluginTimings: false } } },
  });
}

/** Alternates the two pages, so that a busy moment of the machine weighs on both. */
async function compare(browser: Navigateur, site: string, empty: string): Promise<{ ratio: number; files: readonly string[]; detail: string[] }> {
  const times: { empty: Visit; site: Visit }[] = [];
  let files: readonly string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const bare = await visit(browser, empty);
    const full = await visit(browser, site);
    times.push({ empty: bare, site: full });
    ({ files } = full);
  }
  const said = ({ ms, painted }: Visit): string => `${Math.round(ms)} ms (peint à ${Math.round(painted)})`;
  const detail = times.map(({ empty: bare, site: full }) => `carte vide ${said(bare)}, premier écran ${said(full)}`);
  return { ratio: median(times.map((time) => time.site.ms)) / median(times.map((time) => time.empty.ms)), files, detail };
}

const sizeOf = (name: string): number => transferSize(name, readFileSync(path.join(DIST, name)));
const readJson = <T>(name: string): T => JSON.parse(readFileSync(path.join(DIST, name), "utf8")) as T;

function folderBytes(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** NaN when there is nothing to weigh. */
function sum(names: readonly string[]): number {
  return names.length === 0 ? Number.NaN : names.reduce((total, name) => total + sizeOf(name), 0);
}

/** Heaviest first. */
function weights(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => sizeOf(b) - sizeOf(a)).map((name) => `${(sizeOf(name) / 1000).toFixed(1)} ko ${name}`);
}

function weigh(files: readonly string[]): readonly Mesure[] {
  const { ressources } = readJson<Manifeste>("donnees/index.json");
  const pathsOf = (name: ResourceName, part: string): readonly string[] =>
    (ressources[name]?.parts ?? []).filter((each) => each.part === part).map((each) => `donnees/${each.path}`);
  const graph = new Set(pathsOf("graphe-hv50", "tout"));
  // Fetched by the worker with the graph, for the minutes alone: nothing of the screen before them needs it.
  const withGraph = new Set([...graph, ...pathsOf("cellules", "87"), ...pathsOf("vitesses", "tout")]);
  const region = [...pathsOf("communes", "reste"), ...pathsOf("contours-na", "tout")];
  const contents = readJson<Morceaux>(MORCEAUX);
  const first = files.filter((file) => !withGraph.has(file));
  const heavy = first.flatMap((file) => (contents[file] ?? []).filter((origin) => HEAVY.test(origin)).map((origin) => `${file} : ${origin}`));
  const early = first.filter((file) => region.includes(file));
  return [
    { nom: "premier écran avant le graphe", mesure: sum(first) / 1000, permis: 950, unite: "ko", detail: weights(first) },
    { nom: "graphe routier", mesure: sum([...graph]) / 1e6, permis: 2.7, unite: "Mo" },
    { nom: "graphe, vitesses et cellules", mesure: sum([...withGraph]) / 1e6, permis: 2.7, unite: "Mo" },
    { nom: "communes de la région", mesure: sum(region) / 1000, permis: 600, unite: "ko", detail: weights(region) },
    { nom: "communes de la région dès le premier écran", mesure: early.length, permis: 0, unite: "fichiers", detail: early },
    { nom: "solveur, graphiques, documents au premier écran", mesure: heavy.length, permis: 0, unite: "fichiers", detail: heavy },
    { nom: "dossier data/", mesure: folderBytes(path.join(ROOT, "data")) / 1e6, permis: 40, unite: "Mo" },
  ];
}

async function measure(executable: string): Promise<readonly Mesure[]> {
  await ensureBuilt();
  const emptyPage = mkdtempSync(path.join(tmpdir(), "maillage-vide-"));
  await buildEmptyPage(emptyPage);
  const site = await startServer({ root: DIST, port: 4373 });
  const empty = await startServer({ root: emptyPage, port: 4473 });
  const browser = await launch(executable);
  try {
    const { ratio, files, detail } = await compare(browser, site.url, empty.url);
    console.log(detail.join("\n"));
    return [...weigh(files), { nom: "temps du premier écran rapporté à une carte vide", mesure: ratio, permis: 3, unite: "fois", detail }];
  } finally {
    await browser.close();
    await Promise.all([site.close(), empty.close()]);
    rmSync(emptyPage, { recursive: true });
  }
}

const executable = findBrowser();
if (executable === null) {
  console.log(`*** ${MISSING_BROWSER} ***`);
} else {
  const mesures = await measure(executable);
  for (const mesure of mesures) console.log(report(mesure));
  // A time depends on what else the machine does: it is printed and watched; only weights fail the command.
  process.exitCode = mesures.filter(({ unite }) => unite !== "fois").every(isKept) ? 0 : 1;
}
