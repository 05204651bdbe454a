import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { RESSOURCES } from "../../src/domain/ressource";
import type { Built, Descriptor } from "./step";

/** A resource of data/datapackage.json. */
export interface PackageResource extends Descriptor {
  readonly encoding?: "utf-8";
  readonly rows: number;
  readonly bytes: number;
  /** Of the bytes of the file, hexadecimal. */
  readonly sha256: string;
}

export interface DataPackage {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly profile: string;
  readonly resources: readonly PackageResource[];
}

const DESCRIPTOR_FILE = "datapackage.json";

/** The descriptor of a data folder, or null when there is none yet. */
export function readPackage(folder: string): DataPackage | null {
  const file = path.join(folder, DESCRIPTOR_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as DataPackage) : null;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const bytesOf = (built: Built): Uint8Array =>
  typeof built.content === "string" ? Buffer.from(built.content, "utf8") : built.content;

function describe(built: Built): PackageResource {
  const bytes = bytesOf(built);
  const { descriptor } = built;
  const encoding = descriptor.format === "bin.gz" ? {} : { encoding: "utf-8" as const };
  return { ...descriptor, ...encoding, rows: built.rows, bytes: bytes.byteLength, sha256: sha256(bytes) };
}

/** Writes the files of what was built, and the descriptor: resources not rebuilt keep the entry they had. */
export function writePackage(folder: string, built: readonly Built[]): DataPackage {
  mkdirSync(folder, { recursive: true });
  for (const one of built) writeFileSync(path.join(folder, one.descriptor.path), bytesOf(one));
  const entries = new Map([...(readPackage(folder)?.resources ?? []), ...built.map(describe)].map((r) => [r.name, r]));
  const dataPackage: DataPackage = {
    name: "maillage-donnees",
    title: "Données embarquées de Maillage",
    description: "Offre de soins et territoires de Haute-Vienne et de Nouvelle-Aquitaine. Reconstruites par « npm run data:build », vérifiées par « npm run data:check ».",
    profile: "data-package",
    resources: RESSOURCES.flatMap((name) => entries.get(name) ?? []),
  };
  writeFileSync(path.join(folder, DESCRIPTOR_FILE), `${JSON.stringify(dataPackage, null, 1)}\n`);
  return dataPackage;
}
