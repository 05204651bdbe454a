import { setReseau } from "../../project/edits";
import { NOTICE } from "../../textes/notices";
import type { ImportReseau } from "../state";
import type { Commands } from "./commands";
import { latest, noter, noterEchec, parImage, patch } from "./context";
import type { Contexte } from "./context";
import type { Editer } from "./edit";

type ReseauCommands = Pick<Commands, "choisirReseau" | "chargerReseaux" | "importerReseau" | "annulerImport" | "retirerReseau">;

/** Imports one road file after the other: another file chosen takes the place of the one being read. */
function importing(contexte: Contexte): Pick<Commands, "importerReseau" | "annulerImport"> {
  const { client, effects } = contexte;
  const imports = latest();
  const show = (importReseau: ImportReseau | null): void => patch(contexte, "session", { importReseau });
  return {
    async importerReseau(fichier) {
      const signal = imports.next();
      const { name } = fichier;
      show({ etat: "lecture", fichier: name, part: 0 });
      const onProgress = parImage(effects, (part: number): void => {
        if (!signal.aborted && contexte.store.getState().session.importReseau?.etat === "lecture") show({ etat: "lecture", fichier: name, part });
      });
      const reply = await client.ask("importer-reseau", { fichier, date: effects.now() }, { signal, onProgress });
      if (signal.aborted) return;
      if (!reply.ok) {
        show(reply.cause === "refus" ? { etat: "refuse", fichier: name, issues: reply.issues } : null);
        if (reply.cause === "panne") noterEchec(contexte, reply);
        return;
      }
      const { reseau, issues } = reply.value;
      show({ etat: "fini", fichier: name, reseau, issues });
      const others = contexte.store.getState().datasets.reseaux ?? [];
      patch(contexte, "datasets", { reseaux: [reseau, ...others.filter(({ id }) => id !== reseau.id)] });
    },
    annulerImport() {
      imports.cancel();
      if (contexte.store.getState().session.importReseau?.etat === "lecture") show(null);
    },
  };
}

export function reseauCommands(contexte: Contexte, editer: Editer): ReseauCommands {
  const { store, client } = contexte;
  return {
    ...importing(contexte),
    choisirReseau: (reseau) => editer(setReseau(reseau === null ? null : { id: reseau.id, fichier: reseau.fichier })),
    async chargerReseaux() {
      const reply = await client.ask("reseaux", {});
      if (reply.ok) patch(contexte, "datasets", { reseaux: reply.value });
      else noterEchec(contexte, reply);
    },
    async retirerReseau(id) {
      const fichier = store.getState().datasets.reseaux?.find((known) => known.id === id)?.fichier ?? id;
      const reply = await client.ask("retirer-reseau", { id });
      if (!reply.ok) return noterEchec(contexte, reply);
      patch(contexte, "datasets", { reseaux: reply.value.reseaux });
      const { importReseau } = store.getState().session;
      if (importReseau?.etat === "fini" && importReseau.reseau.id === id) patch(contexte, "session", { importReseau: null });
      if (!reply.value.retire) return noter(contexte, "attention", NOTICE.reseauNonRetire(fichier));
      const used = store.getState().document.courant.reseau?.id === id;
      if (used) editer(setReseau(null));
      noter(contexte, "info", NOTICE.reseauRetire(fichier, used));
    },
  };
}
