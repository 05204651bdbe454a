import { expect, test } from "vitest";
import { COLONNE_COTE, cotesDe, duCote, tientCote } from "../../src/carto/cotes";
import type { View } from "../../src/carto/view";

const ETATS = ["un", "deux", "trois"];

test.each([
  ["the first two by default", null, null, ["un", "deux"]],
  ["the one on screen on the right", "trois", null, ["un", "trois"]],
  ["the one chosen on the left", null, "deux", ["deux", "un"]],
  ["both chosen", "deux", "trois", ["trois", "deux"]],
  ["never the same twice", "deux", "deux", ["deux", "un"]],
  ["what the result has not is not chosen", "statut", "ailleurs", ["un", "deux"]],
])("%s", (_, vue, avant, attendu) => {
  expect(cotesDe(ETATS, { vue, avant })).toEqual(attendu);
});

test("one state alone has no side", () => {
  expect([cotesDe([], { vue: null, avant: null }), cotesDe(["un"], { vue: "un", avant: null })]).toEqual([null, null]);
});

const texte = (name: string, values: readonly string[]) => ({ name, label: name, type: "texte", values }) as const;
const points = (columns: View["table"]["columns"]): View => ({
  id: "sites", title: "Sites", table: { id: "sites", length: 3, columns }, geometry: { kind: "points" }, mark: "symbol", column: "genre", unit: "nombre", digits: 0,
  scale: { kind: "categories", categories: [] }, quality: "derive",
});

test("a side keeps the points of its state alone", () => {
  const view = points([texte("code", ["a", "b", "c"]), texte(COLONNE_COTE, ["un", "deux", "un"])]);
  expect(tientCote(view)).toBe(true);
  expect(duCote(view, "un").table).toMatchObject({ length: 2, columns: [{ values: ["a", "c"] }, {}] });
});

test("points that do not tell of which state they are stay as they are", () => {
  const view = points([texte("code", ["a", "b", "c"])]);
  expect([tientCote(view), duCote(view, "un")]).toEqual([false, view]);
});
