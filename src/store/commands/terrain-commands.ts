import { NOTICE } from "../../textes/notices";
import type { Commands } from "./commands";
import { type Contexte, noter, noterEchec } from "./context";

type TerrainCommands = Pick<Commands, "profil" | "ateliers" | "documents" | "plan" | "noterAction" | "retirerNote" | "exporterPlan">;

/** What the founding documents say, read on first use; null on trouble, which is said. */
export function terrainCommands(contexte: Contexte): TerrainCommands {
  const lire = async <T>(read: () => Promise<T>): Promise<T | null> => {
    try {
      return await read();
    } catch (error) {
      noter(contexte, "erreur", NOTICE.lectureEnPanne(error instanceof Error ? error.message : String(error)));
      return null;
    }
  };
  // With the first look at the plan: the first screen does without.
  const suivi = () => lire(async () => (await import("./plan-commands")).planCommands(contexte, lire));
  return {
    async profil(sujet, rang) {
      const reply = await contexte.client.ask("profil", { sujet, rang });
      if (!reply.ok) noterEchec(contexte, reply);
      return reply.ok ? reply.value : null;
    },
    ateliers: () => lire(async () => (await import("../../io/terrain/ateliers")).lireAteliers()),
    documents: () => lire(async () => (await import("../../io/terrain/documents")).lireDocuments()),
    plan: async () => (await suivi())?.plan() ?? null,
    noterAction: async (...note) => (await suivi())?.noterAction(...note),
    retirerNote: async (action) => (await suivi())?.retirerNote(action),
    exporterPlan: async () => (await suivi())?.exporterPlan(),
  };
}
