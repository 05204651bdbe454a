import { success } from "../../domain/outcome";
import type { CsvRecord } from "../csv";
import { CODE, LAT, LON, nombre, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { type CommuneLue, type Lecteur, lireLignes } from "./lecteur";
import { positionEcrite, positionManquante } from "./position-ecrite";

/** `nom` is known, so that it is not a stray column, and never read: it may be that of a person. */
const COLONNES = { lon: LON, lat: LAT, code_insee: CODE, nom: ["nom", "name", "libelle"], places: ["places", "nb_places", "lits"] } as const;
type Colonne = keyof typeof COLONNES;

interface Hebergement {
  readonly row: number;
  readonly commune: CommuneLue | null;
  readonly lon: number;
  readonly lat: number;
  readonly places: number;
}

function lireLieu(lecteur: Lecteur<Colonne>, record: CsvRecord): Hebergement | null {
  const ecrite = positionEcrite(lecteur, record);
  const places = lecteur.entier(record, "places");
  if (ecrite === null || places === null) return null;
  const { commune, lon, lat } = ecrite;
  const here = lecteur.lieu(record, lon, lat, commune);
  if (here === null) return null;
  // Counted by commune: one row each. A place has its own coordinates.
  const [colonne, cle] = Number.isNaN(lon + lat) ? (["code_insee", lecteur.text(record, "code_insee")] as const) : (["lon", `${here.lon}, ${here.lat}`] as const);
  return lecteur.double(record, colonne, cle) ? null : { row: record.row, commune, ...here, places };
}

/** Lodging of interns: `lon,lat` (WGS84 degrees) or `code_insee`, and when known `places`. A count of 0 is kept out: nobody can stay there. */
export const hebergements: FormatTable = {
  id: "hebergements",
  colonnes: COLONNES,
  signatures: [["code_insee", "places"], ["lon", "lat", "places"]],
  lire(fichier, communes) {
    const lu = lireLignes<Hebergement, Colonne>(fichier, COLONNES, communes, positionManquante, lireLieu);
    if (!lu.ok) return lu;
    const { lignes, bilan } = lu.value;
    const lieux = lignes.filter(({ places }) => places !== 0);
    const columns = [
      texte("id", "Identifiant", lieux, ({ row }) => `hebergement-${row}`),
      texte("nom", "Nom", lieux, ({ row, commune }) => (commune === null ? `Hébergement, ligne ${row}` : `Hébergement (${commune.nom})`)),
      texte("genre", "Genre", lieux, () => "hebergement"),
      texte("code_commune", "Commune", lieux, ({ commune }) => commune?.code ?? null),
      nombre("capacite", "Places", "nombre", 0, lieux, ({ places }) => places),
      nombre("lon", "Longitude", "degres", 5, lieux, ({ lon }) => lon),
      nombre("lat", "Latitude", "degres", 5, lieux, ({ lat }) => lat),
    ];
    return success({ table: { id: "hebergements", length: lieux.length, columns }, bilan: { ...bilan, gardees: lieux.length } }, lu.issues);
  },
};
