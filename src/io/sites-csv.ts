import { ID_LISTE, type SiteList } from "../domain/genre-site";
import { issue } from "../domain/issue";
import { DEMI_JOURNEES } from "../domain/ouverture";
import { failure, type Outcome, success } from "../domain/outcome";
import { decodeText } from "./bytes";
import { type CsvContent, type CsvRecord, parseCsv } from "./csv";
import { parseNombre } from "./nombre";
import { plainHeader } from "./plain-header";
import { positionIssue } from "./position";
import { IssueList } from "./table-from-rows";

/** Accepted names of each column, without accents, lower case. */
const NAMES = {
  lon: ["lon", "longitude", "lng", "long"],
  lat: ["lat", "latitude"],
  nom: ["nom", "name", "libelle"],
  capacite: ["capacite", "capacity", "places"],
  demi_journees: ["demi_journees", "demi journees", "demi-journees"],
  structure: ["structure"],
} as const;
type SiteColumn = keyof typeof NAMES;

interface Site {
  readonly row: number;
  readonly lon: number;
  readonly lat: number;
  readonly nom: string;
  readonly capacite: number;
  readonly demiJournees: number;
  readonly structure: string | null;
}

/** Reads one record, or says what is wrong with it and gives null. */
function readSite(record: CsvRecord, positions: Record<SiteColumn, number>, file: string, issues: IssueList): Site | null {
  const cellOf = (column: SiteColumn): string => record.cells[positions[column]]?.trim() ?? "";
  const readNumber = (column: SiteColumn, required: boolean): number | null => {
    const text = cellOf(column);
    const value = parseNombre(text);
    const refused = value === null || (required && Number.isNaN(value)) || (column === "capacite" && value < 0) || (column === "demi_journees" && (value < 0 || value > DEMI_JOURNEES));
    if (!refused) return value;
    const attendu = column === "demi_journees" ? `un nombre de 0 à ${DEMI_JOURNEES}` : column === "capacite" ? "un nombre positif" : "un nombre";
    issues.add(issue("valeur-illisible", "erreur", { colonne: column, valeur: text, attendu }, { file, row: record.row, column }));
    return null;
  };
  const lon = readNumber("lon", true);
  const lat = readNumber("lat", true);
  const capacite = readNumber("capacite", false);
  const demiJournees = readNumber("demi_journees", false);
  if (lon === null || lat === null || capacite === null || demiJournees === null) return null;
  const misplaced = positionIssue(lon, lat, { file, row: record.row });
  if (misplaced !== null) {
    issues.add(misplaced);
    return null;
  }
  return { row: record.row, lon, lat, nom: cellOf("nom") || `Site ${record.row - 1}`, capacite, demiJournees, structure: cellOf("structure") || null };
}

function toSiteList(sites: readonly Site[]): SiteList {
  return {
    ids: sites.map(({ row }) => `${ID_LISTE}${row}`),
    noms: sites.map(({ nom }) => nom),
    communes: sites.map(() => null),
    lon: Float64Array.from(sites, ({ lon }) => lon),
    lat: Float64Array.from(sites, ({ lat }) => lat),
    capacite: Float64Array.from(sites, ({ capacite }) => capacite),
    ...(sites.every(({ demiJournees }) => Number.isNaN(demiJournees)) ? {} : { demiJournees: Float64Array.from(sites, ({ demiJournees }) => demiJournees) }),
    ...(sites.every(({ structure }) => structure === null) ? {} : { structures: sites.map(({ structure }) => structure) }),
  };
}

function findPositions({ header }: CsvContent): Record<SiteColumn, number> {
  const plain = header.map(plainHeader);
  const find = (column: SiteColumn): number => plain.findIndex((name) => (NAMES[column] as readonly string[]).includes(name));
  return { lon: find("lon"), lat: find("lat"), nom: find("nom"), capacite: find("capacite"), demi_journees: find("demi_journees"), structure: find("structure") };
}

/**
 * The user's own sites: a CSV with `lon,lat[,nom][,capacite][,demi_journees][,structure]` (WGS84 degrees), separated by commas, semicolons or
 * tabs, decimal point or comma, UTF-8 or latin-1. Good rows are kept; each bad row is an « erreur » of the outcome
 * with its row number, so that the caller chooses between refusing the file and going on without it.
 * Refused as a whole: unreadable, no `lon` or `lat` column, no good row.
 */
export function parseSitesCsv(bytes: Uint8Array, file: string): Outcome<SiteList> {
  const { text, issues: notes } = decodeText(bytes);
  const parsed = parseCsv(text, file);
  if (!parsed.ok) return parsed;
  const positions = findPositions(parsed.value);
  const missing = (["lon", "lat"] as const).filter((column) => positions[column] < 0);
  if (missing.length > 0) {
    return failure(...missing.map((colonne) => issue("colonne-absente", "erreur", { ressource: file, colonne }, { file })));
  }
  const issues = new IssueList();
  for (const note of notes) issues.add(note);
  const sites = parsed.value.records
    .map((record) => readSite(record, positions, file, issues))
    .filter((site) => site !== null);
  return sites.length === 0 ? failure(...issues.list()) : success(toSiteList(sites), issues.list());
}
