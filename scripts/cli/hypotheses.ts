import * as v from "valibot";
import type { Analysis } from "../../src/analyses/analysis";
import { ECART_MAX, type EcartsMedecins } from "../../src/domain/changements";
import { issue } from "../../src/domain/issue";
import { type Table, textValues } from "../../src/domain/table";
import { CLASSES_ROUTE, KMH_MAX, KMH_MIN, normaliserScenario, PREREGLAGES, type ScenarioVitesses } from "../../src/domain/vitesses";
import { medecinsSchema, scenarioSchema } from "../../src/project/schema";
import { badCall } from "./outcome-error";

/** What a call supposes besides its data. */
export interface Hypotheses {
  readonly vitesses: ScenarioVitesses | null;
  readonly medecins: EcartsMedecins;
}

const ATTENDU_VITESSES = `prereglage (${PREREGLAGES.join(", ")}), kmh (${KMH_MIN} à ${KMH_MAX} km/h par classe et milieu, comme « secondaire/rural ») fermees (${CLASSES_ROUTE.join(", ")}) et zones (listes de [longitude, latitude])`;
const ATTENDU_MEDECINS = `un nombre entier par code de commune, de −${ECART_MAX} à ${ECART_MAX}, comme {"87011": 2}`;

/** A value as its schema reads it; else a bad call that names the place and what is awaited. */
export function accept<T>(schema: v.GenericSchema<unknown, T>, value: unknown, nom: string, attendu: string): T {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const parametre = [nom, v.getDotPath(parsed.issues[0])].filter(Boolean).join(".");
  throw badCall([issue("parametre-invalide", "erreur", { parametre, valeur: JSON.stringify(parsed.issues[0].input) ?? "", attendu })]);
}

/** Supposed speeds as the document has them; absent: the default ones. @param nom where they stand, for messages */
export function readVitesses(value: unknown, nom: string): ScenarioVitesses | null {
  return value === undefined ? null : normaliserScenario(accept(scenarioSchema, value, nom, ATTENDU_VITESSES));
}

export function readMedecins(value: unknown, nom: string): EcartsMedecins {
  return value === undefined ? {} : accept(medecinsSchema, value, nom, ATTENDU_MEDECINS);
}

/** Practitioners supposed where there is no commune would count for nothing: a bad call. @param communes whole table */
export function verifierMedecins(medecins: EcartsMedecins, communes: Table, nom: string): void {
  const codes = new Set(textValues(communes, "code"));
  const inconnu = Object.keys(medecins).find((code) => !codes.has(code));
  if (inconnu !== undefined) throw badCall([issue("parametre-invalide", "erreur", { parametre: nom, valeur: inconnu, attendu: "des codes de communes de Nouvelle-Aquitaine" })]);
}

/** The parameters of an analysis may hold `vitesses` (of one that drives) and `medecins`: what is supposed, as the document has it. */
export function splitHypotheses(analyse: Analysis, raw: unknown): { readonly hypotheses: Hypotheses; readonly rest: unknown } {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { hypotheses: { vitesses: null, medecins: {} }, rest: raw };
  const { vitesses, medecins, ...rest } = raw as Readonly<Record<string, unknown>>;
  const kept = vitesses === undefined || analyse.reseau ? rest : { ...rest, vitesses };
  return { hypotheses: { vitesses: analyse.reseau ? readVitesses(vitesses, "vitesses") : null, medecins: readMedecins(medecins, "medecins") }, rest: kept };
}
