import * as v from "valibot";
import { issue } from "../domain/issue";
import { foldName } from "../domain/fold";
import { failure, type Outcome, success } from "../domain/outcome";
import { E7, type RoadLines } from "../geo/graph/road-lines";
import type { RoadFile } from "./road-file";
import { Growing } from "./growing";
import { type RoadKind, roadKind, ROAD_TAGS, type RoadTags } from "./road-tags";

const collection = v.looseObject({
  type: v.literal("FeatureCollection"),
  crs: v.optional(v.unknown()),
  features: v.array(
    v.looseObject({
      geometry: v.nullish(v.looseObject({ type: v.string(), coordinates: v.optional(v.unknown()) })),
      properties: v.nullish(v.record(v.string(), v.unknown())),
    }),
  ),
});
type Features = v.InferOutput<typeof collection>["features"];

/** Columns that name the class of a road, the first that is there counts (`fclass`: extracts of Geofabrik). */
const CLASS_COLUMNS = ["highway", "classe", "class", "fclass"];
const FRENCH_CLASSES: ReadonlyMap<string, string> = new Map([
  ["autoroute", "motorway"],
  ["voie express", "trunk"],
  ["voie rapide", "trunk"],
  ["nationale", "primary"],
  ["primaire", "primary"],
  ["departementale", "secondary"],
  ["secondaire", "secondary"],
  ["tertiaire", "tertiary"],
  ["communale", "tertiary"],
  ["mineure", "minor"],
  ["rue", "residential"],
]);
/** Words of the column `sens` (BD TOPO), as `oneway` writes them. */
const SENS: ReadonlyMap<string, string> = new Map([
  ["sens direct", "yes"],
  ["direct", "yes"],
  ["sens inverse", "-1"],
  ["inverse", "-1"],
  ["double sens", "no"],
  ["double", "no"],
]);

/** Class of a line that does not say its own. */
const DEFAULT_CLASS = "minor";

/** The attributes of a line in the words of OpenStreetMap; a line without a class is a minor road. */
function tagsOf(properties: Readonly<Record<string, unknown>>): RoadTags & { readonly supposed: boolean } {
  const tags: RoadTags = {};
  for (const name of ROAD_TAGS) {
    const value = properties[name];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") tags[name] = String(value);
  }
  const said = CLASS_COLUMNS.map((name) => properties[name]).find((value) => typeof value === "string" && value !== "");
  tags.highway = said === undefined ? DEFAULT_CLASS : (FRENCH_CLASSES.get(foldName(String(said))) ?? String(said));
  const sens = SENS.get(foldName(String(properties["sens"] ?? "")));
  if (tags.oneway === undefined && sens !== undefined) tags.oneway = sens;
  return { ...tags, supposed: said === undefined };
}

const METRES = "ses coordonnées sont des mètres (Lambert-93 ?) : enregistrez-le en longitude et latitude (WGS84, EPSG:4326)";

/** Projection that the file says it is in; null when it says none, or degrees. */
function projectionOf(crs: unknown): string | null {
  const text = JSON.stringify(crs ?? "");
  if (text.includes("2154")) return METRES.replace("(Lambert-93 ?)", "(Lambert-93)");
  const other = /EPSG:+(\d+)/.exec(text)?.[1];
  return other === undefined || other === "4326" ? null : `il est en projection EPSG:${other} : enregistrez-le en WGS84 (EPSG:4326)`;
}

/** Places equal to 1e-5 degree are one. */
class Joined {
  readonly lonE7 = new Growing<Int32Array>((length) => new Int32Array(length));
  readonly latE7 = new Growing<Int32Array>((length) => new Int32Array(length));
  private readonly known = new Map<number, number>();

  /** Index of a place, degrees. */
  at(lon: number, lat: number): number {
    const key = Math.round((lon + 180) * 1e5) * 20_000_000 + Math.round((lat + 90) * 1e5);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const index = this.lonE7.length;
    this.lonE7.push(Math.round(lon * E7));
    this.latE7.push(Math.round(lat * E7));
    this.known.set(key, index);
    return index;
  }
}

function numbersOf(position: unknown): readonly [number, number] | null {
  if (!Array.isArray(position)) return null;
  const [lon, lat] = position as readonly unknown[];
  return typeof lon === "number" && typeof lat === "number" && Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;
}

/** The lines of a geometry; null when it is not made of lines. */
function linesIn(geometry: Features[number]["geometry"]): readonly unknown[] | null {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  if (geometry?.type === "MultiLineString") return Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  return null;
}

/** Fills the columns of RoadLines, cutting a line where a position cannot be read. */
class LineColumns {
  private readonly joined = new Joined();
  private readonly start = new Growing<Int32Array>((length) => new Int32Array(length));
  private readonly place = new Growing<Int32Array>((length) => new Int32Array(length));
  private readonly attributes = new Growing<Uint8Array>((length) => new Uint8Array(length));
  private readonly surroundings = new Growing<Uint8Array>((length) => new Uint8Array(length));
  private first = 0;
  count = 0;
  reparees = 0;
  pointsManquants = 0;
  /** A position whose figures cannot be degrees was met. */
  metres = false;

  add(line: unknown, kind: RoadKind): void {
    const positions = Array.isArray(line) ? (line as readonly unknown[]) : [];
    let whole = true;
    for (const position of kind.backwards ? positions.toReversed() : positions) {
      const numbers = numbersOf(position);
      if (numbers !== null && Math.abs(numbers[0]) <= 180 && Math.abs(numbers[1]) <= 90) this.push(this.joined.at(...numbers));
      else {
        this.metres ||= numbers !== null;
        this.pointsManquants += 1;
        whole = false;
        this.close(kind);
      }
    }
    this.close(kind);
    if (!whole) this.reparees += 1;
  }

  lines(): RoadLines {
    this.start.push(this.place.length);
    return {
      lonE7: this.joined.lonE7.take(),
      latE7: this.joined.latE7.take(),
      start: this.start.take(),
      place: this.place.take(),
      attributes: this.attributes.take(),
      surroundings: this.surroundings.take(),
    };
  }

  private push(place: number): void {
    if (this.place.length === this.first || this.place.at(this.place.length - 1) !== place) this.place.push(place);
  }

  private close(kind: RoadKind): void {
    if (this.place.length < this.first + 2) this.place.cut(this.first);
    else {
      this.start.push(this.first);
      this.attributes.push(kind.attributes);
      this.surroundings.push(kind.surroundings);
      this.count += 1;
    }
    this.first = this.place.length;
  }
}

function parse(text: string, fichier: string): Outcome<Features> {
  const refuse = (raison: string): Outcome<never> => failure(issue("fichier-illisible", "erreur", { fichier, raison }));
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse("JSON coupé ou mal formé : enregistrez-le de nouveau");
  }
  const read = v.safeParse(collection, raw);
  if (!read.success) return refuse("il faut une FeatureCollection GeoJSON");
  const projection = projectionOf(read.output.crs);
  return projection === null ? success(read.output.features) : refuse(projection);
}

/** Kinds of geometry of a file without a line, for its refusal: « Polygon, Point »; empty for an empty file. */
function genresOf(features: Features): string {
  return [...new Set(features.map(({ geometry }) => geometry?.type ?? "sans géométrie"))].join(", ");
}

/** Features read between two yields. */
const SLICE = 2_000;

/**
 * The roads of a GeoJSON FeatureCollection that cars may use: its LineStrings and MultiLineStrings, EPSG:4326. Class in
 * `highway`, `classe`, `class` or `fclass` (absent: minor road), direction in `oneway` or `sens`, `maxspeed` and the
 * access tags of OpenStreetMap when they are there. Lines meet where they share a position to 1e-5 degree.
 * Yields the share done, 0 to 1. Refused with « fichier-illisible », « reseau-sans-ligne » or « reseau-sans-route ».
 */
export function* readRoadGeojson(text: string, fichier: string): Generator<number, Outcome<RoadFile>, void> {
  const parsed = parse(text, fichier);
  if (!parsed.ok) return parsed;
  const features = parsed.value;
  const columns = new LineColumns();
  const counts = { lues: 0, gardees: 0, sansVoiture: 0, accesInterdit: 0 };
  let supposed = 0;
  for (const [index, { geometry, properties }] of features.entries()) {
    if (index % SLICE === 0) yield index / features.length;
    const lines = linesIn(geometry);
    if (lines === null) continue;
    counts.lues += lines.length;
    const tags = tagsOf(properties ?? {});
    const kind = roadKind(tags);
    if (kind === "acces-interdit") counts.accesInterdit += lines.length;
    else if (typeof kind === "string") counts.sansVoiture += lines.length;
    else {
      counts.gardees += lines.length;
      if (tags.supposed) supposed += lines.length;
      for (const line of lines) columns.add(line, kind);
    }
  }
  if (counts.lues === 0) return failure(issue("reseau-sans-ligne", "erreur", { fichier, genres: genresOf(features) }));
  if (columns.count === 0 && columns.metres) return failure(issue("fichier-illisible", "erreur", { fichier, raison: METRES }));
  if (columns.count === 0) return failure(issue("reseau-sans-route", "erreur", { fichier, lues: counts.lues }));
  const { reparees, pointsManquants } = columns;
  const notes = supposed > 0 ? [issue("reseau-classe-supposee", "avertissement", { nombre: supposed })] : [];
  return success({ lines: columns.lines(), bilan: { ...counts, reparees, pointsManquants } }, notes);
}
