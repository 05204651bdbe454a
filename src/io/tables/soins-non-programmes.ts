import { foldName } from "../../domain/fold";
import { success } from "../../domain/outcome";
import type { CsvRecord } from "../csv";
import { plainHeader } from "../plain-header";
import { CODE, LAT, LON, nombre, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { type CommuneLue, type Lecteur, lireLignes } from "./lecteur";

const COLONNES = {
  lon: LON,
  lat: LAT,
  code_insee: CODE,
  nom: ["nom", "name", "libelle"],
  genre: ["genre", "type", "nature"],
  horaires: ["horaires", "horaire", "jour/nuit", "jour_nuit", "periode", "ouverture"],
  jour: ["jour", "ouvert_jour"],
  nuit: ["nuit", "ouvert_nuit"],
} as const;
type Colonne = keyof typeof COLONNES;

/** Usual spellings of each kind, folded. */
const GENRES: Readonly<Record<string, readonly string[]>> = {
  "maison-medicale-garde": ["maison medicale de garde", "mmg", "maison medicale", "garde", "cabinet de garde", "maison medicale garde"],
  csnp: ["csnp", "centre de soins non programmes", "soins non programmes", "centre soins non programmes"],
  telemedecine: ["telemedecine", "teleconsultation", "cabine", "cabine de teleconsultation", "cabine de telemedecine", "point telemedecine", "borne de teleconsultation"],
};
const GENRE_DE: ReadonlyMap<string, string> = new Map(Object.entries(GENRES).flatMap(([genre, noms]) => noms.map((nom) => [nom, genre] as const)));

/** When a place is open. */
export interface Ouverture {
  readonly jour: boolean;
  readonly nuit: boolean;
}

const TOUJOURS = /^(?:24 ?h? ?\/ ?24(?: ?h)?(?: 7 ?j? ?\/ ?7(?: ?j)?)?|h24|permanent|continu|toujours)$/;
const TOUS_LES_JOURS = /^(?:7 ?j? ?\/ ?7(?: ?j)?|tous les jours)$/;
const PLAGE = /^(?:de )?(\d{1,2}) ?h ?(\d{2})? ?(?:-|–|a|\/) ?(\d{1,2}) ?h ?(\d{2})?$/;
/** The night of the on-call service: from 20 h to 8 h. */
const [DEBUT_NUIT, FIN_NUIT] = [20, 8];

/** Whether a span of hours, across midnight when it ends before it begins, has a part between two hours of the same day. */
function touche(debut: number, fin: number, de: number, a: number): boolean {
  const spans = fin > debut ? [[debut, fin]] : [[debut, 24], [0, fin]];
  return spans.some(([from = 0, to = 0]) => Math.max(from, de) < Math.min(to, a));
}

/** « jour », « nuit », « jour et nuit », « 24h/24 », « 20h-24h », several separated by commas; null for anything else. Day: 8 h to 20 h. */
export function horairesEcrits(text: string): Ouverture | null {
  const parts = plainHeader(text).split(/[,;+]| et /).map((part) => part.trim().replaceAll(/\s+/g, " ")).filter(Boolean);
  if (parts.length === 0) return null;
  let [jour, nuit] = [false, false];
  for (const part of parts) {
    const plage = PLAGE.exec(part);
    // Which days says nothing of the hours.
    if (TOUS_LES_JOURS.test(part)) continue;
    if (TOUJOURS.test(part) || part === "jour/nuit") [jour, nuit] = [true, true];
    else if (/^(?:la )?(?:jour|journee)$/.test(part)) jour = true;
    else if (/^(?:la )?(?:nuit|soir|soiree)$/.test(part)) nuit = true;
    else if (plage !== null) {
      const [from, to] = [Number(plage[1]) + Number(plage[2] ?? 0) / 60, Number(plage[3]) + Number(plage[4] ?? 0) / 60];
      if (from > 24 || to > 24) return null;
      jour ||= touche(from, to, FIN_NUIT, DEBUT_NUIT);
      nuit ||= touche(from, to, DEBUT_NUIT, 24) || touche(from, to, 0, FIN_NUIT);
    } else return null;
  }
  return jour || nuit ? { jour, nuit } : null;
}

const OUI: Readonly<Record<string, boolean>> = { oui: true, o: true, vrai: true, true: true, "1": true, x: true, non: false, n: false, faux: false, false: false, "0": false, "": false };

interface Lieu extends Ouverture {
  readonly row: number;
  readonly commune: CommuneLue | null;
  readonly lon: number;
  readonly lat: number;
  readonly nom: string;
  readonly genre: string;
}

function ouverture(lecteur: Lecteur<Colonne>, record: CsvRecord): Ouverture | null {
  if (lecteur.text(record, "horaires") !== "") return horairesEcrits(lecteur.text(record, "horaires")) ?? lecteur.illisible(record, "horaires", "« jour », « nuit », « jour et nuit », « 24h/24 » ou des heures comme 20h-24h");
  const [jour, nuit] = (["jour", "nuit"] as const).map((name) => OUI[foldName(lecteur.text(record, name))] ?? lecteur.illisible(record, name, "oui ou non"));
  if (jour === null || nuit === null || jour === undefined || nuit === undefined) return null;
  return jour || nuit ? { jour, nuit } : lecteur.illisible(record, lecteur.has("horaires") ? "horaires" : "jour", "une ouverture : de jour, de nuit ou les deux");
}

function lireLieu(lecteur: Lecteur<Colonne>, record: CsvRecord): Lieu | null {
  const written = lecteur.text(record, "code_insee");
  const commune = written === "" ? null : lecteur.commune(record, "code_insee");
  const [lon, lat] = [lecteur.number(record, "lon", "un nombre", () => true), lecteur.number(record, "lat", "un nombre", () => true)];
  const genre = GENRE_DE.get(foldName(lecteur.text(record, "genre"))) ?? lecteur.illisible(record, "genre", "un genre : maison médicale de garde, CSNP ou télémédecine");
  const open = ouverture(lecteur, record);
  if ((written !== "" && commune === null) || lon === null || lat === null || genre === null || open === null) return null;
  const here = lecteur.lieu(record, lon, lat, commune);
  if (here === null) return null;
  const nom = lecteur.text(record, "nom") || (commune === null ? `Soins non programmés, ligne ${record.row}` : `Soins non programmés (${commune.nom})`);
  if (lecteur.double(record, "nom", `${nom}, ${here.lon}, ${here.lat}`)) return null;
  return { row: record.row, commune, ...here, nom, genre, ...open };
}

const oui = (open: boolean): string => (open ? "oui" : "non");

/** Places of soins non programmés: where (`lon`, `lat` in WGS84 degrees, or `code_insee`), `nom`, `genre`, and when they are open (`horaires`, or `jour` and `nuit`). */
export const soinsNonProgrammes: FormatTable = {
  id: "soins-non-programmes",
  colonnes: COLONNES,
  signatures: [["genre", "horaires"], ["genre", "jour"], ["genre", "nuit"]],
  lire(fichier, communes) {
    const manque = (has: (name: Colonne) => boolean): Colonne | null => {
      if (!has("code_insee") && !(has("lon") && has("lat"))) return has("lon") ? "lat" : "lon";
      if (!has("genre")) return "genre";
      return has("horaires") || has("jour") || has("nuit") ? null : "horaires";
    };
    const lu = lireLignes<Lieu, Colonne>(fichier, COLONNES, communes, manque, lireLieu);
    if (!lu.ok) return lu;
    const { lignes, ...reste } = lu.value;
    const columns = [
      texte("id", "Identifiant", lignes, ({ row }) => `snp-${row}`),
      texte("nom", "Nom", lignes, ({ nom }) => nom),
      texte("genre", "Genre", lignes, ({ genre }) => genre),
      texte("code_commune", "Commune", lignes, ({ commune }) => commune?.code ?? null),
      texte("jour", "Ouvert le jour", lignes, ({ jour }) => oui(jour)),
      texte("nuit", "Ouvert la nuit", lignes, ({ nuit }) => oui(nuit)),
      nombre("lon", "Longitude", "degres", 5, lignes, ({ lon }) => lon),
      nombre("lat", "Latitude", "degres", 5, lignes, ({ lat }) => lat),
    ];
    return success({ table: { id: "soins-non-programmes", length: lignes.length, columns }, ...reste }, lu.issues);
  },
};
