import { issue } from "../../../src/domain/issue";
import { MODELES } from "../../../src/presentation/modeles/registre";
import { EN_FICHIERS } from "../../../src/textes/presenter";
import { readOptions } from "../arguments";
import { readAdresse } from "../fiches/appel";
import { BadCall, badCall } from "../outcome-error";

/** What can be written without a browser: slides need their maps in pixels. */
export const FORMATS_FICHIER = ["pdf", "pdf-a4", "xlsx", "json"] as const;
export type FormatFichier = (typeof FORMATS_FICHIER)[number];

export const PRESENTATION_USAGE = `Usage : npm run -s presentation -- --modele ${MODELES.map(({ id }) => id).join("|")} [--territoire 87] [--format ${FORMATS_FICHIER.join(",")}] [--adresse https://exemple.fr/maillage/] --sortie dossier`;

export interface AppelPresentation {
  readonly modele: string;
  readonly territoire: string;
  readonly formats: readonly FormatFichier[];
  readonly sortie: string;
  /** Where the app is served, ending with « / »; null when it is not said. */
  readonly adresse: string | null;
}

const OPTIONS = ["--modele", "--territoire", "--format", "--adresse", "--sortie"] as const;

function readFormats(text: string): readonly FormatFichier[] {
  return text.split(",").map((name) => {
    const found = FORMATS_FICHIER.find((known) => known === name);
    if (found !== undefined) return found;
    throw name === "pptx" ? new BadCall(EN_FICHIERS.sansPptx) : badCall([issue("format-inconnu", "erreur", { format: name, attendus: FORMATS_FICHIER.join(", ") })]);
  });
}

/** Reads the command line; throws BadCall with a French line. The last value wins. */
export function parseAppel(args: readonly string[]): AppelPresentation {
  const { values, others } = readOptions(args, OPTIONS);
  const last = (option: (typeof OPTIONS)[number]): string | undefined => values.get(option)?.at(-1);
  if (others[0] !== undefined) throw badCall([issue("option-inconnue", "erreur", { option: others[0], attendues: OPTIONS.join(", ") })]);
  const modele = last("--modele") ?? "";
  if (!MODELES.some(({ id }) => id === modele)) throw new BadCall(EN_FICHIERS.modeleInconnu(modele, MODELES.map(({ id }) => id)));
  const sortie = last("--sortie");
  if (sortie === undefined) throw new BadCall(EN_FICHIERS.sansSortie(PRESENTATION_USAGE));
  const adresse = last("--adresse");
  return { modele, territoire: last("--territoire") ?? "87", formats: readFormats(last("--format") ?? "pdf"), sortie, adresse: adresse === undefined ? null : readAdresse(adresse) };
}
