import { gzipSync } from "node:zlib";
import { encodeGraph } from "../../src/geo/graph/encode";
import { type RawEdge, type RawGraph, ROAD_CLASSES } from "../../src/geo/graph/road-graph";
import { ODBL } from "./licences";
import { cell, numberOf, readRows } from "./source";
import type { SourceRow } from "./source";
import type { Built, Source, Step } from "./step";

const OSM = "© les contributeurs d'OpenStreetMap";

/**
 * Ramps are driven both ways: the extract lost the ramps drawn against their one-way (`oneway=-1`) and their
 * interchanges with them (the A65 from Pau to Aire: 8 minutes). The lengths of a ramp and of its twin are alike.
 */
export function isOneWay(oneWay: boolean, ramp: boolean): boolean {
  return oneWay && !ramp;
}

function edgeOf(row: SourceRow, shape: string): RawEdge {
  const roadClass = (ROAD_CLASSES as readonly string[]).indexOf(cell(row, "class"));
  if (roadClass < 0) throw new Error(`classe de route inconnue : ${cell(row, "class")}`);
  return {
    from: numberOf(row, "a"),
    to: numberOf(row, "b"),
    metres: numberOf(row, "len_m"),
    roadClass,
    ramp: cell(row, "ramp") === "1",
    oneWay: isOneWay(cell(row, "oneway") === "1", cell(row, "ramp") === "1"),
    dense: cell(row, "dense") === "1",
    urban: numberOf(row, "urban_frac"),
    curvature: numberOf(row, "curve_90deg"),
    shape: shape === "" ? [] : shape.split(" ").map(Number),
  };
}

/** The graph of Haute-Vienne + 50 km as the sources give it. */
export function readRawGraph(source: Source): RawGraph {
  const nodes = readRows(source, "routes/hv50_nodes.csv.gz", ",");
  const shapes = source.text("routes/hv50_geom.txt.gz").split("\n");
  const edges = readRows(source, "routes/hv50_edges.csv.gz", ",").map((row, e) => edgeOf(row, (shapes[e] ?? "").trim()));
  return { lon: nodes.map((row) => numberOf(row, "lon")), lat: nodes.map((row) => numberOf(row, "lat")), edges };
}

function graphe(source: Source): Built {
  const raw = readRawGraph(source);
  // gzipSync writes no date: the same graph gives the same bytes.
  const content = gzipSync(encodeGraph(raw), { level: 9 });
  return {
    descriptor: {
      name: "graphe-hv50",
      path: "graphe-hv50.bin.gz",
      title: "Graphe routier de Haute-Vienne et de 50 km autour",
      description: "Carrefours et tronçons (longueur, classe, bretelle, sens unique, part urbaine, densité, sinuosité, tracé) dans un format binaire compact, décrit octet par octet dans src/geo/graph/FORMAT.md.",
      format: "bin.gz",
      mediatype: "application/gzip",
      licenses: [ODBL],
      sources: [{ title: `${OSM}, extrait d'août 2021`, path: "https://www.openstreetmap.org/copyright" }],
      publisher: "Contributeurs d'OpenStreetMap",
      vintage: "août 2021",
      quality: "derive",
      note: "Ni limitations de vitesse affichées, ni interdictions de tourner, ni feux ; quelques sens uniques inversés et ronds-points non étiquetés sont perdus.",
    },
    content,
    rows: raw.edges.length,
  };
}

export const grapheStep: Step = {
  resources: ["graphe-hv50"],
  build: (source) => [graphe(source)],
};
