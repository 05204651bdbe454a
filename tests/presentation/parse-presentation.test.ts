import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ajouter } from "../../src/presentation/edits";
import { type Presentation, PRESENTATION_VIDE } from "../../src/presentation/page";
import { parsePresentation, partageable, serializePresentation } from "../../src/presentation/parse-presentation";
import { CAPTURE, ECRAN, page } from "./exemples";

const { id: _, ...NOUVELLE } = page();
const PRESENTATION: Presentation = { ...ajouter([NOUVELLE, { ...NOUVELLE, genre: "texte", ecran: null, capture: null }], null)(PRESENTATION_VIDE), titre: "Été" };
const json = (presentation = PRESENTATION): Record<string, unknown> => JSON.parse(serializePresentation(presentation)) as Record<string, unknown>;
/** The file with its first page changed. */
const changed = (change: Record<string, unknown>): Record<string, unknown> => ({ ...json(), pages: [{ ...(json()["pages"] as object[])[0], ...change }, (json()["pages"] as object[])[1]] });

describe("a presentation file", () => {
  test("comes back as it was written", () => {
    expect(parsePresentation(json())).toEqual({ ok: true, presentation: PRESENTATION, ecartees: 0, sansEcran: 0 });
  });
  test("of every version ever shipped still opens", () => {
    const lecture = parsePresentation(JSON.parse(readFileSync(path.join(import.meta.dirname, "../projets/presentation-v1.json"), "utf8")));
    expect(lecture.ok && [lecture.presentation.pages.map(({ genre }) => genre), lecture.ecartees, lecture.sansEcran]).toEqual([["carte", "texte"], 0, 0]);
  });
  test("of a later version is refused, with its number", () => {
    expect(parsePresentation({ ...json(), version: 2 })).toEqual({ ok: false, raison: "version", version: "2" });
  });
  test.each([null, 3, "x", [], {}, { format: "autre", version: 1, titre: "", pages: [] }])("that is something else is refused: %j", (raw) => {
    expect(parsePresentation(raw)).toEqual({ ok: false, raison: "format" });
  });
  test.each([{ genre: "hologramme" }, { id: "x" }, { capture: { ...CAPTURE, date: "hier" } }, { titre: null }])("loses only the page that cannot be read: %j", (change) => {
    const lecture = parsePresentation(changed(change));
    expect(lecture.ok && [lecture.ecartees, lecture.presentation.pages.map(({ genre }) => genre)]).toEqual([1, ["texte"]]);
  });
  test("keeps the picture of a page whose screen can no longer be read, and counts it", () => {
    const lecture = parsePresentation(changed({ ecran: { ...ECRAN, document: { version: 99 } } }));
    expect(lecture.ok && [lecture.sansEcran, lecture.presentation.pages[0]?.ecran, lecture.presentation.pages[0]?.capture?.phrase]).toEqual([1, null, CAPTURE.phrase]);
  });
  test.each(["<script>alert(1)</script>", '<path onclick="x"/>', '<image href="https://exemple.test/a.png"/>', '<a href="javascript:x"><g/></a>', "<foreignObject/>", "<style>x</style>", '<use href="https://exemple.test/#a"/>', "<!DOCTYPE x>"])(
    "refuses a drawing that holds %s",
    (inside) => {
      const lecture = parsePresentation(changed({ capture: { ...CAPTURE, dessin: { ...CAPTURE.dessin, svg: `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>` } } }));
      expect(lecture.ok && lecture.ecartees).toBe(1);
    },
  );
  test("two pages of one name are one", () => {
    const twice = { ...json(), pages: [...(json()["pages"] as object[]), (json()["pages"] as object[])[0]] };
    const lecture = parsePresentation(twice);
    expect(lecture.ok && [lecture.ecartees, lecture.presentation.pages.length]).toEqual([1, 2]);
  });
});

test("the user's own sites never leave: their page keeps its picture alone", () => {
  const sites = { ids: ["s"], noms: ["Dr Nom"], communes: [null], lon: Float64Array.of(1), lat: Float64Array.of(45), capacite: Float64Array.of(1) };
  const [first, ...rest] = PRESENTATION.pages;
  const own = { ...PRESENTATION, pages: [{ ...first!, ecran: { ...ECRAN, document: { ...ECRAN.document, sites } } }, ...rest] };
  const text = serializePresentation(partageable(own));
  expect(text).not.toContain("Dr Nom");
  expect(serializePresentation(own)).toContain("Dr Nom");
  expect(partageable(own).pages[0]).toMatchObject({ ecran: null, capture: { cle: "cle-1" } });
});
