import { gzipSync } from "node:zlib";
import { encodeGraph } from "../../src/geo/graph/encode";
import { type RawEdge, type RawGraph, ROAD_CLASSES } from "../../src/geo/graph/road-graph";
import type { SpeedTable } from "../../src/geo/speeds";
import { ODBL } from "./licences";
import { cell, numberOf, readRows } from "./source";
import type { SourceRow } from "./source";
import type { Built, Source, Step } from "./step";

const OSM = "© les contributeurs d'OpenStreetMap";

function edgeOf(row: SourceRow, shape: string): RawEdge {
  const roadClass = (ROAD_CLASSES as readonly string[]).indexOf(cell(row, "class"));
  if (roadClass < 0) throw new Error(`classe de route inconnue : ${cell(row, "class")}`);
  return {
    from: numberOf(row, "a"),
    to: numberOf(row, "b"),
    metres: numberOf(row, "len_m"),
    roadClass,
    ramp: cell(row, "ramp") === "1",
    oneWay: cell(row, "oneway") === "1",
    dense: cell(row, "dense") === "1",
    urban: numberOf(row, "urban_frac"),
    curvature: numberOf(row, "curve_90deg"),
    shape: shape === "" ? [] : shape.split(" ").map(Number),
  };
}

/** The graph of Haute-Vienne + 50 km, or of the region, as the sources give it. */
export function readRawGraph(source: Source, extent: "hv50" | "na" = "hv50"): RawGraph {
  const nodes = readRows(source, `routes/${extent}_nodes.csv.gz`, ",");
  const shapes = source.text(`routes/${extent}_geom.txt.gz`).split("\n");
  const edges = readRows(source, `routes/${extent}_edges.csv.gz`, ",").map((row, e) => edgeOf(row, (shapes[e] ?? "").trim()));
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

function vitesses(source: Source): Built {
  const read = (name: string): SpeedTable => {
    const { kmh, dense, thr, secPer90, constMin } = source.json<SpeedTable>(`routes/${name}.json`);
    return { kmh, dense, thr, secPer90, constMin };
  };
  const tables = { defaut: read("vitesses-calees-na"), "haute-vienne": read("vitesses-calees-87") };
  return {
    descriptor: {
      name: "vitesses",
      path: "vitesses.json",
      title: "Vitesses par classe de route, calées sur METRIC",
      description: "km/h en ville puis hors ville pour autoroute, voie express, primaire, secondaire, tertiaire et mineure, puis bretelle ; km/h en ville dense ; secondes par virage à angle droit ; minutes ajoutées à chaque trajet. « defaut » est calé sur les onze autres départements, sans la Haute-Vienne.",
      format: "json",
      mediatype: "application/json",
      licenses: [ODBL],
      sources: [{ title: "Ajustement du graphe OpenStreetMap 2021 sur les minutes du distancier METRIC (Insee), diagnostic DREES 2019" }],
      publisher: "Projet Maillage",
      vintage: "2019-2021",
      quality: "derive",
      note: "METRIC est lui-même un modèle : les minutes sont des estimations hors circulation.",
    },
    content: `${JSON.stringify(tables)}\n`,
    rows: Object.keys(tables).length,
  };
}

export const grapheStep: Step = {
  resources: ["graphe-hv50", "vitesses"],
  build: (source) => [graphe(source), vitesses(source)],
};
