import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";
import type { Manifeste, ManifesteRessource } from "../../src/domain/manifeste";
import type { ResourceName } from "../../src/domain/ressource";
import { parseDatapackage } from "../../src/io/package-data";
import { servedFiles, sha256 } from "./decoupe";
import type { ServedFile } from "./decoupe";
import { cutFonds } from "./fond";

/** Everything served under `donnees/`: the manifest and the bytes of each part. */
export interface Donnees {
  readonly manifeste: Manifeste;
  readonly files: ReadonlyMap<string, ServedFile>;
}

/** What is served, by path under `donnees/`, the manifest included. */
type Servis = ReadonlyMap<string, Uint8Array>;

async function servir(dataDir: string): Promise<Servis> {
  const [{ manifeste, files }, fonds] = await Promise.all([loadDonnees(dataDir), cutFonds(dataDir)]);
  const index: Manifeste = { ...manifeste, fonds: fonds.versions };
  return new Map([...[...files.values()].map(({ path: name, bytes }) => [name, bytes] as const), ...fonds.files, ["index.json", Buffer.from(JSON.stringify(index))]]);
}

/** Characters of a checksum that the manifest serves: enough to tell a damaged file, and for caches to tell versions. */
const SHA_SERVIE = 16;

/** Reads the data package, cuts its tables and derives the manifest. Throws on a package or a file that is not there. */
export async function loadDonnees(dataDir: string): Promise<Donnees> {
  const raw: unknown = JSON.parse(await readFile(path.join(dataDir, "datapackage.json"), "utf8"));
  const parsed = parseDatapackage(raw);
  if (!parsed.ok) throw new Error(`data/datapackage.json: ${JSON.stringify(parsed.issues)}`);
  const files = new Map<string, ServedFile>();
  const ressources: Partial<Record<ResourceName, ManifesteRessource>> = {};
  for (const resource of Object.values(parsed.value.ressources)) {
    const whole = resource.parts.map((part) => part.path);
    const bytes = await Promise.all(whole.map((name) => readFile(path.join(dataDir, name))));
    const parts = whole.flatMap((name, index) => servedFiles(resource.name, name, bytes[index] ?? Buffer.alloc(0)));
    for (const part of parts) files.set(part.path, part);
    ressources[resource.name] = {
      ...resource,
      parts: parts.map((part) => ({ path: part.path, part: part.part, bytes: part.bytes.length, sha256: part.sha256.slice(0, SHA_SERVIE) })),
    };
  }
  const version = sha256([...files.values()].map((file) => file.sha256).join("\n")).slice(0, 8);
  return { manifeste: { version, ressources }, files };
}

const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".geojson": "application/geo+json; charset=utf-8",
  ".topojson": "application/json; charset=utf-8",
};

/** Serves data/ under `donnees/` in dev and writes it there in the build. */
export function donnees(dataDir: string): Plugin {
  let loaded: { readonly stamp: number; readonly servis: Servis } | null = null;
  const packageFile = path.join(dataDir, "datapackage.json");
  const load = async (): Promise<Servis> => {
    const stamp = (await stat(packageFile)).mtimeMs;
    if (loaded?.stamp !== stamp) loaded = { stamp, servis: await servir(dataDir) };
    return loaded.servis;
  };
  return {
    name: "maillage-donnees",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const asked = /^\/donnees\/([^?#]+)/.exec(request.url ?? "")?.[1];
        if (asked === undefined || !existsSync(packageFile)) return next();
        load().then(
          (servis) => {
            const bytes = servis.get(asked);
            if (bytes === undefined) {
              response.statusCode = 404;
              return response.end();
            }
            response.setHeader("Content-Type", TYPES[path.extname(asked)] ?? "application/octet-stream");
            response.setHeader("Cache-Control", "no-cache");
            return response.end(bytes);
          },
          (error: unknown) => next(error),
        );
      });
    },
    async generateBundle() {
      for (const [name, source] of await load()) this.emitFile({ type: "asset", fileName: `donnees/${name}`, source });
    },
  };
}
