import { expect, test } from "vitest";
import { COLONNE_COTE } from "../../src/carto/cotes";
import { capturer } from "../../src/presentation/capturer";
import { parsePresentation } from "../../src/presentation/parse-presentation";
import { CAPTURE, CAPTURE_PAIRE, ECRAN, lu, page, VUE } from "./exemples";

test("a result that compares nothing has no pair; nor has one whose state before is not drawn", () => {
  expect(CAPTURE.paire).toBeNull();
  expect(capturer(lu({}, { coteACote: ["ailleurs", VUE.id] })).paire).toBeNull();
});

test("both states stand in their order, each with its own colours, on one legend that counts both", () => {
  const paire = CAPTURE_PAIRE.paire!;
  expect(paire.cotes.map(({ titre }) => titre)).toEqual(["Minutes, avant", "Minutes, après"]);
  expect(paire.cotes[0].dessin.svg).not.toBe(paire.cotes[1].dessin.svg);
  const [avant] = capturer(lu({}, { views: [{ ...VUE, id: "avant", title: "Minutes, avant" }] })).legendes;
  const [legende] = paire.legendes;
  expect([legende?.compte, legende?.habitants]).toEqual(["avant", "après"]);
  expect(legende?.lignes.map(({ compte }) => compte)).toEqual(avant?.lignes.map(({ habitants }) => habitants));
  expect(legende?.lignes.map(({ habitants }) => habitants)).not.toEqual(legende?.lignes.map(({ compte }) => compte));
  expect(legende?.lignes.map(({ echantillon }) => echantillon.couleur)).toEqual(avant?.lignes.map(({ echantillon }) => echantillon.couleur));
});

test("the state on screen is the one after", () => {
  const views = ["un", "deux", "trois"].map((id) => ({ ...VUE, id, title: id }));
  const titres = (vue: string | null): readonly (string | undefined)[] => capturer(lu({ ecran: { ...ECRAN, vue } }, { views, coteACote: ["un", "deux", "trois"] })).paire?.cotes.map(({ titre }) => titre) ?? [];
  expect([titres(null), titres("trois"), titres("un")]).toEqual([["un", "deux"], ["un", "trois"], ["un", "deux"]]);
});

test("the state put on the left is drawn on the left", () => {
  const views = ["un", "deux", "trois"].map((id) => ({ ...VUE, id, title: id }));
  const { paire } = capturer(lu({ ecran: { ...ECRAN, vue: "un", avant: "trois" } }, { views, coteACote: ["un", "deux", "trois"] }));
  expect(paire?.cotes.map(({ titre }) => titre)).toEqual(["trois", "un"]);
});

test("a file written before the left was chosen still opens, on the first state", () => {
  const { avant: _, ...ecran } = ECRAN;
  const read = parsePresentation(JSON.parse(JSON.stringify({ format: "maillage-presentation", version: 1, titre: "T", pages: [{ ...page(), ecran }] })));
  expect(read.ok && read.presentation.pages[0]?.ecran?.avant).toBeNull();
});

test("a file written before there were pairs still opens; one with a pair comes back whole", () => {
  const written = (capture: object): unknown => JSON.parse(JSON.stringify({ format: "maillage-presentation", version: 1, titre: "T", pages: [{ ...page(), capture }] }));
  const { paire: _, ...before } = CAPTURE;
  const [old, own] = [parsePresentation(written(before)), parsePresentation(written(CAPTURE_PAIRE))];
  expect([old.ok && old.presentation.pages[0]?.capture?.paire, own.ok && own.presentation.pages[0]?.capture?.paire]).toEqual([null, JSON.parse(JSON.stringify(CAPTURE_PAIRE.paire))]);
});

test("each side draws the points of its own state, where the result tells of which they are", () => {
  const texte = (name: string, values: readonly string[]) => ({ name, label: "", type: "texte", values }) as const;
  const degres = (name: string, values: readonly number[]) => ({ name, label: "", type: "nombre", unit: "degres", digits: 5, values: Float64Array.from(values) }) as const;
  const columns = [texte("code", ["a", "b", "c"]), texte("nom", ["A", "B", "C"]), texte("genre", ["site", "site", "site"]), degres("lon", [1, 1.25, 1.5]), degres("lat", [45.75, 45.85, 45.95]), texte(COLONNE_COTE, ["avant", "apres", "apres"])];
  const scale = { kind: "categories", categories: [{ value: "site", label: "Site", color: "#37424d", pattern: "plein" }] } as const;
  const sites = { ...VUE, id: "sites", title: "Sites", mark: "symbol", geometry: { kind: "points" }, column: "genre", scale, table: { id: "sites", length: 3, columns } } as const;
  const views = [{ ...VUE, id: "avant", title: "Avant" }, { ...VUE, id: "apres", title: "Après" }, sites];
  const symboles = (svg: string): number => svg.split("<use").length - 1;
  const dessins = (output: object): readonly number[] => capturer(lu({}, { coteACote: ["avant", "apres"], ...output })).paire!.cotes.map(({ dessin }) => symboles(dessin.svg));
  const [sans, avec] = [dessins({ views: views.slice(0, 2) }), dessins({ views })];
  expect([avec[0]! - sans[0]!, avec[1]! - sans[1]!]).toEqual([1, 2]);
});

test("what the result opens is drawn after, not before", () => {
  const points = { ...VUE, id: "ouverts", title: "Sites ouverts", mark: "circle" as const };
  const views = [{ ...VUE, id: "avant", title: "Avant" }, { ...VUE, id: "apres", title: "Après" }, points];
  const [avant, apres] = capturer(lu({}, { views, coteACote: ["avant", "apres"] })).paire!.cotes;
  const cercles = (svg: string): number => svg.split("<circle").length - 1;
  expect(cercles(apres.dessin.svg) - cercles(avant.dessin.svg)).toBeGreaterThan(0);
});
