import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import { parseDocument, serializeDocument } from "../../src/project/parse-document";
import { documents } from "./exemples";

const FIXTURES = path.join(import.meta.dirname, "../projets");

function parsed(raw: unknown) {
  const outcome = parseDocument(raw);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome;
}

describe("parseDocument", () => {
  it.each(readdirSync(FIXTURES).filter((name) => /^v\d/.test(name)))("opens %s, as it was shipped, without an issue", (file) => {
    expect(parsed(JSON.parse(readFileSync(path.join(FIXTURES, file), "utf8"))).issues).toEqual([]);
  });

  it("keeps every decision of the version 1 fixture", () => {
    const { value } = parsed(JSON.parse(readFileSync(path.join(FIXTURES, "v1.json"), "utf8")));
    expect(value.niveau).toBe("epci");
    expect(value.params["couverture"]).toEqual({ genres: ["msp", "pharmacie"], seuil: 20 });
    expect(value.classes["couverture/part"]?.breaks).toEqual([0.25, 0.5, 0.75]);
    expect(value.selection).toEqual({ exclus: ["870000001"], corrections: false, ajouts: [] });
    expect(value.sites?.lon).toEqual(Float64Array.of(1.26, 1.3));
    expect(value.sites?.capacite[1]).toBeNaN();
  });

  it("gives back what was serialized", () => {
    fc.assert(fc.property(documents, (document) => {
      expect(parsed(JSON.parse(serializeDocument(document))).value).toEqual(document);
    }), { seed: 20_260_101 });
  });

  it("never throws, whatever the value", () => {
    fc.assert(fc.property(fc.anything(), (raw) => {
      expect(typeof parseDocument(raw).ok).toBe("boolean");
    }), { seed: 20_260_102 });
  });

  it("replaces one bad field by its default and names it, keeping the others", () => {
    const outcome = parsed({ ...DOCUMENT_INITIAL, niveau: "quartier", couches: ["zonage"] });
    expect(outcome.value).toEqual({ ...DOCUMENT_INITIAL, couches: ["zonage"] });
    expect(outcome.issues.map(({ code, params }) => [code, params])).toEqual([["document-champ", { champ: "niveau" }]]);
  });

  it("refuses a list of sites whose columns differ in length", () => {
    const sites = { ids: ["1", "2"], noms: ["a"], communes: [null], lon: [1], lat: [45], capacite: [null] };
    expect(parsed({ ...DOCUMENT_INITIAL, sites }).issues.map((found) => found.params)).toEqual([{ champ: "sites" }]);
  });

  it("refuses bounds that do not ascend", () => {
    const outcome = parsed({ ...DOCUMENT_INITIAL, classes: { "densite/taux": { method: "manuel", breaks: [20, 10] } } });
    expect(outcome.issues.map((found) => found.params)).toEqual([{ champ: "classes" }]);
  });

  it.each([99, 0, "1", null])("refuses version %s", (version) => {
    expect(parseDocument({ ...DOCUMENT_INITIAL, version }).issues.map(({ code }) => code)).toEqual(["document-version"]);
  });

  it("refuses what is not an object", () => {
    expect(parseDocument("du texte").issues.map(({ code }) => code)).toEqual(["document-illisible"]);
  });
});
