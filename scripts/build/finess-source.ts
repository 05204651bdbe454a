import { cell, numberOf, readRows } from "./source";
import type { SourceRow } from "./source";
import type { Source } from "./step";

/** An establishment of FINESS (8 January 2021), in the region or just outside it (the ring). EPSG:4326. */
export interface EtablissementFiness {
  readonly finess: string;
  readonly nom: string;
  readonly categorie: string;
  readonly libelle: string;
  /** null in the ring: the file does not say. */
  readonly codeCommune: string | null;
  readonly dep: string;
  readonly adresse: string;
  /** ISO date, empty when unknown. */
  readonly ouverture: string;
  readonly lon: number;
  readonly lat: number;
}

function fromRow(row: SourceRow, inRegion: boolean): EtablissementFiness {
  const place = `${cell(row, "codepostal")} ${cell(row, "acheminement")}`;
  const street = inRegion ? cell(row, "adresse").replace(/\s*\|\s*/g, ", ") : "";
  return {
    finess: cell(row, "nofinesset"),
    nom: cell(row, "rs").replace(/\s+/g, " "),
    categorie: cell(row, "categetab"),
    libelle: cell(row, "libcategetab"),
    codeCommune: inRegion ? cell(row, "code_insee") : null,
    dep: cell(row, "departement"),
    adresse: street === "" ? place : `${street}, ${place}`,
    ouverture: cell(row, "dateouv"),
    lon: numberOf(row, "lon"),
    lat: numberOf(row, "lat"),
  };
}

/** Region then ring, by FINESS number. */
export function readFiness(source: Source): readonly EtablissementFiness[] {
  const region = readRows(source, "sante/finess-na-2021-01-08.csv", ";").map((row) => fromRow(row, true));
  const ring = readRows(source, "sante/finess-couronne-2021-01-08.csv", ";").map((row) => fromRow(row, false));
  return [...region, ...ring].toSorted((a, b) => (a.finess < b.finess ? -1 : 1));
}

export const FINESS_2021 = {
  sources: [{ title: "FINESS, extraction du 8 janvier 2021", path: "https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements" }],
  publisher: "Agence du numérique en santé (FINESS)",
  vintage: "2021-01-08",
} as const;
