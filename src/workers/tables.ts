import { type Importable, IMPORTABLES, type TableGardee, type TableImportee, provenanceImportee, rienImporte } from "../domain/table-importee";
import { success } from "../domain/outcome";
import type { Dataset, ResourceName } from "../domain/ressource";
import type { Loader } from "./loader";
import type { TablesGardees } from "./tables-gardees";

/** The user's tables of this browser: those kept, and those that could not be. Nothing rejects. */
export interface Tables {
  liste(): Promise<readonly TableImportee[]>;
  lire(ressource: Importable): Promise<TableGardee | null>;
  /** Keeps a table, in the place of the one before. The answer says whether the browser kept it. */
  ajouter(table: TableGardee): Promise<TableImportee>;
  /** Whether it is gone: false when the browser refuses to forget it. */
  retirer(ressource: Importable): Promise<boolean>;
}

export function createTables(gardees: TablesGardees): Tables {
  const memoire = new Map<Importable, TableGardee>();
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

const importable = (name: ResourceName): Importable | undefined => IMPORTABLES.find((known) => known === name);

/** The package with the user's tables in the place of the resources they stand for, or with no row where the package has none: nothing else knows which is which. */
export function avecTables(loader: Loader, tables: Tables): Loader {
  return {
    ...loader,
    async dataset(name, etendue) {
      const own = importable(name);
      if (own === undefined) return loader.dataset(name, etendue);
      const found = await tables.lire(own);
      if (found !== null) {
        const { fichier, lignes, millesime, date } = found.fiche;
        return success<Dataset>({ name, table: found.table, provenance: provenanceImportee(own, fichier, lignes, millesime), importee: date });
      }
      return own === "stages" ? loader.dataset(name, etendue) : success(rienImporte(own));
    },
  };
}
