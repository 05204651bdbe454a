import * as v from "valibot";
import { parseDocument, serializeDocument } from "../project/parse-document";
import { type EcranPage, type Page, type Presentation, VERSION_PRESENTATION } from "./page";
import { ecranSchema, pageSchema, presentationSchema } from "./schema";

type Raw = Readonly<Record<string, unknown>>;

/** From version n to n + 1: a version that was shipped is never edited, a new one adds a line here. */
const MIGRATIONS: readonly ((raw: Raw) => Raw)[] = [];

export type Lecture =
  /** `ecartees`: pages that cannot be read; `sansEcran`: pages that keep their picture but can no longer be computed. */
  | { readonly ok: true; readonly presentation: Presentation; readonly ecartees: number; readonly sansEcran: number }
  | { readonly ok: false; readonly raison: "format" }
  | { readonly ok: false; readonly raison: "version"; readonly version: string };

/** The screen of a page, its document brought to this version; null when it cannot be read any more. */
function lireEcran(raw: unknown): EcranPage | null {
  const found = v.safeParse(ecranSchema, raw);
  if (!found.success) return null;
  const document = parseDocument(found.output.document);
  return document.ok ? { ...found.output, document: document.value } : null;
}

/** A saved presentation from any JSON value: another format or an unknown version is refused, a bad page is left out and counted. */
export function parsePresentation(raw: unknown): Lecture {
  const head = v.safeParse(presentationSchema, raw);
  if (!head.success) return { ok: false, raison: "format" };
  const { version } = head.output;
  if (!Number.isInteger(version) || version < 1 || version > VERSION_PRESENTATION) return { ok: false, raison: "version", version: String(version) };
  const current = MIGRATIONS.slice(version - 1).reduce<Raw>((before, step) => step(before), head.output);
  const pages: Page[] = [];
  let [ecartees, sansEcran] = [0, 0];
  const seen = new Set<string>();
  for (const one of current["pages"] as readonly unknown[]) {
    const page = v.safeParse(pageSchema, one);
    if (!page.success || seen.has(page.output.id)) {
      ecartees += 1;
      continue;
    }
    seen.add(page.output.id);
    const ecran = page.output.ecran === null ? null : lireEcran(page.output.ecran);
    if (ecran === null && page.output.ecran !== null) sansEcran += 1;
    pages.push({ ...page.output, ecran });
  }
  return { ok: true, presentation: { version: VERSION_PRESENTATION, titre: head.output.titre, pages }, ecartees, sansEcran };
}

/** The JSON value that `parsePresentation` reads back: documents are written by their own writer. */
export function serializePresentation({ titre, pages }: Presentation): string {
  const written = pages.map((page) => ({ ...page, ecran: page.ecran === null ? null : { ...page.ecran, document: JSON.parse(serializeDocument(page.ecran.document)) as unknown } }));
  return JSON.stringify({ format: "maillage-presentation", version: VERSION_PRESENTATION, titre, pages: written });
}

/**
 * What may leave the browser: the user's own list of sites never does, so that a page made with one keeps its picture and can no
 * longer be computed.
 */
export function partageable(presentation: Presentation): Presentation {
  return { ...presentation, pages: presentation.pages.map((page) => (page.ecran?.document.sites == null ? page : { ...page, ecran: null })) };
}
