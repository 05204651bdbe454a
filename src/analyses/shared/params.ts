import { type Issue, issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Field, Params } from "../analysis";
import { normaliserPoints } from "./points-donnes";
import { lireVise } from "./rangs";

type Value = Params[string];

/** A commune's code, then what the reader writes of it. */
const NOTE = /^(\d[\dAB]\d{3}) \S[^]{0,279}$/;

const CODE_COMMUNE = /^\d[\dAB]\d{3}$/;

/** What is wrong with a value, in the words of « il faut … »; null when the field takes it. */
function refusal(field: Exclude<Field, { readonly kind: "points" }>, value: unknown): string | null {
  if (field.kind === "curseur") {
    const fits = typeof value === "number" && value >= field.min && value <= field.max;
    return fits ? null : `un nombre de ${field.min} à ${field.max}`;
  }
  if (field.kind === "poids") return typeof value === "number" && value >= 0 && value <= 100 ? null : "un nombre de 0 à 100";
  if (field.kind === "commune") return typeof value === "string" && (value === "" || CODE_COMMUNE.test(value)) ? null : "le code d'une commune, ou rien";
  if (field.kind === "case") return typeof value === "boolean" ? null : "true ou false";
  if (field.kind === "site") return typeof value === "string" ? null : "l'identifiant d'un site, ou rien pour tous";
  if (field.kind === "communes") {
    const named = (code: unknown): boolean => typeof code === "string" && (CODE_COMMUNE.test(code) || (field.rangs === true && lireVise(code) !== null));
    const fits = Array.isArray(value) && value.length <= field.max && value.every(named) && new Set(value).size === value.length;
    return fits ? null : `une liste de ${field.max} codes de communes${field.rangs === true ? " (« 87002 ») ou de lieux (« 87002_3 »)" : ""} différents au plus`;
  }
  if (field.kind === "notes") {
    const codes = Array.isArray(value) ? value.map((note) => (typeof note === "string" ? NOTE.exec(note)?.[1] : undefined)) : [undefined];
    const fits = codes.length <= field.max && !codes.includes(undefined) && new Set(codes).size === codes.length;
    return fits ? null : `une liste de ${field.max} notes au plus, chacune « code de la commune, espace, texte » (280 caractères)`;
  }
  if (field.kind === "etats") return Array.isArray(value) && value.length <= field.max && value.every((id) => typeof id === "string") ? null : `une liste de ${field.max} identifiants au plus`;
  const options: readonly unknown[] = field.options.map((option) => option.value);
  if (field.kind === "choix") return options.includes(value) ? null : `une valeur parmi ${options.join(", ")}`;
  const fits =
    Array.isArray(value) && value.length >= (field.min) && value.length <= field.max &&
    new Set(value).size === value.length && value.every((entry) => options.includes(entry));
  return fits ? null : `une liste de ${field.min} à ${field.max} valeurs différentes parmi ${options.join(", ")}`;
}

/**
 * Parameters as an analysis takes them: the defaults, then what is given. Refused: what is not an object, a name that
 * is no field, a value its field does not take; all of them at once.
 */
export function parseFields<P extends Params>(fields: readonly Field[], defaults: P, raw: unknown): Outcome<P> {
  if (raw === undefined || raw === null) return success(defaults);
  if (typeof raw !== "object" || Array.isArray(raw)) {
    return failure(issue("parametre-invalide", "erreur", { parametre: "params", valeur: JSON.stringify(raw), attendu: "un objet" }));
  }
  const issues: Issue[] = [];
  const given: Record<string, Value> = {};
  for (const [parametre, value] of Object.entries(raw)) {
    const field = fields.find(({ name }) => name === parametre);
    if (field === undefined) {
      issues.push(issue("parametre-inconnu", "erreur", { parametre, attendus: fields.map(({ name }) => name).join(", ") }));
      continue;
    }
    if (field.kind === "points") {
      const read = normaliserPoints(value);
      if ("points" in read) given[parametre] = read.points;
      else issues.push(issue("parametre-invalide", "erreur", { parametre: read.rang === undefined ? parametre : `${parametre}, n° ${read.rang}`, valeur: read.valeur, attendu: read.attendu }));
      continue;
    }
    const attendu = refusal(field, value);
    if (attendu === null) given[parametre] = value as Value;
    else issues.push(issue("parametre-invalide", "erreur", { parametre, valeur: JSON.stringify(value) ?? "", attendu }));
  }
  return issues.length > 0 ? failure(...issues) : success({ ...defaults, ...given });
}
