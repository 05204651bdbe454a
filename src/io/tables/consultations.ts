import { success } from "../../domain/outcome";
import type { CsvRecord } from "../csv";
import { CODE, LAT, LON, nombre, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { type CommuneLue, type Lecteur, lireLignes } from "./lecteur";
import { positionEcrite, positionManquante } from "./position-ecrite";

/** `nom` is known, so that it is not a stray column, and never read: it may be that of a person. */
const COLONNES = { lon: LON, lat: LAT, code_insee: CODE, nom: ["nom", "name", "libelle"], specialite: ["specialite", "discipline", "consultation"] } as const;
type Colonne = keyof typeof COLONNES;

interface Consultation {
  readonly row: number;
  readonly commune: CommuneLue | null;
  readonly specialite: string;
  readonly lon: number;
  readonly lat: number;
}

function lireLieu(lecteur: Lecteur<Colonne>, record: CsvRecord): Consultation | null {
  const ecrite = positionEcrite(lecteur, record);
  const specialite = lecteur.text(record, "specialite");
  if (ecrite === null) return null;
  if (specialite === "") return lecteur.illisible(record, "specialite", "une spécialité, comme « cardiologie »");
  const here = lecteur.lieu(record, ecrite.lon, ecrite.lat, ecrite.commune);
  if (here === null || lecteur.double(record, "specialite", `${specialite}, ${here.lon}, ${here.lat}`)) return null;
  return { row: record.row, commune: ecrite.commune, specialite, ...here };
}

const nomDe = ({ commune, specialite, row }: Consultation): string => (commune === null ? `${specialite}, ligne ${row}` : `${specialite} (${commune.nom})`);

/** Where specialists see patients, advanced consultations included: `specialite`, and `lon,lat` (WGS84 degrees) or `code_insee`. */
export const consultations: FormatTable = {
  id: "consultations",
  colonnes: COLONNES,
  signatures: [["code_insee", "specialite"], ["lon", "lat", "specialite"]],
  lire(fichier, communes) {
    const lu = lireLignes<Consultation, Colonne>(fichier, COLONNES, communes, (has) => (has("specialite") ? positionManquante(has) : "specialite"), lireLieu);
    if (!lu.ok) return lu;
    const { lignes, bilan } = lu.value;
    const columns = [
      texte("id", "Identifiant", lignes, ({ row }) => `consultation-${row}`),
      texte("nom", "Nom", lignes, nomDe),
      texte("genre", "Genre", lignes, () => "specialiste"),
      texte("code_commune", "Commune", lignes, ({ commune }) => commune?.code ?? null),
      texte("specialite", "Spécialité", lignes, ({ specialite }) => specialite),
      nombre("lon", "Longitude", "degres", 5, lignes, ({ lon }) => lon),
      nombre("lat", "Latitude", "degres", 5, lignes, ({ lat }) => lat),
    ];
    return success({ table: { id: "consultations", length: lignes.length, columns }, bilan }, lu.issues);
  },
};
