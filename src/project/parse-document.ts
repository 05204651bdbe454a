import * as v from "valibot";
import { issue } from "../domain/issue";
import type { Issue } from "../domain/issue";
import { failure, success } from "../domain/outcome";
import type { Outcome } from "../domain/outcome";
import { rendreCoherent } from "./coherent";
import { DOCUMENT_INITIAL, VERSION_DOCUMENT } from "./document";
import type { Document } from "./document";
import { migrate } from "./migrations/migrate";
import { FIELD_SCHEMAS, scenarioNommeSchema } from "./schema";

type Field = keyof typeof FIELD_SCHEMAS;

/** Scenarios one by one: one that cannot be read never loses the others. */
function readScenarios(raw: unknown, issues: Issue[]): Document["scenarios"] {
  const each = Array.isArray(raw) ? raw : [null];
  const read = each.map((one) => v.safeParse(scenarioNommeSchema, one));
  if (read.some(({ success: fits }) => !fits)) issues.push(issue("document-champ", "avertissement", { champ: "scenarios" }));
  return read.flatMap((one) => (one.success ? [one.output] : []));
}

/**
 * A saved document from any JSON value. A document of an unknown version is refused; a field that cannot be
 * read takes its default value and is named in an issue, so that one bad field never loses the others.
 */
export function parseDocument(raw: unknown): Outcome<Document> {
  const found = v.safeParse(v.record(v.string(), v.unknown()), raw);
  if (!found.success) return failure(issue("document-illisible", "erreur", { raison: "ce n'est pas un document Maillage" }));
  const current = migrate(found.output);
  if (current === null) {
    return failure(issue("document-version", "erreur", { version: String(found.output["version"]), connue: String(VERSION_DOCUMENT) }));
  }
  const issues: Issue[] = [];
  const read = <K extends Field>(field: K): Document[K] => {
    const schema: v.GenericSchema<unknown, Document[K]> = FIELD_SCHEMAS[field];
    const result = v.safeParse(schema, current[field]);
    if (result.success) return result.output;
    issues.push(issue("document-champ", "avertissement", { champ: field }));
    return DOCUMENT_INITIAL[field];
  };
  return success(
    rendreCoherent({
      version: VERSION_DOCUMENT,
      territoire: read("territoire"),
      niveau: read("niveau"),
      analyse: read("analyse"),
      params: read("params"),
      classes: read("classes"),
      couches: read("couches"),
      selection: read("selection"),
      sites: read("sites"),
      vitesses: read("vitesses"),
      reseau: read("reseau"),
      medecins: read("medecins"),
      scenarios: readScenarios(current["scenarios"], issues),
      actif: read("actif"),
      present: read("present"),
    }),
    issues,
  );
}

/** The JSON text that `parseDocument` reads back: typed arrays become arrays, NaN becomes null. */
export function serializeDocument(document: Document): string {
  return JSON.stringify(document, (_key, value: unknown) =>
    value instanceof Float64Array ? Array.from(value, (x) => (Number.isFinite(x) ? x : null)) : value,
  );
}
