import { codeActuel, COMMUNES_FUSIONNEES } from "../domain/communes-fusionnees";
import { issue, type IssuePlace } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";
import { indexBy, numberValues, type Table, textValues } from "../domain/table";
import { decodeText } from "./bytes";
import { type CsvContent, type CsvRecord, parseCsv } from "./csv";
import { parseNombre } from "./nombre";
import { plainHeader } from "./plain-header";
import { positionIssue } from "./position";
import { IssueList } from "./table-from-rows";

/** Accepted names of each column, without accents, lower case. A name of a person has none: it is never read. */
const NAMES = {
  code: ["code_insee", "code_commune", "insee", "codgeo", "code"],
  nombre: ["nombre", "msu", "nb", "effectif"],
  lon: ["lon", "longitude", "lng", "long"],
  lat: ["lat", "latitude"],
  capacite: ["capacite", "places", "capacity"],
  niveau: ["niveau"],
  mode: ["mode", "mode_exercice", "exercice"],
} as const;
type Colonne = keyof typeof NAMES;
type Positions = Readonly<Record<Colonne, number>>;

/** One place of internship, read. */
interface Stage {
  readonly row: number;
  readonly code: string | null;
  readonly commune: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly nombre: number;
  readonly capacite: number;
  readonly niveau: string | null;
  readonly mode: string | null;
}

/** Where communes are: their present code gives name and chef-lieu (degrees, EPSG:4326). */
class Communes {
  private readonly rows: ReadonlyMap<string, number>;
  private readonly table: Table;
  constructor(table: Table) {
    this.table = table;
    this.rows = indexBy(table, "code");
  }
  find(code: string): { readonly nom: string; readonly lon: number; readonly lat: number } | null {
    const row = this.rows.get(code);
    if (row === undefined) return null;
    const at = (name: string): number => numberValues(this.table, name)[row] ?? Number.NaN;
    return { nom: textValues(this.table, "nom")[row] ?? code, lon: at("lon"), lat: at("lat") };
  }
}

/** Reads the rows of one file, noting what is wrong with each. */
class Lecteur {
  readonly issues = new IssueList();
  private readonly vus = new Set<string>();
  private readonly positions: Positions;
  private readonly communes: Communes;
  private readonly file: string;

  constructor(positions: Positions, communes: Communes, file: string) {
    this.positions = positions;
    this.communes = communes;
    this.file = file;
  }

  private text(record: CsvRecord, colonne: Colonne): string {
    return record.cells[this.positions[colonne]]?.trim() ?? "";
  }

  /** NaN for an empty cell; null, noted, when it is not a number of that kind. */
  private number(record: CsvRecord, colonne: Colonne, attendu: string, good: (value: number) => boolean): number | null {
    const valeur = this.text(record, colonne);
    const value = parseNombre(valeur);
    if (value !== null && (Number.isNaN(value) || good(value))) return value;
    this.issues.add(issue("valeur-illisible", "erreur", { colonne, valeur, attendu }, this.place(record, colonne)));
    return null;
  }

  private place({ row }: CsvRecord, column?: string): IssuePlace {
    return { file: this.file, row, ...(column === undefined ? {} : { column }) };
  }

  /** Present code of the commune of a row, old codes carried to it; null, noted, when it is none. */
  private commune(record: CsvRecord): string | null {
    const written = this.text(record, "code");
    // A spreadsheet drops the zero of « 01004 ».
    const code = /^\d{4}$/.test(written) ? `0${written}` : written.toUpperCase();
    const actuel = codeActuel(code);
    if (this.communes.find(actuel) === null) {
      this.issues.add(issue("code-commune-inconnu", "erreur", { code: written }, this.place(record, "code_insee")));
      return null;
    }
    const ancienne = COMMUNES_FUSIONNEES[code];
    if (ancienne !== undefined) this.issues.add(issue("commune-fusionnee", "information", { code, ...ancienne }, this.place(record)));
    return actuel;
  }

  /** A table of counts has one row a commune: a second one would be a guess. */
  private double(record: CsvRecord, code: string | null): boolean {
    if (code === null || this.positions.nombre < 0 || this.positions.lon >= 0) return false;
    const written = this.text(record, "code");
    const again = this.vus.has(written);
    this.vus.add(written);
    if (again) this.issues.add(issue("code-en-double", "erreur", { colonne: "code_insee", valeur: written }, this.place(record)));
    return again;
  }

  lire(record: CsvRecord): Stage | null {
    const [written, entier] = [this.text(record, "code"), (value: number): boolean => value >= 0 && Number.isInteger(value)];
    const code = written === "" ? null : this.commune(record);
    const [lon, lat] = [this.number(record, "lon", "un nombre", () => true), this.number(record, "lat", "un nombre", () => true)];
    const nombre = this.number(record, "nombre", "un nombre entier positif", entier);
    const capacite = this.number(record, "capacite", "un nombre entier positif", entier);
    if ((written !== "" && code === null) || lon === null || lat === null || nombre === null || capacite === null || this.double(record, code)) return null;
    if (this.positions.nombre >= 0 && Number.isNaN(nombre)) {
      this.issues.add(issue("valeur-illisible", "erreur", { colonne: "nombre", valeur: "", attendu: "un nombre entier positif" }, this.place(record, "nombre")));
      return null;
    }
    const commune = code === null ? null : this.communes.find(code);
    const here = Number.isNaN(lon + lat) ? commune : { lon, lat };
    const wrong = here === null ? issue("lieu-absent", "erreur", {}, this.place(record)) : positionIssue(here.lon, here.lat, this.place(record));
    if (here === null || wrong !== null) {
      if (wrong !== null) this.issues.add(wrong);
      return null;
    }
    const [niveau, mode] = [this.text(record, "niveau") || null, this.text(record, "mode") || null];
    return { row: record.row, code, commune: commune?.nom ?? null, lon: here.lon, lat: here.lat, nombre: Number.isNaN(nombre) ? 1 : nombre, capacite, niveau, mode };
  }
}

function findPositions({ header }: CsvContent): Positions {
  const plain = header.map(plainHeader);
  const find = (colonne: Colonne): number => plain.findIndex((name) => (NAMES[colonne] as readonly string[]).includes(name));
  return { code: find("code"), nombre: find("nombre"), lon: find("lon"), lat: find("lat"), capacite: find("capacite"), niveau: find("niveau"), mode: find("mode") };
}

/** The columns of the embedded resource « stages », and `nombre`: maîtres de stage at the place. */
function toTable(stages: readonly Stage[]): Table {
  const text = (name: string, label: string, pick: (stage: Stage) => string | null) => ({ name, label, type: "texte", values: stages.map(pick) }) as const;
  const number = (name: string, label: string, unit: "nombre" | "degres", digits: number, pick: (stage: Stage) => number) =>
    ({ name, label, type: "nombre", unit, digits, values: Float64Array.from(stages, pick) }) as const;
  return {
    id: "stages",
    length: stages.length,
    columns: [
      text("id", "Identifiant", ({ row }) => `stage-${row}`),
      text("nom", "Nom", ({ row, commune }) => (commune === null ? `Lieu de stage, ligne ${row}` : `Lieu de stage (${commune})`)),
      text("genre", "Genre", () => "stage"),
      text("code_commune", "Commune", ({ code }) => code),
      text("dep", "Département", ({ code }) => code?.slice(0, 2) ?? null),
      text("niveau", "Niveau de l'interne", ({ niveau }) => niveau),
      text("mode", "Mode d'exercice", ({ mode }) => mode),
      number("capacite", "Internes accueillis", "nombre", 0, ({ capacite }) => capacite),
      number("nombre", "Maîtres de stage", "nombre", 0, ({ nombre }) => nombre),
      number("lon", "Longitude", "degres", 5, ({ lon }) => lon),
      number("lat", "Latitude", "degres", 5, ({ lat }) => lat),
    ],
  };
}

/** The places read, and what became of the rows of the file. */
export interface StagesLus {
  readonly table: Table;
  readonly lues: number;
  readonly rejetees: number;
}

/**
 * The user's maîtres de stage: a CSV of counts by commune (`code_insee;nombre`) or one row a place (`lon`, `lat` in
 * WGS84 degrees, or `code_insee`), with, when known, `capacite` (interns), `niveau` (of the intern) and `mode` (of practice).
 * Names of persons are not read. Good rows are kept, each bad one is an « erreur » with its row number; old commune codes
 * are carried to the present ones, and said. A count of 0 is kept out: there is nobody there. Refused as a whole:
 * unreadable, neither codes nor coordinates, no good row.
 * @param communes the communes of the region: `code`, `nom`, `lon`, `lat`
 */
export function parseStagesCsv(bytes: Uint8Array, file: string, communes: Table): Outcome<StagesLus> {
  const { text, issues: notes } = decodeText(bytes);
  const parsed = parseCsv(text, file);
  if (!parsed.ok) return parsed;
  const positions = findPositions(parsed.value);
  if (positions.code < 0 && (positions.lon < 0 || positions.lat < 0)) {
    return failure(issue("colonne-absente", "erreur", { ressource: file, colonne: "code_insee" }, { file }));
  }
  const lecteur = new Lecteur(positions, new Communes(communes), file);
  for (const note of notes) lecteur.issues.add(note);
  const { records } = parsed.value;
  const stages = records.map((record) => lecteur.lire(record)).filter((stage) => stage !== null);
  const issues = lecteur.issues.list();
  if (stages.length === 0) return failure(...issues);
  return success({ table: toTable(stages.filter(({ nombre }) => nombre > 0)), lues: records.length, rejetees: records.length - stages.length }, issues);
}
