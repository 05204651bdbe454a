import { REMPLACABLES, type Remplacable, type TableGardee, type TableImportee } from "../domain/table-importee";
import { success } from "../domain/outcome";
import type { Provenance } from "../domain/provenance";
import type { Dataset, ResourceName } from "../domain/ressource";
import type { Loader } from "./loader";
import type { TablesGardees } from "./tables-gardees";

/** The user's tables of this browser: those kept, and those that could not be. Nothing rejects. */
export interface Tables {
  liste(): Promise<readonly TableImportee[]>;
  lire(ressource: Remplacable): Promise<TableGardee | null>;
  /** Keeps a table, in the place of the one before. The answer says whether the browser kept it. */
  ajouter(table: TableGardee): Promise<TableImportee>;
  /** Whether it is gone: false when the browser refuses to forget it. */
  retirer(ressource: Remplacable): Promise<boolean>;
}

export function createTables(gardees: TablesGardees): Tables {
  const memoire = new Map<Remplacable, TableGardee>();
  let connues: Promise<void> | null = null;
  const lues = (): Promise<void> =>
    (connues ??= gardees.toutes().then(
      (tables) => tables.forEach((table) => memoire.set(table.fiche.ressource, table)),
      // Storage refused: what is brought stays as long as the worker lives.
      () => undefined,
    ));
  return {
    async liste() {
      await lues();
      return [...memoire.values()].map(({ fiche }) => fiche);
    },
    async lire(ressource) {
      await lues();
      return memoire.get(ressource) ?? null;
    },
    async ajouter({ fiche, table }) {
      await lues();
      const kept = { fiche: { ...fiche, gardee: true }, table };
      const gardee = await gardees.garder(kept).then(
        () => true,
        () => false,
      );
      memoire.set(fiche.ressource, { fiche: { ...fiche, gardee }, table });
      return { ...fiche, gardee };
    },
    async retirer(ressource) {
      await lues();
      memoire.delete(ressource);
      return gardees.retirer(ressource).then(
        () => true,
        () => false,
      );
    },
  };
}

const remplacable = (name: ResourceName): Remplacable | undefined => REMPLACABLES.find((known) => known === name);

function provenance({ ressource, fichier, lignes }: TableImportee, titre: string): Provenance {
  return { resource: ressource, title: `${titre} : liste fournie, « ${fichier} » (${lignes})`, publisher: "fichier de l'utilisateur", licence: "non précisée", vintage: "non précisé", quality: "derive" };
}

/** Titles of the resources once they are the user's: nothing of the demonstration is left. */
const TITRES: Record<Remplacable, string> = { stages: "Lieux de stage" };

/** The package with the user's tables in the place of the resources they stand for: nothing else knows which is which. */
export function avecTables(loader: Loader, tables: Tables): Loader {
  return {
    ...loader,
    async dataset(name, etendue) {
      const own = remplacable(name);
      const found = own === undefined ? null : await tables.lire(own);
      if (own === undefined || found === null) return loader.dataset(name, etendue);
      const dataset: Dataset = { name, table: found.table, provenance: provenance(found.fiche, TITRES[own]), importee: found.fiche.date };
      return success(dataset);
    },
  };
}
