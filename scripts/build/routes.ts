import type { BBox, Feature, FeatureCollection, MultiLineString, Position } from "geojson";
import { BOITE_87, HECTARE, OSM, touches } from "./fond-osm";
import { collectionOf, featureOf, quantizeTopology, simplifyTopology, stitchLines, topojsonResource, topologyOf } from "./geometry";
import type { Built, Source, Step } from "./step";

/** Grid steps across the box of each file. */
const STEPS = 1e4;
/** A degree of longitude is 0.7 of a degree of latitude at 45.8° north. */
const RATIO = 0.7;

interface Routes {
  readonly name: "routes-87" | "routes-na";
  readonly file: string;
  readonly title: string;
  readonly classes: readonly string[];
  readonly boite: BBox | null;
  /** Junctions in the same cell of that grid (degrees of latitude) become one: roundabouts and carriageways side by side. */
  readonly grille: number;
  /** Smallest triangle kept, in hectares. */
  readonly triangle: number;
}

const ROUTES: readonly Routes[] = [
  {
    name: "routes-87",
    file: "routes/routes_hv50.geojson.gz",
    title: "Routes principales de Haute-Vienne",
    classes: ["motorway", "trunk", "primary", "secondary"],
    boite: BOITE_87,
    grille: 7e-4,
    triangle: 0.85,
  },
  {
    name: "routes-na",
    file: "routes/routes_principales_na.geojson.gz",
    title: "Routes principales de Nouvelle-Aquitaine",
    classes: ["motorway", "trunk", "primary"],
    boite: null,
    grille: 1e-3,
    triangle: 1.8,
  },
];

interface Line {
  readonly classe: string;
  readonly points: readonly Position[];
}

function readLines(source: Source, options: Routes): readonly Line[] {
  const collection = source.json<FeatureCollection<MultiLineString, { readonly classe: string }>>(options.file);
  return options.classes.flatMap((classe) => {
    const found = collection.features.find((f) => f.properties.classe === classe);
    if (found === undefined) throw new Error(`${options.file} : pas de classe « ${classe} »`);
    return found.geometry.coordinates.filter((points) => touches(points, options.boite)).map((points) => ({ classe, points }));
  });
}

const cellOf = (point: Position | undefined, grille: number): string =>
  `${Math.round(((point?.[0] ?? 0) * RATIO) / grille)},${Math.round((point?.[1] ?? 0) / grille)}`;

/** The mean of the junctions of each cell, whatever the class of the roads that meet there. */
function junctionCentres(lines: readonly Line[], grille: number): ReadonlyMap<string, Position> {
  const sums = new Map<string, readonly [x: number, y: number, n: number]>();
  for (const { points } of lines) {
    for (const point of [points[0], points.at(-1)]) {
      const key = cellOf(point, grille);
      const [x, y, n] = sums.get(key) ?? [0, 0, 0];
      sums.set(key, [x + (point?.[0] ?? 0), y + (point?.[1] ?? 0), n + 1]);
    }
  }
  return new Map([...sums].map(([key, [x, y, n]]) => [key, [x / n, y / n]]));
}

function lengthOf(points: readonly Position[]): number {
  return points.reduce((total, [x = 0, y = 0], i) => {
    const [x0 = x, y0 = y] = points[i - 1] ?? [];
    return total + Math.hypot((x - x0) * RATIO, y - y0);
  }, 0);
}

/** Lines with their ends moved to the junction of their cell; loops within a cell and short doubles between two junctions are dropped. */
function mergeJunctions(lines: readonly Line[], grille: number): readonly Line[] {
  const centres = junctionCentres(lines, grille);
  const doubles = new Set<string>();
  const short = 4 * grille;
  return lines.flatMap(({ classe, points }): readonly Line[] => {
    const [start, end] = [cellOf(points[0], grille), cellOf(points.at(-1), grille)];
    if (lengthOf(points) < short) {
      const key = [start, end].toSorted().join(" ");
      if (start === end || doubles.has(key)) return [];
      doubles.add(key);
    }
    const [first, last] = [centres.get(start), centres.get(end)];
    return first === undefined || last === undefined ? [] : [{ classe, points: [first, ...points.slice(1, -1), last] }];
  });
}

/** One MultiLineString per class: the pieces between junctions stitched end to end, then simplified. */
function routes(source: Source, options: Routes): Built {
  const lines = mergeJunctions(readLines(source, options), options.grille);
  const features = options.classes.map((classe): Feature => {
    const coordinates = lines.filter((line) => line.classe === classe).map((line) => [...line.points]);
    return featureOf(stitchLines([{ type: "MultiLineString", coordinates }]), { classe });
  });
  const simple = simplifyTopology(topologyOf({ routes: collectionOf(features) }), options.triangle * HECTARE);
  return topojsonResource(
    {
      name: options.name,
      title: options.title,
      description: `Fond de carte : une ligne multiple par classe (${options.classes.join(", ")}). Objet « routes », propriété « classe ».`,
      ...OSM,
      note: "Tracés généralisés pour l'affichage : les temps de trajet se calculent sur le graphe, pas sur eux.",
    },
    quantizeTopology(simple, STEPS),
  );
}

export const routesStep: Step = {
  resources: ["routes-87", "routes-na"],
  build: (source) => ROUTES.map((options) => routes(source, options)),
};
