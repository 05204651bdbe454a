import { codeActuel, COMMUNES_FUSIONNEES } from "../../domain/communes-fusionnees";
import { issue, type IssuePlace } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { DEPARTEMENTS_NA } from "../../domain/perimetre";
import { indexBy, numberValues, type Table, textValues } from "../../domain/table";
import type { BilanLecture } from "../../domain/table-importee";
import { decodeText } from "../bytes";
import { type CsvRecord, parseCsv } from "../csv";
import { parseNombre } from "../nombre";
import { plainHeader } from "../plain-header";
import { positionIssue } from "../position";
import { IssueList } from "../table-from-rows";
import type { Colonnes, FichierLu } from "./format";

/** A present commune of the region, as a row names it. */
export interface CommuneLue {
  /** As the row writes it. */
  readonly ecrit: string;
  readonly code: string;
  readonly nom: string;
  /** Chef-lieu, degrees (EPSG:4326). */
  readonly lon: number;
  readonly lat: number;
  /** The row bears the code of a commune that is now part of this one. */
  readonly reportee: boolean;
}

/** A point of a row, in degrees (EPSG:4326). */
export interface Lieu {
  readonly lon: number;
  readonly lat: number;
}

/** Finds the columns of a header by their accepted names; −1 for one that is not there. */
export function positionsDe<C extends string>(header: readonly string[], colonnes: Readonly<Record<C, readonly string[]>>): Readonly<Record<C, number>> {
  const plain = header.map(plainHeader);
  const entries = (Object.entries(colonnes) as [C, readonly string[]][]).map(([name, noms]) => [name, plain.findIndex((one) => noms.includes(one))] as const);
  return Object.fromEntries(entries) as Record<C, number>;
}

/** A code of a commune of any département, overseas ones included. */
const FRANCE = /^(?:0[1-9]|[1-8]\d|9[0-57]|2[AB])\d{3}$/;
const ANNEE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Reads the rows of one file, noting what is wrong with each. */
export class Lecteur<C extends string> {
  readonly issues = new IssueList();
  private readonly positions: Readonly<Record<C, number>>;
  private readonly communes: Table;
  private readonly rows: ReadonlyMap<string, number>;
  private readonly file: string;
  private readonly vues = new Set<string>();
  private readonly dehors: { readonly row: number; readonly code: string }[] = [];
  private readonly mendees = new Set<number>();
  private annee: string | null = null;

  constructor(positions: Readonly<Record<C, number>>, communes: Table, file: string) {
    this.positions = positions;
    this.communes = communes;
    this.rows = indexBy(communes, "code");
    this.file = file;
  }

  has(colonne: C): boolean {
    return this.positions[colonne] >= 0;
  }

  text(record: CsvRecord, colonne: C): string {
    return record.cells[this.positions[colonne]]?.trim() ?? "";
  }

  place({ row }: CsvRecord, column?: C): IssuePlace {
    return { file: this.file, row, ...(column === undefined ? {} : { column }) };
  }

  /** Notes that a cell is not what its column holds. */
  illisible(record: CsvRecord, colonne: C, attendu: string): null {
    this.issues.add(issue("valeur-illisible", "erreur", { colonne, valeur: this.text(record, colonne), attendu }, this.place(record, colonne)));
    return null;
  }

  /** NaN for an empty cell; null, noted, when it is not a number of that kind. */
  number(record: CsvRecord, colonne: C, attendu: string, good: (value: number) => boolean): number | null {
    const value = parseNombre(this.text(record, colonne));
    return value !== null && (Number.isNaN(value) || good(value)) ? value : this.illisible(record, colonne, attendu);
  }

  /** A whole number, 0 or more; NaN for an empty cell. */
  entier(record: CsvRecord, colonne: C): number | null {
    return this.number(record, colonne, "un nombre entier positif", (value) => value >= 0 && Number.isInteger(value));
  }

  /** Present commune of a row, old codes carried to it; null, noted, when it is none of the region. */
  commune(record: CsvRecord, colonne: C): CommuneLue | null {
    const ecrit = this.text(record, colonne);
    // A spreadsheet drops the zero of « 01004 ».
    const ancien = /^\d{4}$/.test(ecrit) ? `0${ecrit}` : ecrit.toUpperCase();
    const code = codeActuel(ancien);
    const row = this.rows.get(code);
    if (row === undefined) {
      const region = (DEPARTEMENTS_NA as readonly string[]).includes(code.slice(0, 2));
      if (FRANCE.test(code) && !region) this.dehors.push({ row: record.row, code: ecrit });
      else this.issues.add(issue("code-commune-inconnu", "erreur", { code: ecrit }, this.place(record, colonne)));
      return null;
    }
    const fusion = COMMUNES_FUSIONNEES[ancien];
    if (fusion !== undefined) {
      this.issues.add(issue("commune-fusionnee", "information", { code: ancien, ...fusion }, this.place(record)));
      this.mendees.add(record.row);
    }
    const at = (name: string): number => numberValues(this.communes, name)[row] ?? Number.NaN;
    return { ecrit, code, nom: textValues(this.communes, "nom")[row] ?? code, lon: at("lon"), lat: at("lat"), reportee: fusion !== undefined };
  }

  /** Where a row is: its own coordinates, else the chef-lieu of its commune; null, noted, when it says neither or says wrong. */
  lieu(record: CsvRecord, lon: number, lat: number, commune: CommuneLue | null): Lieu | null {
    const here = Number.isNaN(lon + lat) ? commune : { lon, lat };
    const wrong = here === null ? issue("lieu-absent", "erreur", {}, this.place(record)) : positionIssue(here.lon, here.lat, this.place(record));
    if (wrong !== null) this.issues.add(wrong);
    return wrong === null && here !== null ? { lon: here.lon, lat: here.lat } : null;
  }

  /** Whether a key has stood in an earlier row: noted, since choosing between the two would be a guess. */
  double(record: CsvRecord, colonne: C, cle: string): boolean {
    const again = this.vues.has(cle);
    this.vues.add(cle);
    if (again) this.issues.add(issue("code-en-double", "erreur", { colonne, valeur: cle }, this.place(record, colonne)));
    return again;
  }

  /** The year or date of a row, the same in all of them; false, noted, when it is another or none. */
  millesime(record: CsvRecord, colonne: C): boolean {
    const text = this.text(record, colonne);
    if (text === "") return true;
    const good = ANNEE.test(text) && (this.annee === null || this.annee === text);
    if (!good) this.illisible(record, colonne, `une année ou une date comme 2022, 2022-03 ou 2022-03-15, la même à toutes les lignes${this.annee === null ? "" : ` (${this.annee})`}`);
    else this.annee = text;
    return good;
  }

  /** What became of the rows, and the date they bear. */
  fin(lues: number, gardees: readonly CsvRecord[]): { readonly bilan: BilanLecture; readonly millesime?: string } {
    const horsRegion = this.dehors.length;
    const [first] = this.dehors;
    if (first !== undefined) this.issues.add(issue("lignes-hors-region", "avertissement", { nombre: horsRegion, code: first.code }, { file: this.file, row: first.row }));
    const reparees = gardees.filter(({ row }) => this.mendees.has(row)).length;
    const bilan = { lues, gardees: gardees.length, reparees, rejetees: lues - gardees.length - horsRegion, horsRegion };
    return { bilan, ...(this.annee === null ? {} : { millesime: this.annee }) };
  }
}

export interface Lecture<T> {
  /** What each row that was kept says. */
  readonly lignes: readonly T[];
  readonly bilan: BilanLecture;
  readonly millesime?: string;
}

/**
 * The rows of a CSV of the user's that `lire` keeps. Refused: unreadable, a column that `manque` names, no row kept.
 * @param manque name of a column that such a table cannot do without; null when all are there
 */
export function lireLignes<T, C extends string>(
  { nom, bytes }: FichierLu,
  colonnes: Colonnes & Readonly<Record<C, readonly string[]>>,
  communes: Table,
  manque: (has: (colonne: C) => boolean) => C | null,
  lire: (lecteur: Lecteur<C>, record: CsvRecord) => T | null,
): Outcome<Lecture<T>> {
  const { text, issues: notes } = decodeText(bytes);
  const parsed = parseCsv(text, nom);
  if (!parsed.ok) return parsed;
  const { header, records } = parsed.value;
  const positions = positionsDe<C>(header, colonnes);
  const colonne = manque((name) => positions[name] >= 0);
  if (colonne !== null) return failure(issue("colonne-absente", "erreur", { ressource: nom, colonne }, { file: nom }));
  const lecteur = new Lecteur(positions, communes, nom);
  for (const note of notes) lecteur.issues.add(note);
  const read = records.flatMap((record) => {
    const ligne = lire(lecteur, record);
    return ligne === null ? [] : [{ record, ligne }];
  });
  const fin = lecteur.fin(records.length, read.map(({ record }) => record));
  const issues = lecteur.issues.list();
  if (read.length === 0) return failure(...issues.map((one) => (one.code === "lignes-hors-region" ? { ...one, severity: "erreur" as const } : one)));
  return success({ lignes: read.map(({ ligne }) => ligne), ...fin }, issues);
}
