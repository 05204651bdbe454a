import { bbox, booleanPointInPolygon } from "@turf/turf";
import type { BBox } from "geojson";
import type { ContourFeature } from "./communes-source";
import { readContours } from "./communes-source";
import { OSM } from "./fond-osm";
import type { SourceRow } from "./source";
import { cell, numberOf, readRows } from "./source";
import type { Built, Source, Step } from "./step";
import { csvResource, nombre, texte, texteRequis } from "./table-csv";

const POSITION = { unit: "degres", constraints: { required: true } } as const;

const serviceKey = (r: SourceRow): string => ["code_commune", "type", "nom", "lon", "lat"].map((column) => cell(r, column)).join(" ");

function services(source: Source): Built {
  return csvResource<SourceRow>(
    {
      name: "services",
      title: "Lieux de la vie quotidienne",
      description: "Écoles, commerces, services publics, transports, hébergements et loisirs relevés par OpenStreetMap.",
      ...OSM,
      note: "Relevé bénévole, inégal : pharmacies, bureaux de poste et écoles sont bien couverts ; gares, médecins, dentistes et crèches ne le sont qu'en partie.",
    },
    [
      texteRequis("type", "Type", (r) => cell(r, "type")),
      texte("nom", "Nom", (r) => (cell(r, "nom") === "" ? null : cell(r, "nom"))),
      texteRequis("code_commune", "Commune", (r) => cell(r, "code_commune")),
      nombre("lon", "Longitude", 5, (r) => numberOf(r, "lon"), POSITION),
      nombre("lat", "Latitude", 5, (r) => numberOf(r, "lat"), POSITION),
    ],
    readRows(source, "geo/services-na-osm2021.csv.gz", ",").toSorted((a, b) => (serviceKey(a) < serviceKey(b) ? -1 : 1)),
  );
}

interface Lieu {
  readonly c: string;
  readonly n?: string;
  readonly lon: number;
  readonly lat: number;
}

/** OpenStreetMap place types that name somewhere people live or go, in French. Squares, islets and the « state » are left out. */
const GENRES_LIEU: Readonly<Record<string, string>> = {
  city: "ville",
  town: "bourg",
  village: "village",
  suburb: "quartier",
  quarter: "quartier",
  neighbourhood: "quartier",
  hamlet: "hameau",
  farm: "ferme",
  isolated_dwelling: "habitation isolée",
  locality: "lieu-dit",
};

interface LieuSitue {
  readonly nom: string;
  readonly genre: string;
  readonly lon: number;
  readonly lat: number;
  readonly codeCommune: string | null;
}

/** Finds the commune of a point: its box first, then its outline. */
function communeFinder(features: readonly ContourFeature[]): (lon: number, lat: number) => string | null {
  const boxed = features.map((f): { readonly f: ContourFeature; readonly box: BBox } => ({ f, box: bbox(f) }));
  return (lon, lat) => {
    const inside = boxed.find(({ f, box: [west = 0, south = 0, east = 0, north = 0] }) => {
      return lon >= west && lon <= east && lat >= south && lat <= north && booleanPointInPolygon([lon, lat], f);
    });
    return inside?.f.properties.code ?? null;
  };
}

const lieuKey = (l: LieuSitue): string => `${l.codeCommune ?? "~"} ${l.nom} ${l.lon} ${l.lat}`;

function lieuxDits(source: Source): Built {
  const communeAt = communeFinder(readContours(source).features);
  const lieux = source
    .json<readonly Lieu[]>("geo/lieux-dits-hv-osm2021.json")
    .flatMap(({ c, n, lon, lat }): readonly LieuSitue[] => {
      const genre = GENRES_LIEU[c];
      return genre === undefined || n === undefined ? [] : [{ nom: n, genre, lon, lat, codeCommune: communeAt(lon, lat) }];
    });
  return csvResource<LieuSitue>(
    {
      name: "lieux-dits",
      title: "Lieux-dits de Haute-Vienne",
      description: "Villages, hameaux et lieux-dits nommés, pour la recherche et les étiquettes.",
      ...OSM,
      note: "La commune est celle dont le contour contient le point ; vide hors de la région.",
    },
    [
      texteRequis("nom", "Nom", (l) => l.nom),
      texteRequis("genre", "Genre", (l) => l.genre),
      nombre("lon", "Longitude", 5, (l) => l.lon, POSITION),
      nombre("lat", "Latitude", 5, (l) => l.lat, POSITION),
      texte("code_commune", "Commune", (l) => l.codeCommune),
    ],
    lieux.toSorted((a, b) => (lieuKey(a) < lieuKey(b) ? -1 : 1)),
  );
}

export const lieuxStep: Step = {
  resources: ["services", "lieux-dits"],
  build: (source) => [services(source), lieuxDits(source)],
};
