import { gzipSync } from "node:zlib";
import { encodeGraph } from "../../src/geo/graph/encode";
import type { SpeedTable } from "../../src/geo/speeds";
import { readRawGraph } from "./graphe-source";
import { ODBL } from "./licences";
import type { Built, Descriptor, Source, Step } from "./step";

/** What every file of the road graph says of itself. */
export const GRAPHE_OSM = {
  format: "bin.gz",
  mediatype: "application/gzip",
  licenses: [ODBL],
  sources: [{ title: "© les contributeurs d'OpenStreetMap, extrait d'août 2021", path: "https://www.openstreetmap.org/copyright" }],
  publisher: "Contributeurs d'OpenStreetMap",
  vintage: "août 2021",
  quality: "derive",
  note: "Ni limitations de vitesse affichées, ni interdictions de tourner, ni feux ; quelques sens uniques inversés et ronds-points non étiquetés sont perdus.",
} as const satisfies Partial<Descriptor>;

function graphe(source: Source): Built {
  const raw = readRawGraph(source, "hv50");
  // gzipSync writes no date: the same graph gives the same bytes.
  const content = gzipSync(encodeGraph(raw), { level: 9 });
  return {
    descriptor: {
      name: "graphe-hv50",
      path: "graphe-hv50.bin.gz",
      title: "Graphe routier de Haute-Vienne et de 50 km autour",
      description: "Carrefours et tronçons (longueur, classe, bretelle, sens unique, part urbaine, densité, sinuosité, tracé) dans un format binaire compact, décrit octet par octet dans src/geo/graph/FORMAT.md.",
      ...GRAPHE_OSM,
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
