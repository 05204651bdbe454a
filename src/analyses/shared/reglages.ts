import type { Description, Field, Params } from "../analysis";

const nombre = new Intl.NumberFormat("fr-FR");

function valeur(field: Field, value: Params[string] | undefined): string {
  if ("options" in field) {
    const chosen = field.options.filter((option) => option.value === value || (Array.isArray(value) && value.includes(option.value)));
    return chosen.map(({ label }) => label).join(", ");
  }
  if (field.kind === "case") return value === true ? "oui" : "non";
  if (typeof value !== "number") return String(value ?? "");
  if (field.kind !== "curseur") return `${nombre.format(value)} %`;
  return field.unit === "annee" ? String(value) : `${nombre.format(value)} ${field.unit}`.trim();
}

/** The settings of a computation in words: those that every reader sees, and the folded ones that differ from the defaults. */
export function reglagesEnMots({ fields, defaults }: Pick<Description, "fields" | "defaults">, params: Params): readonly string[] {
  return fields.filter(({ name, avance }) => avance !== true || params[name] !== defaults[name]).map((field) => `${field.label}${/[ '](?:à|en|de|sous)$/.test(field.label) ? "" : " :"} ${valeur(field, params[field.name])}`);
}
