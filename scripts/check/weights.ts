import { gzipSync } from "node:zlib";
import { type ResourceName, RESSOURCES_TUILES } from "../../src/domain/ressource";
import { servedFiles } from "../vite/decoupe";
import type { Check, DataPackage, Verdict } from "./package";

/** Most kilobytes each file may weigh once packed (gzip): a map that grows slow is seen here first. */
const MAX_KB: Readonly<Partial<Record<ResourceName, number>>> = {
  communes: 130,
  apl: 130,
  etablissements: 220,
  cellules: 1_200,
  services: 700,
  "lieux-dits": 170,
  zonage: 110,
  "contours-87": 70,
  "contours-na": 450,
  "contours-departements": 25,
  rivieres: 15,
  "eau-bois-87": 90,
  "eau-bois-na": 200,
  "routes-87": 70,
  "routes-na": 320,
  "graphe-hv50": 2_700,
  ...Object.fromEntries(RESSOURCES_TUILES.map((name) => [name, 1_300])),
};
/** Any other file. */
const MAX_OTHER_KB = 80;

/** What the first screen of Haute-Vienne reads. */
const PREMIER_ECRAN: readonly ResourceName[] = [
  "communes", "territoires", "zonage-communes", "bpe", "apl", "msp", "corrections", "contours-87", "contours-departements", "rivieres", "eau-bois-87", "routes-87",
];
const PREMIER_ECRAN_KB = 300;

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} ko`;

function packedBytes(bytes: Uint8Array, path: string): number {
  return path.endsWith(".gz") ? bytes.byteLength : gzipSync(bytes, { level: 9 }).byteLength;
}

/** The file as served: of a table cut in two, the part of Haute-Vienne. */
function firstScreenBytes(data: DataPackage, name: ResourceName): number {
  const resource = data.resources.find((one) => one.name === name);
  const bytes = data.bytes(name);
  if (resource === undefined || bytes === null) return 0;
  return servedFiles(name, resource.path, bytes)
    .filter(({ part }) => part !== "reste")
    .reduce((sum, file) => sum + packedBytes(file.bytes, file.path), 0);
}

function weightOf(data: DataPackage, { name, path }: { readonly name: ResourceName; readonly path: string }): Verdict {
  const max = MAX_KB[name] ?? MAX_OTHER_KB;
  const packed = packedBytes(data.bytes(name) ?? new Uint8Array(), path);
  return { controle: name, attendu: `${max} ko au plus`, trouve: kb(packed), ok: packed <= max * 1000 };
}

/** Weights once packed, file by file, and what the first screen reads in all. */
export const weights: Check = (data) => {
  const first = PREMIER_ECRAN.reduce((sum, name) => sum + firstScreenBytes(data, name), 0);
  return [
    ...data.resources.map((resource) => weightOf(data, resource)),
    { controle: "premier écran, Haute-Vienne", attendu: `${PREMIER_ECRAN_KB} ko au plus`, trouve: kb(first), ok: first <= PREMIER_ECRAN_KB * 1000 },
  ];
};
