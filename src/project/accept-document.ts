import type { Analysis, Params } from "../analyses/analysis";
import { type Issue, issue } from "../domain/issue";
import { type Document, DOCUMENT_INITIAL } from "./document";

/**
 * A document this version can show: an analysis or parameters it does not know (saved by another version) give way to
 * the default ones and are named; the rest is kept.
 */
export function acceptDocument(document: Document, analyses: readonly Pick<Analysis, "id" | "parseParams">[]): { readonly document: Document; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const known = analyses.some(({ id }) => id === document.analyse);
  if (!known) issues.push(issue("analyse-inconnue", "avertissement", { analyse: document.analyse, attendues: analyses.map(({ id }) => id).join(", ") }));
  const params: Record<string, Params> = {};
  for (const [id, values] of Object.entries(document.params)) {
    const parsed = analyses.find((analyse) => analyse.id === id)?.parseParams(values);
    if (parsed?.ok !== false) params[id] = values;
    else issues.push(...parsed.issues.map((found) => ({ ...found, severity: "avertissement" as const })));
  }
  if (issues.length === 0) return { document, issues };
  return { document: { ...document, analyse: known ? document.analyse : DOCUMENT_INITIAL.analyse, params }, issues };
}
