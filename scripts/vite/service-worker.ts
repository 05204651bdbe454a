import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { type Manifeste, ZOOMS_FOND } from "../../src/domain/manifeste";
import { RESSOURCES_TUILES } from "../../src/domain/ressource";
import { sha256 } from "./decoupe";
import { MORCEAUX } from "./morceaux";

const PLACEHOLDER = "MAILLAGE_PRECACHE";

/** What the service worker is built with; the same type is declared in src/sw/service-worker.ts. */
interface PrecacheList {
  readonly version: string;
  /** Everything the page needs to start: relative URLs. */
  readonly coquille: readonly string[];
  /** Data fetched ahead: the Haute-Vienne screen and the road graph. */
  readonly donnees: readonly string[];
  /** Every data URL of this build: anything else in the data cache is from an older build. */
  readonly connues: readonly string[];
}

function listFiles(folder: string, prefix = ""): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(path.join(folder, entry.name), `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}

function fondUrls({ fonds }: Manifeste): readonly { readonly url: string; readonly ahead: boolean }[] {
  const zooms = Array.from({ length: ZOOMS_FOND[1] - ZOOMS_FOND[0] + 1 }, (_, k) => ZOOMS_FOND[0] + k);
  return Object.entries(fonds ?? {}).flatMap(([nom, version]) => zooms.map((zoom) => ({ url: `donnees/fond-${nom}.${String(zoom)}.bin.gz?v=${version}`, ahead: nom === "87" })));
}

/** URLs of the data: all of them, and those kept ahead (not the rest of the region). */
export function dataUrls(manifeste: Manifeste): Pick<PrecacheList, "donnees" | "connues"> {
  const parts = Object.values(manifeste.ressources).flatMap((ressource) =>
    ressource.parts.map((part) => ({
      url: `donnees/${part.path}?v=${part.sha256.slice(0, 8)}`,
      ahead: part.part !== "reste" && !ressource.name.endsWith("-na") && !(RESSOURCES_TUILES as readonly string[]).includes(ressource.name),
    })),
  );
  const all = [...parts, ...fondUrls(manifeste)];
  return { donnees: all.filter(({ ahead }) => ahead).map(({ url }) => url), connues: all.map(({ url }) => url) };
}

/** The data but its manifest, the worker itself and what only the budgets read stay out of the shell. */
function isShell(name: string): boolean {
  return name !== "sw.js" && name !== MORCEAUX && !/^donnees\/(?!index\.json$)/.test(name) && !name.endsWith(".map");
}

/**
 * Fills the precache list of the service worker (entry « sw ») once every other file of the build is
 * known. Its version hashes names and contents, so that any change gives another worker.
 */
export function serviceWorker(publicDir: string): Plugin {
  return {
    name: "maillage-service-worker",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle["sw.js"];
        const manifest = bundle["donnees/index.json"];
        if (worker?.type !== "chunk" || manifest?.type !== "asset") {
          throw new Error("service worker: sw.js or donnees/index.json is missing from the build");
        }
        const built = Object.values(bundle).filter((file) => isShell(file.fileName));
        const statics = listFiles(publicDir);
        const version = sha256(
          [
            ...built.map((file) => file.fileName + sha256(file.type === "chunk" ? file.code : file.source)),
            ...statics.map((name) => name + sha256(readFileSync(path.join(publicDir, name)))),
          ].join("\n"),
        ).slice(0, 8);
        const coquille = [...built.map((file) => (file.fileName === "index.html" ? "./" : file.fileName)), ...statics];
        const source = typeof manifest.source === "string" ? manifest.source : Buffer.from(manifest.source).toString("utf8");
        const list: PrecacheList = { version, coquille: coquille.toSorted(), ...dataUrls(JSON.parse(source) as Manifeste) };
        if (!worker.code.includes(PLACEHOLDER)) throw new Error(`service worker: ${PLACEHOLDER} is not in sw.js`);
        worker.code = worker.code.replace(PLACEHOLDER, () => JSON.stringify(list));
      },
    },
  };
}
