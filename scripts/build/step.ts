import type { Quality } from "../../src/domain/provenance";
import type { ResourceName } from "../../src/domain/ressource";

/** The source files, read by a path relative to the sources folder. A missing file throws with its path. */
export interface Source {
  bytes(path: string): Uint8Array;
  /** UTF-8 text without its BOM; a path ending in `.gz` is decompressed. */
  text(path: string): string;
  /** Parsed JSON, `.gz` decompressed. The caller knows the shape of the file it names. */
  json<T>(path: string): T;
}

/** Frictionless field. `unit` is ours. */
export interface FieldDescriptor {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "date";
  readonly title: string;
  readonly unit?: string;
  readonly description?: string;
  readonly constraints?: { readonly required?: true; readonly unique?: true; readonly enum?: readonly string[]; readonly pattern?: string };
}

export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/** What a step says of its resource; build-data adds rows, bytes and sha256. */
export interface Descriptor {
  readonly name: ResourceName;
  /** Relative to data/. Text columns are CSV, geometry GeoJSON or TopoJSON, `.gz` when it must be packed. */
  readonly path: string;
  /** French: shown on screen. */
  readonly title: string;
  readonly description: string;
  readonly format: "csv" | "csv.gz" | "geojson" | "topojson" | "json" | "bin.gz";
  readonly mediatype: string;
  readonly schema?: { readonly fields: readonly FieldDescriptor[]; readonly primaryKey?: readonly string[] };
  readonly licenses: readonly Licence[];
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly publisher: string;
  readonly vintage: string;
  readonly quality: Quality;
  /** A limit the reader must know, in French. */
  readonly note?: string;
}

export interface Built {
  readonly descriptor: Descriptor;
  /** The bytes of the file, exactly as written (already compressed for `.gz`). Text is UTF-8 with LF. */
  readonly content: string | Uint8Array;
  /** Rows, features or edges: what the resource counts. */
  readonly rows: number;
}

/** A group of resources built together. `resources` lets `--only` choose without running the step. */
export interface Step {
  readonly resources: readonly ResourceName[];
  /** Deterministic: the same sources give the same bytes. */
  build(source: Source): readonly Built[];
}
