import type { BBox, Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon } from "geojson";
import { feature, merge } from "topojson-client";
import { filter, filterWeight, planarRingArea } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import { cleanSurface, collectionOf, featureOf, quantizeTopology, simplifyTopology, stitchLines, topojsonResource, topologyOf } from "./geometry";
import { BOITE_87, HECTARE, OSM, touches } from "./fond-osm";
import { LICENCE_OUVERTE } from "./licences";
import type { Built, Source, Step } from "./step";

/** Grid steps across the box of each file. */
const STEPS = 1e4;

type Nature = "eau" | "bois";

/** Thresholds: smallest triangle of a line and smallest area of a patch, in hectares. */
interface Finesse {
  readonly triangle: number;
  readonly aire: number;
}

interface Reglage {
  readonly boite: BBox | null;
  readonly eau: Finesse;
  readonly bois: Finesse;
}

const REGLAGES: Readonly<Record<"87" | "na", Reglage>> = {
  "87": { boite: BOITE_87, eau: { triangle: 2.5, aire: 15 }, bois: { triangle: 11, aire: 160 } },
  na: { boite: null, eau: { triangle: 4, aire: 40 }, bois: { triangle: 16, aire: 250 } },
};

/** Patches stitched back along the tile edges that cut them, simplified, the small ones dropped. */
function stitchPatches(shape: MultiPolygon, boite: BBox | null, finesse: Finesse): Feature {
  const patches = shape.coordinates.filter((rings) => touches(rings[0] ?? [], boite));
  const cut = topologyOf({ surfaces: collectionOf(patches.map((coordinates) => featureOf({ type: "Polygon", coordinates }))) });
  const whole = merge(cut, cut.objects.surfaces.geometries.filter((g) => g.type === "Polygon"));
  const stitched = topologyOf({ surfaces: collectionOf([featureOf(cleanSurface(whole))]) });
  const simple = simplifyTopology(stitched, finesse.triangle * HECTARE);
  const kept = filter(simple, filterWeight(simple, finesse.aire * HECTARE, planarRingArea));
  const [first] = feature(kept, kept.objects.surfaces as GeometryCollection).features;
  if (first === undefined) throw new Error("eau ou bois : rien ne reste après simplification");
  return first;
}

/** The grid flattens and turns over a few small rings: the surfaces are put right after it. */
function cleaned(topo: Topology<Record<Nature, GeometryCollection>>, nature: Nature): FeatureCollection {
  const { features } = feature(topo, topo.objects[nature]);
  return collectionOf(features.map((f) => featureOf(cleanSurface(f.geometry as MultiPolygon))));
}

function eauBois(source: Source, name: "eau-bois-87" | "eau-bois-na", file: string, reglage: Reglage, title: string): Built {
  const collection = source.json<FeatureCollection<MultiPolygon, { readonly nature: string }>>(file);
  const objectOf = (nature: Nature): FeatureCollection => {
    const found = collection.features.find((f) => f.properties.nature === nature);
    if (found === undefined) throw new Error(`${file} : pas de nature « ${nature} »`);
    return collectionOf([stitchPatches(found.geometry, reglage.boite, reglage[nature])]);
  };
  const gridded = quantizeTopology(topologyOf({ eau: objectOf("eau"), bois: objectOf("bois") }), STEPS);
  return topojsonResource(
    {
      name,
      title,
      description: `Fond de carte : plans d'eau de ${reglage.eau.aire} ha et plus, bois de ${reglage.bois.aire} ha et plus. Objets « eau » et « bois ».`,
      ...OSM,
      note: "Surfaces généralisées, à remplir sans contour.",
    },
    quantizeTopology(topologyOf({ eau: cleaned(gridded, "eau"), bois: cleaned(gridded, "bois") }), STEPS),
  );
}

/** « LA VIENNE » → « La Vienne », « GAVE D'OLORON » → « Gave d'Oloron ». */
export function riverName(capitals: string): string {
  const lower = capitals.toLowerCase().replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
  return lower.replace(/(?<=.)\b(De|Des|Du|La|Le|Les)(?= )/gu, (word) => word.toLowerCase()).replace(/(?<=\s)D'/gu, "d'");
}

type RiverLine = LineString | MultiLineString;

function rivieres(source: Source): Built {
  const topo = source.json<Topology<{ rivers: GeometryCollection<{ readonly name: string }> }>>("geo/rivieres-na.topojson");
  const byName = new Map<string, RiverLine[]>();
  for (const river of feature(topo, topo.objects.rivers).features) {
    // Three entries of the source have no geometry.
    if (river.geometry === null) continue;
    const nom = riverName(river.properties.name);
    byName.set(nom, [...(byName.get(nom) ?? []), river.geometry as RiverLine]);
  }
  const features = [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([nom, lines]) => featureOf(stitchLines(lines), { nom }));
  return topojsonResource(
    {
      name: "rivieres",
      title: "Grandes rivières",
      description: "Fond de carte : cours d'eau principaux, nommés. Objet « rivieres », propriété « nom ».",
      licenses: [LICENCE_OUVERTE],
      sources: [{ title: "Cours d'eau principaux (IGN)", path: "https://geoservices.ign.fr/" }],
      publisher: "IGN",
      vintage: "sans date",
      quality: "officiel",
      note: "Grandes rivières seulement ; noms sans accents dans la source.",
    },
    quantizeTopology(simplifyTopology(topologyOf({ rivieres: collectionOf(features) }), 0.5 * HECTARE), STEPS),
  );
}

export const basemapStep: Step = {
  resources: ["rivieres", "eau-bois-87", "eau-bois-na"],
  build: (source) => [
    rivieres(source),
    eauBois(source, "eau-bois-87", "geo/eau-bois-hv50-osm2021.geojson.gz", REGLAGES["87"], "Eau et bois autour de la Haute-Vienne"),
    eauBois(source, "eau-bois-na", "geo/eau-bois-na-osm2021.geojson.gz", REGLAGES.na, "Eau et bois de Nouvelle-Aquitaine"),
  ],
};
