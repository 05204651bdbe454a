import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { RESSOURCES } from "../../src/domain/ressource";
import type { FeatureCollection } from "geojson";
import type { Topology } from "topojson-specification";
import { decodeGraph } from "../../src/geo/graph/decode";
import { type Check, type DataPackage, none, type Resource } from "./package";

const MAX_BYTES = 40_000_000;
const FIELDS = ["name", "path", "title", "publisher", "vintage", "quality", "licenses", "sources", "rows", "bytes", "sha256"] as const;

/** What a file really counts, by its format; null when it cannot be counted here. */
const COUNT: Readonly<Record<Resource["format"], (data: DataPackage, resource: Resource) => number | null>> = {
  csv: (data, { name }) => data.rows(name).length,
  "csv.gz": (data, { name }) => data.rows(name).length,
  geojson: (data, { name }) => data.json<FeatureCollection>(name)?.features.length ?? null,
  topojson: (data, { name }) =>
    Object.values(data.json<Topology>(name)?.objects ?? {}).reduce((sum, object) => sum + (object.type === "GeometryCollection" ? object.geometries.length : 1), 0),
  json: (data, { name }) => Object.keys(data.json<object>(name) ?? {}).length,
  "bin.gz": (data, { name }) => {
    const bytes = data.bytes(name);
    const graph = bytes === null ? null : decodeGraph(gunzipSync(bytes));
    return graph?.ok === true ? graph.value.edgeCount : null;
  },
};

/** Every resource is there, described, of the size, sum and row count that its descriptor says. */
export const integrity: Check = (data) => {
  const names = new Set<string>(data.resources.map(({ name }) => name));
  const present = data.resources.filter(({ name }) => data.bytes(name) !== null);
  const wrongSum = present.filter((one) => createHash("sha256").update(data.bytes(one.name) ?? "").digest("hex") !== one.sha256);
  const wrongRows = present.filter((one) => COUNT[one.format](data, one) !== one.rows);
  return [
    none("ressources attendues", RESSOURCES.filter((name) => !names.has(name))),
    none("ressources sans emploi", [...names].filter((name) => !(RESSOURCES as readonly string[]).includes(name))),
    none("fichiers présents", data.resources.filter(({ name }) => data.bytes(name) === null).map(({ path }) => path)),
    none("descriptions complètes", data.resources.flatMap((one) => FIELDS.filter((field) => one[field] === undefined || one[field] === "").map((field) => `${one.name}.${field}`))),
    none("sommes sha256", wrongSum.map(({ name }) => name)),
    none("tailles", present.filter((one) => data.bytes(one.name)?.byteLength !== one.bytes).map(({ name }) => name)),
    none("nombres de lignes", wrongRows.map((one) => `${one.name} (${COUNT[one.format](data, one) ?? "illisible"} au lieu de ${one.rows})`)),
    { controle: "taille du dossier", attendu: `moins de ${MAX_BYTES / 1e6} Mo`, trouve: `${(data.folderBytes / 1e6).toFixed(1)} Mo`, ok: data.folderBytes < MAX_BYTES },
  ];
};
