import { issue } from "../../src/domain/issue";
import { badCall, BadCall } from "./outcome-error";

export const USAGE =
  "Usage : npm run -s analyse -- <analyse> [--territoire 87] [--niveau commune|epci|bassin-de-vie|canton|departement|region|cpts] " +
  "[--params fichier.json] [--sites fichier.csv] [--donnees nom=fichier]… [--format json|csv|mailles|lp]";

/** The call as written, values unchecked. */
export interface Call {
  readonly analyse: string;
  readonly territoire: string;
  readonly niveau: string;
  readonly params: string | null;
  readonly sites: string | null;
  /** Resource name, file. */
  readonly donnees: readonly (readonly [nom: string, fichier: string])[];
  readonly format: string;
}

const OPTIONS = ["--territoire", "--niveau", "--params", "--sites", "--donnees", "--format"] as const;
type Option = (typeof OPTIONS)[number];

export function splitReplacement(text: string): readonly [string, string] {
  const cut = text.indexOf("=");
  if (cut <= 0 || cut === text.length - 1) {
    throw badCall([issue("parametre-invalide", "erreur", { parametre: "--donnees", valeur: text, attendu: "nom=fichier" })]);
  }
  return [text.slice(0, cut), text.slice(cut + 1)];
}

/** Values by option, in order, and what is not an option. `--option valeur` and `--option=valeur` are the same. */
export function readOptions<O extends string>(args: readonly string[], options: readonly O[]): { readonly values: ReadonlyMap<O, readonly string[]>; readonly others: readonly string[] } {
  const values = new Map<O, string[]>();
  const others: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? "";
    if (!arg.startsWith("--")) {
      others.push(arg);
      continue;
    }
    const cut = arg.indexOf("=");
    const written = cut < 0 ? arg : arg.slice(0, cut);
    const name = options.find((option) => option === written);
    if (name === undefined) throw badCall([issue("option-inconnue", "erreur", { option: written, attendues: options.join(", ") })]);
    const value = cut < 0 ? args[(i += 1)] : arg.slice(cut + 1);
    if (value === undefined || value === "" || (cut < 0 && value.startsWith("--"))) {
      throw badCall([issue("option-sans-valeur", "erreur", { option: name })]);
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { values, others };
}

/** Reads the command line; throws BadCall with a French line for what it does not understand. The last value wins. */
export function parseArguments(args: readonly string[]): Call {
  const { values, others } = readOptions(args, OPTIONS);
  const last = (option: Option): string | undefined => values.get(option)?.at(-1);
  const [analyse, extra] = others;
  if (analyse === undefined) throw new BadCall(USAGE);
  if (extra !== undefined) throw badCall([issue("option-inconnue", "erreur", { option: extra, attendues: OPTIONS.join(", ") })]);
  return {
    analyse,
    territoire: last("--territoire") ?? "87",
    niveau: last("--niveau") ?? "commune",
    params: last("--params") ?? null,
    sites: last("--sites") ?? null,
    donnees: (values.get("--donnees") ?? []).map(splitReplacement),
    format: last("--format") ?? "json",
  };
}
