import type { Niveau } from "../domain/perimetre";
import type { Provenance, Quality } from "../domain/provenance";
import type { Unit } from "../domain/units";
import { formatNumber, formatQuantity, PAS_DE_DONNEE, plural } from "./format";

/** What a legend row (carto/legend.ts) says of its class. */
export interface ClasseLegende {
  /** −1 is « pas de donnée ». */
  readonly classIndex: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly label: string | null;
}

/** Units short enough to stand in every line; the others stand once, in the legend's title. */
const SHORT: ReadonlySet<Unit> = new Set(["minutes", "km", "km2", "part", "euros", "degres", "metres"]);

/**
 * « 10 min ou moins », « plus de 10 à 15 min », « plus de 30 min », « de 3,2 à 8 km ». Classes are ]a ; b]: « plus
 * de » says that the lower bound is out, in all but the first one.
 * @param digits decimals of the bounds (of the percentage, for a share): `scale.digits`
 */
export function legendLabel({ classIndex, from, to, label }: ClasseLegende, unit: Unit, digits: number): string {
  if (classIndex < 0) return label ?? PAS_DE_DONNEE;
  if (label !== null) return label;
  const full = (value: number): string => (SHORT.has(unit) ? formatQuantity(value, unit, digits) : bare(value, unit, digits));
  if (from === null && to === null) return "ensemble des valeurs";
  if (from === null) return `${full(to ?? 0)} ou moins`;
  if (to === null) return `plus de ${full(from)}`;
  if (from === to) return full(to);
  return `${classIndex === 0 ? "de" : "plus de"} ${bare(from, unit, digits)} à ${full(to)}`;
}

/** A figure alone, with its unit when it is short: the size of a circle, the end of an axis. */
export function circleLabel(value: number | null, unit: Unit, digits: number): string {
  if (value === null) return PAS_DE_DONNEE;
  return SHORT.has(unit) ? formatQuantity(value, unit, digits) : bare(value, unit, digits);
}

/** A figure without its unit. */
function bare(value: number, unit: Unit, digits: number): string {
  if (unit === "annee") return String(Math.round(value));
  return formatNumber(unit === "part" ? value * 100 : value, digits);
}

const UNIT: Record<Unit, string> = {
  habitants: "habitants",
  minutes: "minutes par la route",
  km: "kilomètres",
  km2: "kilomètres carrés",
  pour_100k: "pour 100 000 habitants",
  part: "en %",
  nombre: "nombre",
  euros: "euros",
  consultations: "consultations par an et par habitant",
  annee: "année",
  degres: "degrés",
  metres: "mètres",
};

/** The unit in words, for the head of a legend. */
export function unitLabel(unit: Unit): string {
  return UNIT[unit];
}

/** What a legend counts: territories of a level, or what a view is made of. */
const COMPTES: Record<Niveau | "mailles" | "carres" | "points" | "habitants" | "trajets", readonly [one: string, many: string]> = {
  commune: ["commune", "communes"],
  epci: ["EPCI", "EPCI"],
  "bassin-de-vie": ["bassin de vie", "bassins de vie"],
  canton: ["canton", "cantons"],
  departement: ["département", "départements"],
  region: ["région", "régions"],
  cpts: ["CPTS", "CPTS"],
  mailles: ["maille", "mailles"],
  carres: ["carré", "carrés"],
  points: ["point", "points"],
  habitants: ["habitant", "habitants"],
  trajets: ["trajet", "trajets"],
};

/** « 12 communes », « 12 mailles ». */
export function countLabel(count: number, compte: keyof typeof COMPTES): string {
  return plural(count, ...COMPTES[compte]);
}

/** Head of the column of counts: « communes ». */
export function countHead(compte: keyof typeof COMPTES): string {
  return COMPTES[compte][1];
}

export const QUALITE_COURTE: Record<Quality, string> = { officiel: "officiel", derive: "dérivé", illustratif: "illustratif" };

/** « Maisons de santé, Agence du numérique en santé (FINESS), 8 janvier 2021, Licence Ouverte 2.0 ». */
export function sourceText({ title, publisher, vintage, licence }: Provenance): string {
  return [title, publisher, formatVintage(vintage), licence].filter((part) => part !== "").join(", ");
}

const DAY = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** A millésime written as a date reads as one: « 2021-01-08 » is « 8 janvier 2021 »; anything else stays as it is. */
export function formatVintage(vintage: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(vintage) ? DAY.format(new Date(`${vintage}T00:00:00Z`)) : vintage;
}

/** What a drawn map says beside its figures. */
export const CARTE_DESSINEE = {
  description: (titre: string, lignes: readonly string[]): string => `${titre}. ${lignes.join(" ; ")}.`,
  classe: (label: string, compte: string): string => `${label} : ${compte}`,
  habitants: "habitants",
  sources: "Sources",
  illustratif: "Hachures : données illustratives, qui montrent le fonctionnement et non la réalité.",
  nord: "N",
  echelle: (km: number): string => `${formatNumber(km)} km`,
  date: (jour: string): string => `Carte éditée le ${jour}`,
  produit: "Maillage",
  medecins: (nombre: number): string => plural(nombre, "médecin généraliste", "médecins généralistes"),
} as const;
