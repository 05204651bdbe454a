import { gzipSync } from "node:zlib";
import { encodeGraph } from "../../src/geo/graph/encode";
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

export const grapheStep: Step = {
  resources: ["graphe-hv50"],
  build: (source) => [graphe(source)],
};
