import type { Provenance } from "./provenance";
import { type Dataset, type RessourceImportee, RESSOURCES_IMPORTEES } from "./ressource";
import type { Table } from "./table";

/** Tables that the user may bring: `stages` stands for a resource of the package, the others have no row until then. */
export const IMPORTABLES = ["stages", ...RESSOURCES_IMPORTEES] as const;
export type Importable = (typeof IMPORTABLES)[number];

/** Titles of the resources once they are the user's: nothing of the demonstration is left. */
export const TITRE_IMPORTABLE: Record<Importable, string> = {
  stages: "Lieux de stage",
  "zonage-compare": "Zonage des médecins à comparer",
  "ages-medecins": "Âges des médecins généralistes",
  cpts: "Périmètres de CPTS",
  "soins-non-programmes": "Lieux de soins non programmés",
  "secteurs-garde": "Secteurs de garde",
  hebergements: "Hébergements d'internes",
  consultations: "Consultations de spécialistes",
};

/** What became of the rows of a file: read = kept + rejected + outside the region (+ those that say there is nobody). */
export interface BilanLecture {
  readonly lues: number;
  readonly gardees: number;
  /** Kept after a mending that is said: an old commune code carried to the present one. */
  readonly reparees: number;
  readonly rejetees: number;
  /** In no commune of the region: of no use here, and no fault. */
  readonly horsRegion: number;
}

/** What the screen knows of a table the user brought: never its rows. */
export interface TableImportee {
  readonly ressource: Importable;
  readonly fichier: string;
  /** When it was read: epoch milliseconds. It names the table in the keys of the results. */
  readonly date: number;
  /** Rows kept, out of the rows read. */
  readonly lignes: number;
  readonly lues: number;
  /** Absent from a table kept by an earlier version. */
  readonly bilan?: BilanLecture;
  /** Year or date the file gives of itself; absent when it gives none. */
  readonly millesime?: string;
  /** Whether the browser keeps it from a visit to the next. */
  readonly gardee: boolean;
}

/** A table of the user's, whole. */
export interface TableGardee {
  readonly fiche: TableImportee;
  readonly table: Table;
}

/** Provenance of a table of the user's: what is known of it is its name, and the date it gives itself. */
export function provenanceImportee(ressource: Importable, fichier: string, lignes: number, millesime = "non précisé"): Provenance {
  return { resource: ressource, title: `${TITRE_IMPORTABLE[ressource]} : liste fournie, « ${fichier} » (${lignes})`, publisher: "fichier de l'utilisateur", licence: "non précisée", vintage: millesime, quality: "derive" };
}

/** What a table that only the user can bring is until it is brought: without a row, nor a column. */
export function rienImporte(name: RessourceImportee): Dataset {
  const provenance = { resource: name, title: TITRE_IMPORTABLE[name], publisher: "", licence: "", vintage: "", quality: "derive" } as const;
  return { name, table: { id: name, length: 0, columns: [] }, provenance };
}
