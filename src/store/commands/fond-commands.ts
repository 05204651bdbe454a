import { issue } from "../../domain/issue";
import type { TuilesFond } from "../../domain/tuiles-fond";
import { inflate } from "../../io/bytes";
import { readTuiles } from "../../io/tuiles-fond";
import type { Commands } from "./commands";
import { type Contexte, noterIssues } from "./context";

const NO_TILE: TuilesFond = new Map();

/** « donnees/fond-87.8.bin.gz?v=1a2b3c4d » → « fond-87.8.bin.gz ». */
const fileOf = (adresse: string): string => adresse.replace(/^.*\/|\?.*$/g, "");

/** The tiles of the ground. A file that is missing (null: it may come later) or damaged is told, and the map goes on without it. */
export function fondCommands(contexte: Contexte): Pick<Commands, "tuilesDuFond"> {
  return {
    async tuilesDuFond(adresse) {
      const ressource = fileOf(adresse);
      const bytes = await contexte.effects.lireFichier(adresse);
      if (bytes === null) {
        noterIssues(contexte, [issue("ressource-absente", "avertissement", { ressource })]);
        return null;
      }
      const inflated = await inflate(bytes, ressource);
      const tuiles = inflated.ok ? readTuiles(inflated.value) : null;
      if (tuiles === null) noterIssues(contexte, [issue("ressource-illisible", "avertissement", { ressource, raison: "archive coupée ou d'un autre format" })]);
      return tuiles ?? NO_TILE;
    },
  };
}
