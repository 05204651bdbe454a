import type { Feature } from "geojson";
import { merge } from "topojson-client";
import type { MultiPolygon, Polygon } from "topojson-specification";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import type { Commune } from "./communes-source";
import { readCommunes, readContours } from "./communes-source";
import type { CommunesTopology } from "./contours";
import { codeOf, communesTopology, departementTopology } from "./contours";
import { collectionOf, featureOf, geojsonFeatures, quantizeTopology } from "./geometry";
import { LICENCE_OUVERTE } from "./licences";
import type { Head } from "./table-csv";
import type { SourceRow } from "./source";
import { cell, readRows } from "./source";
import type { Built, Source, Step } from "./step";
import { csvResource, texte, texteRequis } from "./table-csv";

export const ZONES = ["ZIP", "ZAC", "HZ"] as const;
export type Zone = (typeof ZONES)[number];

const LIBELLES: Readonly<Record<Zone, string>> = {
  ZIP: "zone d'intervention prioritaire",
  ZAC: "zone d'action complémentaire",
  HZ: "hors zonage",
};
const MILLESIME = "mai 2025";
/** Smallest triangle kept outside Haute-Vienne, square degrees: the layer is drawn at region scale there. */
const TRIANGLE = 4e-5;

type CommunePolygon = Polygon<{ readonly code: string }> | MultiPolygon<{ readonly code: string }>;

interface ZoneCommune {
  readonly row: SourceRow;
  readonly code: string;
  readonly zone: Zone;
}

/** Zone of each commune, by code: « 1_ZIP » is ZIP. Throws on an unknown zone. */
export function readZones(source: Source): readonly ZoneCommune[] {
  return readRows(source, "sante/zonage-medecins-na-2025-05.csv", ";")
    .map((row) => {
      const written = cell(row, "zonage_mg");
      const zone = ZONES.find((candidate) => written.endsWith(`_${candidate}`));
      if (zone === undefined) throw new Error(`zonage inconnu « ${written} » : ${JSON.stringify(row)}`);
      return { row, code: cell(row, "code_insee"), zone };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** What both forms of the zoning (table and polygons) say of themselves. */
export const ZONAGE_PROVENANCE: Pick<Head, "licenses" | "sources" | "publisher" | "vintage" | "note"> = {
  licenses: [LICENCE_OUVERTE],
  sources: [
    { title: "CartoSanté / DataSanté, zonage conventionnel des médecins généralistes", path: "https://cartosante.atlasante.fr/" },
    { title: "Relevé par commune : dépôt public Alternantsauvage/ZonageMed" },
  ],
  publisher: "ARS Nouvelle-Aquitaine",
  vintage: MILLESIME,
  note: "Zonage en vigueur en mai 2025, probablement remplacé début 2026 ; à confirmer auprès de l'ARS.",
};

interface Dissolve {
  readonly dep: string;
  readonly topo: CommunesTopology;
  readonly steps: number;
  /** Decimals of the written degrees: no finer than the grid. */
  readonly digits: number;
}

/** One MultiPolygon per zone of a département, dissolved along shared borders, on the same grid as the outlines. */
function dissolveZones({ dep, topo, steps, digits }: Dissolve, zones: ReadonlyMap<string, Zone>, communes: ReadonlyMap<string, Commune>): readonly Feature[] {
  const gridded = quantizeTopology(topo, steps);
  return ZONES.flatMap((zone): readonly Feature[] => {
    const members = gridded.objects.communes.geometries.filter((g) => communes.get(codeOf(g))?.dep === dep && zones.get(codeOf(g)) === zone);
    if (members.length === 0) return [];
    const codes = members.map(codeOf).toSorted();
    const { coordinates } = merge(gridded, members as CommunePolygon[]);
    const rounded = coordinates.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [Number(x.toFixed(digits)), Number(y.toFixed(digits))])));
    const habitants = codes.reduce((total, code) => total + (communes.get(code)?.population ?? 0), 0);
    const properties = { dep, zone, libelle: LIBELLES[zone], communes: codes.length, habitants, codes, millesime: MILLESIME };
    return [featureOf({ type: "MultiPolygon", coordinates: rounded }, properties)];
  });
}

function polygons(source: Source): Built {
  const communes = new Map(readCommunes(source).map((c) => [c.code, c]));
  const zones = new Map(readZones(source).map((z) => [z.code, z.zone]));
  const fine = departementTopology(source);
  const coarse = communesTopology(readContours(source), null, TRIANGLE);
  const features = DEPARTEMENTS_NA.flatMap((dep) =>
    dissolveZones(dep === "87" ? { dep, ...fine, digits: 5 } : { dep, topo: coarse, steps: 2e4, digits: 4 }, zones, communes),
  );
  return geojsonFeatures(
    {
      name: "zonage",
      title: "Zonage des médecins généralistes, zones assemblées",
      description: "Une surface par département et par zone, assemblée à partir des communes. Habitants : population municipale 2023.",
      ...ZONAGE_PROVENANCE,
      quality: "derive",
    },
    collectionOf(features),
  );
}

export const zonageStep: Step = {
  resources: ["zonage-communes", "zonage"],
  build: (source) => [
    csvResource<ZoneCommune>(
      {
        name: "zonage-communes",
        title: "Zonage des médecins généralistes, par commune",
        description: "Zone d'intervention prioritaire (ZIP), zone d'action complémentaire (ZAC) ou hors zonage (HZ). L'unité du zonage est le territoire de vie-santé, appliqué ici aux communes.",
        ...ZONAGE_PROVENANCE,
        quality: "officiel",
      },
      [
        texteRequis("code", "Code INSEE", (z) => z.code),
        texte("zone", "Zone", (z) => z.zone, { constraints: { required: true, enum: ZONES } }),
        texte("appariement", "Appariement", (z) => cell(z.row, "appariement"), {
          description: "comment la commune a été retrouvée dans le relevé, qui ne porte que le code postal et le nom",
        }),
      ],
      readZones(source),
      { primaryKey: ["code"] },
    ),
    polygons(source),
  ],
};
