import { NIVEAUX_FICHE, type NiveauFiche } from "../../../src/documents/fiches/fiche-imprimee";
import { issue } from "../../../src/domain/issue";
import { REFUS } from "../../../src/textes/fiches-imprimees";
import { readOptions } from "../arguments";
import { BadCall, badCall } from "../outcome-error";

export const FICHES_USAGE = "Usage : npm run -s fiches -- [--territoire 87] [--niveau commune|epci|bassin-de-vie] [--adresse https://exemple.fr/maillage/] --sortie dossier";

export interface AppelFiches {
  readonly territoire: string;
  readonly niveau: NiveauFiche;
  readonly sortie: string;
  /** Where the app is served, ending with « / »; null when it is not said. */
  readonly adresse: string | null;
}

const OPTIONS = ["--territoire", "--niveau", "--adresse", "--sortie"] as const;

function readNiveau(text: string): NiveauFiche {
  const found = NIVEAUX_FICHE.find((niveau) => niveau === text);
  if (found === undefined) throw badCall([issue("niveau-inconnu", "erreur", { niveau: text, attendus: NIVEAUX_FICHE.join(", ") })]);
  return found;
}

/** The address where the app is served. */
export function readAdresse(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url !== null && (url.protocol === "https:" || url.protocol === "http:") && url.search === "" && url.hash === "" && url.username === "";
  if (!plain) throw badCall([issue("parametre-invalide", "erreur", { parametre: "--adresse", valeur: text, attendu: "une adresse comme https://exemple.fr/maillage/, sans « ? » ni « # »" })]);
  return url.href.replace(/(?:\/index\.html|\/)?$/, "/");
}

/** Reads the command line; throws BadCall with a French line. The last value wins. */
export function parseAppel(args: readonly string[]): AppelFiches {
  const { values, others } = readOptions(args, OPTIONS);
  const last = (option: (typeof OPTIONS)[number]): string | undefined => values.get(option)?.at(-1);
  if (others[0] !== undefined) throw badCall([issue("option-inconnue", "erreur", { option: others[0], attendues: OPTIONS.join(", ") })]);
  const niveau = readNiveau(last("--niveau") ?? "commune");
  const adresse = last("--adresse");
  const sortie = last("--sortie");
  if (sortie === undefined) throw new BadCall(REFUS.sansSortie(FICHES_USAGE));
  return { territoire: last("--territoire") ?? "87", niveau, sortie, adresse: adresse === undefined ? null : readAdresse(adresse) };
}
