import type { Unit } from "../domain/units";

const LOCALE = "fr-FR";
const formats = new Map<number, Intl.NumberFormat>();

function numberFormat(digits: number): Intl.NumberFormat {
  const known = formats.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(digits, made);
  return made;
}

export const PAS_DE_DONNEE = "pas de donnée";

/** « 1 234,5 »; NaN and null are « pas de donnée », never 0. */
export function formatNumber(value: number | null, digits = 0): string {
  return value === null || !Number.isFinite(value) ? PAS_DE_DONNEE : numberFormat(digits).format(value);
}

const SUFFIX: Record<Unit, string> = {
  habitants: " hab.",
  minutes: " min",
  km: " km",
  km2: " km²",
  pour_100k: " pour 100 000 hab.",
  part: " %",
  nombre: "",
  euros: " €",
  consultations: " consultations par an et par habitant",
  annee: "",
  degres: "°",
  metres: " m",
};

/** A figure with its unit. `part` is a share from 0 to 1, shown in percent. Years carry no thousands separator. */
export function formatQuantity(value: number | null, unit: Unit, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return PAS_DE_DONNEE;
  if (unit === "annee") return String(Math.round(value));
  return numberFormat(digits).format(unit === "part" ? value * 100 : value) + SUFFIX[unit];
}

const rules = new Intl.PluralRules(LOCALE);

/** « 1 commune », « 12 communes »: the number formatted and its noun agreed. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${rules.select(count) === "one" ? one : many}`;
}

/** « MSP, pharmacie et urgences ». */
export function formatList(items: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string {
  return new Intl.ListFormat(LOCALE, { type }).format(items);
}
