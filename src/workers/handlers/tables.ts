import { issue } from "../../domain/issue";
import { failure, success } from "../../domain/outcome";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import type { Tables } from "../tables";

/** Reads a table of the user's and keeps it in the place of the embedded one. A refusal gives its reasons and changes nothing. */
export const importerTable =
  (loader: Loader, tables: Tables): Handler<"importer-table"> =>
  async ({ ressource, fichier, date }) => {
    const bytes = await fichier.arrayBuffer().catch(() => null);
    if (bytes === null) return failure(issue("fichier-illisible", "erreur", { fichier: fichier.name, raison: "il a été déplacé ou modifié pendant la lecture : choisissez-le de nouveau" }));
    const communes = await loader.dataset("communes", "tout");
    if (!communes.ok) return communes;
    // Loaded on first use: most visits bring no table.
    const { FORMATS_TABLES } = await import("../../io/tables/registre");
    const read = FORMATS_TABLES[ressource].lire({ nom: fichier.name, bytes: new Uint8Array(bytes) }, communes.value.table);
    if (!read.ok) return read;
    const { table, bilan, millesime } = read.value;
    const fiche = { ressource, fichier: fichier.name, date, lignes: bilan.gardees, lues: bilan.lues, bilan, ...(millesime === undefined ? {} : { millesime }), gardee: false };
    const importee = await tables.ajouter({ fiche, table });
    return success({ importee, issues: read.issues });
  };

export const listerTables =
  (tables: Tables): Handler<"tables"> =>
  async () =>
    success(await tables.liste());

export const retirerTable =
  (tables: Tables): Handler<"retirer-table"> =>
  async ({ ressource }) => {
    const retiree = await tables.retirer(ressource);
    return success({ retiree, tables: await tables.liste() });
  };
