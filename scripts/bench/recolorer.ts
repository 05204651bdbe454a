import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { launch } from "../../tests/e2e/driver";
import type { Ecran } from "../../tests/e2e/driver";
import { findBrowser, MISSING_BROWSER } from "../find-browser.mjs";
import { startServer } from "../server.mjs";
import { csp } from "../vite/csp";
import { type Bench, ReponsesDifferentes, type Resultat, resultat } from "./bench";
import { communes } from "./donnees";
import type { Banc } from "./page-recolorer/page";

const RUNS = 7;
type PageBanc = Window & { readonly banc: Banc };
type Way = "featureState" | "setData";

/** No named function inside what the page runs: tsx would wrap it in a helper that the page does not have. */
function timeOf(screen: Ecran, way: Way, turn: number): Promise<number> {
  return screen.page.evaluate(([name, k]) => (window as unknown as PageBanc).banc[name](k), [way, turn] as const);
}

async function imageOf(screen: Ecran, way: Way, turn: number): Promise<string> {
  await timeOf(screen, way, turn);
  return screen.page.evaluate(() => (window as unknown as PageBanc).banc.image());
}

async function buildPage(outDir: string, body: string): Promise<void> {
  await build({
    configFile: false,
    root: path.resolve(import.meta.dirname, "page-recolorer"),
    base: "./",
    logLevel: "error",
    plugins: [csp()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, modulePreload: { polyfill: false } },
  });
  writeFileSync(path.join(outDir, "communes.json"), body);
}

/** Alternates the two ways, so that a busy moment of the machine weighs on both. */
async function compare(screen: Ecran, n: number): Promise<Resultat> {
  await screen.waitForMapIdle();
  for (const turn of [1, 2]) {
    const [state, data] = [await imageOf(screen, "featureState", turn), await imageOf(screen, "setData", turn)];
    if (state !== data) throw new ReponsesDifferentes(`${recolorer.nom} : les deux cartes n'ont pas les mêmes couleurs`);
  }
  const times: { readonly state: number; readonly data: number }[] = [];
  for (let turn = 3; turn < 3 + RUNS; turn += 1) {
    const state = await timeOf(screen, "featureState", turn);
    times.push({ state, data: await timeOf(screen, "setData", turn) });
  }
  return resultat(recolorer, n, times.map((t) => t.state), times.map((t) => t.data));
}

export const recolorer: Bench = {
  nom: "recolorer",
  titre: "recolorer les communes de la région, image comprise",
  pair: "MapLibre setData",
  async run() {
    const executable = findBrowser();
    if (executable === null) {
      console.error(`recolorer : ignoré. ${MISSING_BROWSER}`);
      return null;
    }
    const collection = communes();
    const folder = mkdtempSync(path.join(tmpdir(), "maillage-banc-"));
    await buildPage(folder, JSON.stringify(collection));
    const server = await startServer({ root: folder, port: 4673 });
    const browser = await launch(executable);
    try {
      const screen = await browser.open(server.url, { viewport: { width: 800, height: 600 } });
      return await compare(screen, collection.features.length);
    } finally {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    }
  },
};
