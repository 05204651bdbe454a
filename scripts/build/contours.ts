import { feature, mergeArcs } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { Commune, ContourCollection } from "./communes-source";
import { readCommunes, readContours } from "./communes-source";
import { quantizeTopology, simplifyTopology, topojsonResource } from "./geometry";
import { LICENCE_OUVERTE } from "./licences";
import type { Built, Source, Step } from "./step";
import type { Head } from "./table-csv";

/** Simplification thresholds (square degrees of the smallest triangle kept) and grid steps across the box. */
const FIN = { minArea: 1e-8, steps: 2e4 };
const REGION = { minArea: 5e-6, steps: 2e4 };
const DEPARTEMENTS = { minArea: 2e-5, steps: 2e4 };

type Attributes = { readonly code: string };
export type CommunesTopology = Topology<{ communes: GeometryCollection<Attributes> }>;

const PROVENANCE: Pick<Head, "licenses" | "sources" | "publisher" | "vintage" | "quality"> = {
  licenses: [LICENCE_OUVERTE],
  sources: [{ title: "Admin Express, contours généralisés (IGN), reportés sur le COG 2026", path: "https://geoservices.ign.fr/adminexpress" }],
  publisher: "IGN",
  vintage: "contours 2018, COG 2026",
  quality: "derive",
};

/** One shared-arc topology of the communes kept, simplified: neighbours keep one common border. */
export function communesTopology(contours: ContourCollection, dep: string | null, minArea: number): CommunesTopology {
  const features = contours.features
    .filter((f) => dep === null || f.properties.code.startsWith(dep))
    .toSorted((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
  const built = topology({ communes: { type: "FeatureCollection", features } as ContourCollection }) as CommunesTopology;
  return simplifyTopology(built, minArea);
}

/** Fine outlines of Haute-Vienne and their grid: what its zones are dissolved from, so that both have the same borders. */
export function departementTopology(source: Source): { readonly topo: CommunesTopology; readonly steps: number } {
  return { topo: communesTopology(readContours(source), "87", FIN.minArea), steps: FIN.steps };
}

/** Code of a geometry of the topology; the library types leave room for geometries without properties. */
export function codeOf(geometry: { readonly properties?: unknown }): string {
  return (geometry.properties as Attributes).code;
}

function communesResource(head: Head, topo: CommunesTopology, communes: readonly Commune[], steps: number): Built {
  const names = new Map(communes.map((c) => [c.code, c.nom]));
  const geometries = topo.objects.communes.geometries.map((geometry) => {
    const code = codeOf(geometry);
    return { ...geometry, id: code, properties: { nom: names.get(code) ?? code } };
  });
  return topojsonResource(head, quantizeTopology({ ...topo, objects: { communes: { type: "GeometryCollection", geometries } } }, steps));
}

type Polygons = Polygon<Attributes> | MultiPolygon<Attributes>;

/** Département outlines, dissolved from the communes along their shared arcs, then simplified further. */
function departements(topo: CommunesTopology, communes: readonly Commune[]): Built {
  const depOf = new Map(communes.map((c) => [c.code, c.dep]));
  const deps = [...new Set(depOf.values())].toSorted();
  const geometries = deps.map((dep) => {
    const members = topo.objects.communes.geometries.filter((g) => depOf.get(codeOf(g)) === dep);
    return { ...mergeArcs(topo, members as Polygons[]), id: dep, properties: { dep } };
  });
  const merged: Topology = { ...topo, objects: { departements: { type: "GeometryCollection", geometries } } };
  // Rebuilt from GeoJSON: the arcs between communes are gone and those left are whole borders.
  const collection = feature(merged, merged.objects["departements"] as GeometryCollection);
  const rebuilt = simplifyTopology(topology({ departements: collection }) as Topology<{ departements: GeometryCollection }>, DEPARTEMENTS.minArea);
  return topojsonResource(
    {
      name: "contours-departements",
      title: "Contours des départements",
      description: "Les 12 départements de Nouvelle-Aquitaine, assemblés à partir des communes. Objet « departements », identifiant = code.",
      ...PROVENANCE,
    },
    quantizeTopology(rebuilt, DEPARTEMENTS.steps),
  );
}

export const contoursStep: Step = {
  resources: ["contours-87", "contours-na", "contours-departements"],
  build(source) {
    const communes = readCommunes(source);
    const region = communesTopology(readContours(source), null, REGION.minArea);
    const hauteVienne = departementTopology(source);
    return [
      communesResource(
        {
          name: "contours-87",
          title: "Contours des communes de Haute-Vienne",
          description: "Les 195 communes, généralisation fine. Objet « communes », identifiant = code INSEE.",
          ...PROVENANCE,
        },
        hauteVienne.topo,
        communes,
        hauteVienne.steps,
      ),
      communesResource(
        {
          name: "contours-na",
          title: "Contours des communes de Nouvelle-Aquitaine",
          description: "Les 4 293 communes, généralisation forte. Objet « communes », identifiant = code INSEE.",
          ...PROVENANCE,
          note: "En Gironde et en Charente-Maritime, les contours comprennent de l'estuaire et de la mer.",
        },
        region,
        communes,
        REGION.steps,
      ),
      departements(region, communes),
    ];
  },
};
