import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import type { Topology } from "topojson-specification";
import type { ResourceName } from "../../src/domain/ressource";
import type { Descriptor } from "../build/step";

/** A resource as data/datapackage.json describes it. */
export interface Resource extends Descriptor {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export type Row = Readonly<Record<string, string>>;

/** The data package as its files stand: nothing is rebuilt. */
export interface DataPackage {
  readonly resources: readonly Resource[];
  /** Bytes of all the files of the folder, the described ones and the others. */
  readonly folderBytes: number;
  /** Null when the file is not there. */
  bytes(name: string): Uint8Array | null;
  /** Rows of a CSV resource, by column name; empty when it is not there. */
  rows(name: ResourceName): readonly Row[];
  json<T>(name: ResourceName): T | null;
  /** Lines of a CSV resource that the parser could not read as they are declared: first one, in words. */
  malformed(name: ResourceName): string | null;
  /** Text of a resource, decompressed; null when it is not there. */
  text(name: ResourceName): string | null;
}

/** What one check says: shown as a line, a false `ok` fails the command. */
export interface Verdict {
  readonly controle: string;
  readonly attendu: string;
  readonly trouve: string;
  readonly ok: boolean;
  /** Found minus expected, in the unit of the figure; only for figures. */
  readonly ecart?: string;
  /** Why found and expected differ, or which definition is used. */
  readonly raison?: string;
}

export type Check = (data: DataPackage) => readonly Verdict[];

export type ReadFile = (file: string) => Uint8Array | null;

/** A package whose files are read by `read`: from a folder, or from memory in the tests. */
export function openPackage(read: ReadFile, folderBytes: number): DataPackage {
  const descriptor = read("datapackage.json");
  if (descriptor === null) throw new Error("data/datapackage.json est introuvable : lancez « npm run data:build »");
  const { resources } = JSON.parse(new TextDecoder().decode(descriptor)) as { readonly resources: readonly Resource[] };
  const pathOf = (name: string): string => resources.find((one) => one.name === name)?.path ?? name;
  const text = (name: string): string | null => {
    const raw = read(pathOf(name));
    if (raw === null) return null;
    return (pathOf(name).endsWith(".gz") ? gunzipSync(raw) : Buffer.from(raw)).toString("utf8");
  };
  const known = new Map<string, Papa.ParseResult<Row>>();
  const parsed = (name: ResourceName): Papa.ParseResult<Row> => {
    const found = known.get(name) ?? Papa.parse<Row>(text(name) ?? "", { header: true, delimiter: ",", skipEmptyLines: true });
    known.set(name, found);
    return found;
  };
  return {
    resources,
    folderBytes,
    bytes: (name) => read(pathOf(name)),
    rows: (name) => parsed(name).data,
    malformed: (name) => {
      const [error] = parsed(name).errors;
      return error === undefined ? null : `ligne ${(error.row ?? 0) + 2} : ${error.code}`;
    },
    text,
    json: <T>(name: ResourceName): T | null => {
      const found = text(name);
      return found === null ? null : (JSON.parse(found) as T);
    },
  };
}

export function openFolder(folder: string): DataPackage {
  const read: ReadFile = (file) => (existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file)) : null);
  const folderBytes = readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  return openPackage(read, folderBytes);
}

/** The topology of a resource, or null. */
export function topologyOf(data: DataPackage, name: ResourceName): Topology | null {
  return data.json<Topology>(name);
}

/** A check that holds when nothing is found wrong: the first offenders are shown. */
export function none(controle: string, offenders: readonly string[]): Verdict {
  const shown = offenders.slice(0, 5).join(", ");
  return { controle, attendu: "aucune erreur", trouve: offenders.length === 0 ? "aucune erreur" : `${offenders.length} : ${shown}`, ok: offenders.length === 0 };
}
