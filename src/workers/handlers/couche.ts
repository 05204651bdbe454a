import type { Feature, FeatureCollection } from "geojson";
import { type CoucheId, ORIGINE_COUCHE, type OrigineCouche } from "../../domain/couche";
import type { GenreSite } from "../../domain/genre-site";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Niveau } from "../../domain/perimetre";
import type { Dataset, ResourceName } from "../../domain/ressource";
import { findColumn, indexBy, numberValues, type Table, textValues } from "../../domain/table";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import { communesDe, type Lieu, trouverLieu } from "./lieu";
import type { Contenu } from "./contenu";
import type { LireTerritoire } from "./territoire";

/** What a layer is asked with. */
interface Demande {
  readonly loader: Loader;
  readonly lireTerritoire: LireTerritoire;
  readonly couche: CoucheId;
  readonly lieu: Lieu;
  readonly corrections: boolean;
}

/** Degrees around the territory within which sites are drawn: those one may travel to. */
const MARGE = 0.6;

interface Point {
  readonly id: string;
  readonly nom: string;
  readonly genre: string;
  readonly commune: string | null;
  readonly lon: number;
  readonly lat: number;
}

function featureOf({ id, nom, genre, commune, lon, lat }: Point, more: Readonly<Record<string, unknown>> = {}): Feature {
  return { type: "Feature", properties: { id, nom, genre, code_commune: commune, ...more }, geometry: { type: "Point", coordinates: [lon, lat] } };
}

/** The points of a layer around the territory, and how many stand inside it. */
function around(all: readonly Point[], communes: Table): { readonly shown: readonly Point[]; readonly count: number } {
  const codes = indexBy(communes, "code");
  const lon = numberValues(communes, "lon");
  const lat = numberValues(communes, "lat");
  const [west, east] = [Math.min(...lon) - MARGE, Math.max(...lon) + MARGE];
  const [south, north] = [Math.min(...lat) - MARGE, Math.max(...lat) + MARGE];
  const shown = all.filter((p) => p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north);
  return { shown, count: all.filter(({ commune }) => commune !== null && codes.has(commune)).length };
}

/** Rows of a table of points, with the ids their lists of sites have. */
function readPoints(table: Table, keep: (genre: string) => boolean): readonly Point[] {
  // A table that the user has not brought yet has no column either.
  if (table.length === 0) return [];
  const ids = textValues(table, findColumn(table, "finess") === undefined ? "id" : "finess");
  const [noms, genres, communes] = [textValues(table, "nom"), textValues(table, "genre"), textValues(table, "code_commune")];
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  return ids.flatMap((id, row): Point[] => {
    const genre = genres[row] ?? "";
    const [x, y] = [lon[row] ?? Number.NaN, lat[row] ?? Number.NaN];
    if (!keep(genre) || Number.isNaN(x + y)) return [];
    return [{ id: id ?? `${table.id}-${row + 1}`, nom: noms[row] ?? "Site sans nom", genre, commune: communes[row] ?? null, lon: x, lat: y }];
  });
}

/** Kinds that the corrections table may add to a layer. */
const CORRIGES: Readonly<Partial<Record<CoucheId, GenreSite>>> = { msp: "msp", "centres-sante": "centre-sante-medecin" };

/** Sites of a resource, those of the corrections table with them when asked for: without that file the register's are still drawn. */
async function points({ loader, couche, lieu, corrections }: Demande, genre: GenreSite | null, resource: ResourceName): Promise<Outcome<Contenu>> {
  const dataset = await loader.dataset(resource, "tout");
  if (!dataset.ok) return dataset;
  const corrige = CORRIGES[couche];
  const more = corrections && corrige !== undefined ? await loader.dataset("corrections", "tout") : null;
  const all = [
    ...readPoints(dataset.value.table, (found) => genre === null || found === genre),
    ...(more?.ok === true ? readPoints(more.value.table, (found) => found === corrige) : []),
  ];
  const { shown, count } = around(all, communesDe(lieu));
  const sources = [dataset.value.provenance, ...(more?.ok === true ? [more.value.provenance] : [])];
  return success({ features: shown.map((point) => featureOf(point)), count, sources, issues: [...dataset.issues, ...(more?.issues ?? [])] });
}

/** Chefs-lieux of the communes of the territory where a figure is above 0. */
async function chefsLieux({ loader, lieu }: Demande, resource: "bpe" | "urgences-communes", column: string, genre: string): Promise<Outcome<Contenu>> {
  const dataset = await loader.dataset(resource, resource === "bpe" ? lieu.etendue : "tout");
  if (!dataset.ok) return dataset;
  const communes = communesDe(lieu);
  const values = numberValues(dataset.value.table, column);
  const rows = indexBy(dataset.value.table, "code");
  const noms = textValues(communes, "nom");
  const lon = numberValues(communes, "lon");
  const lat = numberValues(communes, "lat");
  let total = 0;
  const features = textValues(communes, "code").flatMap((code, i): Feature[] => {
    const nombre = values[rows.get(code ?? "") ?? -1] ?? Number.NaN;
    if (code === null || !(nombre > 0)) return [];
    total += nombre;
    return [featureOf({ id: code, nom: noms[i] ?? code, genre, commune: code, lon: lon[i] ?? Number.NaN, lat: lat[i] ?? Number.NaN }, { code, nombre })];
  });
  const sources = [dataset.value.provenance];
  return success({ features, count: resource === "bpe" ? total : features.length, sources, issues: dataset.issues });
}

async function limites({ lireTerritoire, lieu }: Demande, niveau: Niveau): Promise<Outcome<Contenu>> {
  const charge = await lireTerritoire(lieu.territoire.code);
  if (!charge.ok) return charge;
  const { features } = charge.value.contours(niveau);
  return success({ features, count: features.length, sources: [lieu.territoires.provenance], issues: [] });
}

/** Zones of the départements that the territory touches, cut to what is around it. */
async function zonage({ loader, lieu }: Demande): Promise<Outcome<Contenu>> {
  const dataset: Outcome<Dataset> = await loader.dataset("zonage", "tout");
  if (!dataset.ok) return dataset;
  const deps = new Set(textValues(communesDe(lieu), "dep"));
  const features = (dataset.value.features?.features ?? []).filter(({ properties }) => deps.has(String(properties?.["dep"])));
  const count = communesDe(lieu).length;
  return success({ features, count, sources: [dataset.value.provenance], issues: dataset.issues });
}

type Reader<K extends OrigineCouche["kind"]> = (demande: Demande, origine: Extract<OrigineCouche, { kind: K }>) => Promise<Outcome<Contenu>>;

/** One line an origin. */
const READERS: { readonly [K in OrigineCouche["kind"]]: Reader<K> } = {
  zonage: (demande) => zonage(demande),
  limites: (demande, { niveau }) => limites(demande, niveau),
  // Loaded on first use: most visits bring no perimeter.
  perimetres: async ({ loader, lieu }, { resource, colonne }) => (await import("./perimetres")).perimetres(loader, lieu, resource, colonne),
  medecins: (demande) => chefsLieux(demande, "bpe", "medecins_generalistes", "medecin"),
  points: async (demande, { resource, genre }) =>
    resource === null ? (await import("./ateliers")).pointsAteliers(communesDe(demande.lieu)) : resource === "urgences-communes" ? chefsLieux(demande, resource, "mcs", "mcs") : points(demande, genre, resource),
};

/** One layer, ready to be drawn. */
export const chargerCouche =
  (loader: Loader, lireTerritoire: LireTerritoire): Handler<"charger-couche"> =>
  async ({ couche, territoire, corrections }) => {
    const lieu = await trouverLieu(loader, territoire);
    if (!lieu.ok) return lieu;
    const origine = ORIGINE_COUCHE[couche];
    const read = READERS[origine.kind] as Reader<OrigineCouche["kind"]>;
    const contenu = await read({ loader, lireTerritoire, couche, lieu: lieu.value, corrections }, origine);
    if (!contenu.ok) return failure(...contenu.issues);
    const features: FeatureCollection = { type: "FeatureCollection", features: [...contenu.value.features] };
    return success({ ...contenu.value, couche, features });
  };
