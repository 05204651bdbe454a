import type { Terrains } from "../shared/terrains";
import type { RecrutementParams } from "./description";

/** One value a commune of the territory, order of `groupes.communes`. */
export interface ParCommune extends Terrains {
  readonly msp: Float64Array;
  readonly zones: readonly (string | null)[];
}

const nombre = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });
const pluriel = new Intl.PluralRules("fr-FR");
const compte = (n: number, un: string, plusieurs: string): string => `${nombre.format(n)} ${pluriel.select(n) === "one" ? un : plusieurs}`;

interface Ligne {
  readonly c: ParCommune;
  readonly params: RecrutementParams;
  readonly i: number;
  /** Inhabitants that the commune would bring near alone, and in the sequence; NaN when it is no candidate, or not chosen. */
  readonly seul: number;
  readonly suite: number;
  readonly rang: number;
}

/** Why a commune has its rank, or why it has none, in words. */
export function raisonDe({ c, params: { seuil, priorite }, i, seul, suite, rang }: Ligne): string | null {
  const medecins = c.medecins[i] ?? Number.NaN;
  if (Number.isNaN(medecins)) return "Pas de donnée sur les médecins de la commune.";
  if (medecins === 0) return "Aucun médecin généraliste en place en 2020 : personne à recruter.";
  if (Number.isNaN(seul)) return null;
  if (seul === 0) return `Aucun habitant de commune fragile à rapprocher : tous ceux qu'on atteint en ${seuil} min ont déjà un maître de stage.`;
  const msp = c.msp[i] ?? 0;
  const place = [compte(medecins, "médecin en place", "médecins en place"), ...(msp > 0 ? [compte(msp, "maison de santé", "maisons de santé")] : []), ...(c.zones[i] === null ? [] : [c.zones[i] === "HZ" ? "hors zonage" : c.zones[i]])].join(", ");
  const gain = `rapproche ${compte(Number.isNaN(rang) ? seul : suite, "habitant", "habitants")} de communes fragiles, à ${seuil} min au plus d'un maître de stage`;
  const ordre = Number.isNaN(rang) ? "Non retenue dans la suite : d'autres rapprochent davantage, ou les mêmes habitants. Seule, elle " : `Recrutement n° ${rang}${priorite === "msp" && msp > 0 ? " (maison de santé d'abord)" : ""} : `;
  return `${ordre}${gain} ; ${place}.`;
}
