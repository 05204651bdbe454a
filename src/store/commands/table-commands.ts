import { NIVEAU_IMPORTE } from "../../domain/perimetre";
import type { Importable } from "../../domain/table-importee";
import { NOTICE } from "../../textes/notices";
import type { ImportTable } from "../state";
import type { Commands } from "./commands";
import type { Loading } from "./loading";
import type { Results } from "./results";
import { type Contexte, noter, noterEchec, patch } from "./context";

type TableCommands = Pick<Commands, "chargerTables" | "importerTable" | "retirerTable" | "exporterModele">;

/** The user's tables in the place of embedded ones: what was drawn or computed with the ones before is done again. */
export function tableCommands(contexte: Contexte, loading: Loading, results: Results): TableCommands {
  const { client, effects } = contexte;
  const actualiser = (ressource: Importable): void => {
    if (ressource === "cpts") oublierNiveau();
    loading.couches.recharger();
    results.perimer();
  };
  /** Outlines of the perimeters of the table before: those of the new one are asked for. */
  const oublierNiveau = (): void => {
    const { territoire } = contexte.store.getState().datasets;
    if (territoire === null) return;
    const { [NIVEAU_IMPORTE]: _, ...contours } = territoire.contours;
    patch(contexte, "datasets", { territoire: { ...territoire, contours } });
    void loading.completerContours();
  };
  const montrer = (importTable: ImportTable | null): void => patch(contexte, "session", { importTable });
  return {
    async chargerTables() {
      const reply = await client.ask("tables", {});
      if (reply.ok) patch(contexte, "datasets", { tables: reply.value });
      else noterEchec(contexte, reply);
    },
    async importerTable(ressource, fichier) {
      const reply = await client.ask("importer-table", { ressource, fichier, date: effects.now() });
      if (!reply.ok) {
        montrer(reply.cause === "refus" ? { etat: "refuse", ressource, fichier: fichier.name, issues: reply.issues } : null);
        if (reply.cause === "panne") noterEchec(contexte, reply);
        return;
      }
      const { importee, issues } = reply.value;
      montrer({ etat: "fini", importee, issues });
      const others = contexte.store.getState().datasets.tables ?? [];
      patch(contexte, "datasets", { tables: [importee, ...others.filter((table) => table.ressource !== ressource)] });
      actualiser(ressource);
    },
    async retirerTable(ressource) {
      const reply = await client.ask("retirer-table", { ressource });
      if (!reply.ok) return noterEchec(contexte, reply);
      patch(contexte, "datasets", { tables: reply.value.tables });
      montrer(null);
      noter(contexte, reply.value.retiree ? "info" : "attention", reply.value.retiree ? NOTICE.tableRetiree : NOTICE.tableNonRetiree);
      actualiser(ressource);
    },
    async exporterModele(ressource, quoi) {
      // Loaded on first use: most visits bring no table.
      const { nom, contenu, type } = await (await import("./modeles")).lireModele(ressource, quoi);
      effects.telecharger(nom, contenu, type);
    },
  };
}
