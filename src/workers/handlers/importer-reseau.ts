import { issue } from "../../domain/issue";
import { failure, success } from "../../domain/outcome";
import type { ByteSource } from "../../io/byte-source";
import type { FichierEnFlux } from "../protocol";
import { pumpAsync, type PumpClock } from "../pump";
import type { Reseaux } from "../reseaux";
import type { Handler } from "../server";

/** The file could not be read to its end: moved, changed or taken away since it was chosen. */
class Unreadable extends Error {}

async function* chunksOf(fichier: FichierEnFlux): AsyncGenerator<Uint8Array, void, void> {
  const reader = fichier.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => Promise.reject(new Unreadable()));
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function sourceOf(fichier: FichierEnFlux): ByteSource {
  return { name: fichier.name, size: fichier.size, open: () => chunksOf(fichier) };
}

/** Reads a road file by slices, keeps its graph. A refusal gives its reasons, a cancel leaves nothing behind. */
export const importerReseau =
  (reseaux: Reseaux, clock: PumpClock): Handler<"importer-reseau"> =>
  async ({ fichier, date }, job) => {
    // Loaded on first use: most visits import nothing.
    const { readRoads } = await import("../../io/read-roads");
    const options = { clock, signal: job.signal, onProgress: (part: number) => job.progress(part) };
    try {
      const read = await pumpAsync(readRoads(sourceOf(fichier)), options);
      if (!read.ok) return read;
      const { format, graph, lignes, graphe } = read.value;
      const reseau = await reseaux.ajouter({ fichier: fichier.name, format, date, lignes, graphe }, graph);
      return success({ reseau, issues: read.issues });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return failure(issue("fichier-illisible", "erreur", { fichier: fichier.name, raison: "il a été déplacé ou modifié pendant la lecture : choisissez-le de nouveau" }));
    }
  };

export const listerReseaux =
  (reseaux: Reseaux): Handler<"reseaux"> =>
  async () =>
    success(await reseaux.liste());

export const retirerReseau =
  (reseaux: Reseaux): Handler<"retirer-reseau"> =>
  async ({ id }) => {
    const retire = await reseaux.retirer(id);
    return success({ retire, reseaux: await reseaux.liste() });
  };
