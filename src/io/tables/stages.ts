import { success } from "../../domain/outcome";
import type { Table } from "../../domain/table";
import type { CsvRecord } from "../csv";
import { CODE, LAT, LON, nombre, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { type CommuneLue, type Lecteur, lireLignes } from "./lecteur";

const COLONNES = {
  code_insee: CODE,
  nombre: ["nombre", "msu", "nb", "effectif"],
  lon: LON,
  lat: LAT,
  capacite: ["capacite", "places", "capacity"],
  niveau: ["niveau"],
  mode: ["mode", "mode_exercice", "exercice"],
} as const;
type Colonne = keyof typeof COLONNES;

/** One place of internship, read. */
interface Stage {
  readonly row: number;
  readonly commune: CommuneLue | null;
  readonly lon: number;
  readonly lat: number;
  readonly nombre: number;
  readonly capacite: number;
  readonly niveau: string | null;
  readonly mode: string | null;
}

/** A table of counts has one row a commune. */
function double(lecteur: Lecteur<Colonne>, record: CsvRecord, commune: CommuneLue | null): boolean {
  if (commune === null || !lecteur.has("nombre") || lecteur.has("lon")) return false;
  return lecteur.double(record, "code_insee", commune.ecrit);
}

function lireStage(lecteur: Lecteur<Colonne>, record: CsvRecord): Stage | null {
  const written = lecteur.text(record, "code_insee");
  const commune = written === "" ? null : lecteur.commune(record, "code_insee");
  const [lon, lat] = [lecteur.number(record, "lon", "un nombre", () => true), lecteur.number(record, "lat", "un nombre", () => true)];
  const [count, capacite] = [lecteur.entier(record, "nombre"), lecteur.entier(record, "capacite")];
  if ((written !== "" && commune === null) || lon === null || lat === null || count === null || capacite === null || double(lecteur, record, commune)) return null;
  if (lecteur.has("nombre") && Number.isNaN(count)) return lecteur.illisible(record, "nombre", "un nombre entier positif");
  const here = lecteur.lieu(record, lon, lat, commune);
  if (here === null) return null;
  const [niveau, mode] = [lecteur.text(record, "niveau") || null, lecteur.text(record, "mode") || null];
  return { row: record.row, commune, ...here, nombre: Number.isNaN(count) ? 1 : count, capacite, niveau, mode };
}

/** The columns of the embedded resource « stages », and `nombre`: maîtres de stage at the place. */
function toTable(stages: readonly Stage[]): Table {
  return {
    id: "stages",
    length: stages.length,
    columns: [
      texte("id", "Identifiant", stages, ({ row }) => `stage-${row}`),
      texte("nom", "Nom", stages, ({ row, commune }) => (commune === null ? `Lieu de stage, ligne ${row}` : `Lieu de stage (${commune.nom})`)),
      texte("genre", "Genre", stages, () => "stage"),
      texte("code_commune", "Commune", stages, ({ commune }) => commune?.code ?? null),
      texte("dep", "Département", stages, ({ commune }) => commune?.code.slice(0, 2) ?? null),
      texte("niveau", "Niveau de l'interne", stages, ({ niveau }) => niveau),
      texte("mode", "Mode d'exercice", stages, ({ mode }) => mode),
      nombre("capacite", "Internes accueillis", "nombre", 0, stages, ({ capacite }) => capacite),
      nombre("nombre", "Maîtres de stage", "nombre", 0, stages, (stage) => stage.nombre),
      nombre("lon", "Longitude", "degres", 5, stages, ({ lon }) => lon),
      nombre("lat", "Latitude", "degres", 5, stages, ({ lat }) => lat),
    ],
  };
}

/**
 * The user's maîtres de stage: counts by commune (`code_insee;nombre`) or one row a place (`lon`, `lat` in WGS84 degrees, or
 * `code_insee`), with, when known, `capacite` (interns), `niveau` (of the intern) and `mode` (of practice). A count of 0 is kept
 * out: there is nobody there.
 */
export const stages: FormatTable = {
  id: "stages",
  colonnes: COLONNES,
  signatures: [["code_insee", "nombre"], ["niveau"], ["mode"]],
  lire(fichier, communes) {
    const lu = lireLignes<Stage, Colonne>(fichier, COLONNES, communes, (has) => (has("code_insee") || (has("lon") && has("lat")) ? null : "code_insee"), lireStage);
    if (!lu.ok) return lu;
    const { lignes, bilan } = lu.value;
    const places = lignes.filter((stage) => stage.nombre > 0);
    return success({ table: toTable(places), bilan: { ...bilan, gardees: places.length } }, lu.issues);
  },
};
