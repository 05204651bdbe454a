import { foldName } from "../../domain/fold";
import { success } from "../../domain/outcome";
import type { CsvRecord } from "../csv";
import { CODE, LAT, LON, nombre, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { horairesEcrits, type Ouverture } from "./horaires";
import { type CommuneLue, type Lecteur, lireLignes } from "./lecteur";
import { positionEcrite, positionManquante } from "./position-ecrite";

const COLONNES = {
  lon: LON,
  lat: LAT,
  code_insee: CODE,
  nom: ["nom", "name", "libelle"],
  genre: ["genre", "type", "nature"],
  horaires: ["horaires", "horaire", "jour/nuit", "jour_nuit", "periode", "ouverture"],
  jour: ["jour", "ouvert_jour"],
  soir: ["soir", "soiree", "ouvert_soir"],
  nuit: ["nuit", "ouvert_nuit"],
  week_end: ["week_end", "week-end", "weekend", "ouvert_week_end"],
} as const;
type Colonne = keyof typeof COLONNES;

/** Usual spellings of each kind, folded. */
const GENRES: Readonly<Record<string, readonly string[]>> = {
  "maison-medicale-garde": ["maison medicale de garde", "mmg", "maison medicale", "garde", "cabinet de garde", "maison medicale garde"],
  csnp: ["csnp", "centre de soins non programmes", "soins non programmes", "centre soins non programmes"],
  telemedecine: ["telemedecine", "teleconsultation", "cabine", "cabine de teleconsultation", "cabine de telemedecine", "point telemedecine", "borne de teleconsultation"],
};
const GENRE_DE: ReadonlyMap<string, string> = new Map(Object.entries(GENRES).flatMap(([genre, noms]) => noms.map((nom) => [nom, genre] as const)));

const MOMENTS = ["jour", "soir", "nuit", "week_end"] as const;
const FORMES = "« jour », « nuit », « 24h/24 », des heures comme 20h-24h, ou des jours et des heures comme « lundi au vendredi 9h-19h, samedi matin »";
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
  const written = lecteur.text(record, "horaires");
  if (written !== "") {
    const read = horairesEcrits(written);
    if (!("incompris" in read)) return read;
    const reste = read.incompris === "" ? " (des jours sans heures)" : read.incompris === written ? "" : ` (« ${read.incompris} » n'est pas compris)`;
    return lecteur.illisible(record, "horaires", `${FORMES}${reste}`);
  }
  const told = MOMENTS.map((name) => OUI[foldName(lecteur.text(record, name))] ?? lecteur.illisible(record, name, "oui ou non"));
  if (told.includes(null)) return null;
  const [jour = false, soir = false, nuit = false, week_end = false] = told.map((open) => open === true);
  // Without a column of its own, the evening is a part of the night.
  const open = { jour, soir: lecteur.has("soir") ? soir : nuit, nuit, week_end };
  return Object.values(open).includes(true) ? open : lecteur.illisible(record, lecteur.has("horaires") ? "horaires" : "jour", "une ouverture : de jour, de soir, de nuit ou de week-end");
}

function lireLieu(lecteur: Lecteur<Colonne>, record: CsvRecord): Lieu | null {
  const ecrite = positionEcrite(lecteur, record);
  const genre = GENRE_DE.get(foldName(lecteur.text(record, "genre"))) ?? lecteur.illisible(record, "genre", "un genre : maison médicale de garde, CSNP ou télémédecine");
  const open = ouverture(lecteur, record);
  if (ecrite === null || genre === null || open === null) return null;
  const { commune, lon, lat } = ecrite;
  const here = lecteur.lieu(record, lon, lat, commune);
  if (here === null) return null;
  const nom = lecteur.text(record, "nom") || (commune === null ? `Soins non programmés, ligne ${record.row}` : `Soins non programmés (${commune.nom})`);
  if (lecteur.double(record, "nom", `${nom}, ${here.lon}, ${here.lat}`)) return null;
  return { row: record.row, commune, ...here, nom, genre, ...open };
}

const oui = (open: boolean): string => (open ? "oui" : "non");

/** Places of soins non programmés: where (`lon`, `lat` in WGS84 degrees, or `code_insee`), `nom`, `genre`, and when they are open (`horaires`, or `jour`, `soir`, `nuit`, `week_end`). */
export const soinsNonProgrammes: FormatTable = {
  id: "soins-non-programmes",
  colonnes: COLONNES,
  signatures: [["genre", "horaires"], ["genre", "jour"], ["genre", "soir"], ["genre", "nuit"], ["genre", "week_end"]],
  lire(fichier, communes) {
    const manque = (has: (name: Colonne) => boolean): Colonne | null => {
      const position = positionManquante(has);
      if (position !== null) return position;
      if (!has("genre")) return "genre";
      return has("horaires") || MOMENTS.some(has) ? null : "horaires";
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
      texte("soir", "Ouvert le soir", lignes, ({ soir }) => oui(soir)),
      texte("nuit", "Ouvert la nuit", lignes, ({ nuit }) => oui(nuit)),
      texte("week_end", "Ouvert le week-end", lignes, ({ week_end }) => oui(week_end)),
      nombre("lon", "Longitude", "degres", 5, lignes, ({ lon }) => lon),
      nombre("lat", "Latitude", "degres", 5, lignes, ({ lat }) => lat),
    ];
    return success({ table: { id: "soins-non-programmes", length: lignes.length, columns }, ...reste }, lu.issues);
  },
};
