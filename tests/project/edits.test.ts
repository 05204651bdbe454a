import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUCHES } from "../../src/domain/couche";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import { addSite, excludeSite, moveSite, removeSite, resetSelection, setAnalyse, setClasses, setCorrections, setNiveau, setParams, setSites, setTerritoire, setVitesses, toggleCouche } from "../../src/project/edits";

describe("edits", () => {
  it("give the same object back when nothing changes", () => {
    const nothing = [
      setTerritoire("87"),
      setNiveau("commune"),
      setAnalyse("temps-acces"),
      setParams("temps-acces", {}),
      setClasses("temps-acces/minutes", null),
      excludeSite("870", false),
      setCorrections(true),
      setSites(null),
    ];
    for (const edit of nothing) expect(edit(DOCUMENT_INITIAL)).toBe(DOCUMENT_INITIAL);
  });

  it("setParams merges and keeps the other analyses", () => {
    const first = setParams("densite", { offre: "msp" })(setParams("temps-acces", { seuil: 15, genres: ["msp"] })(DOCUMENT_INITIAL));
    expect(setParams("temps-acces", { seuil: 30 })(first).params).toEqual({ densite: { offre: "msp" }, "temps-acces": { seuil: 30, genres: ["msp"] } });
  });

  it("setParams sees that a list holds the same items", () => {
    const first = setParams("temps-acces", { genres: ["msp", "pharmacie"] })(DOCUMENT_INITIAL);
    expect(setParams("temps-acces", { genres: ["msp", "pharmacie"] })(first)).toBe(first);
    expect(setParams("temps-acces", { genres: ["pharmacie"] })(first)).not.toBe(first);
  });

  it("setClasses writes then forgets one view", () => {
    const written = setClasses("densite/taux", { method: "q6" })(setClasses("densite/nombre", { method: "egal", count: 4 })(DOCUMENT_INITIAL));
    expect(setClasses("densite/taux", null)(written).classes).toEqual({ "densite/nombre": { method: "egal", count: 4 } });
  });

  it("toggleCouche keeps the drawing order and undoes itself", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...COUCHES)), fc.constantFrom(...COUCHES), (clicks, couche) => {
      const start = clicks.reduce((document, id) => toggleCouche(id)(document), DOCUMENT_INITIAL);
      const shown = toggleCouche(couche)(start).couches;
      expect(shown).toEqual(COUCHES.filter((id) => shown.includes(id)));
      expect(toggleCouche(couche)(toggleCouche(couche)(start)).couches).toEqual(start.couches);
    }), { seed: 20_260_105 });
  });

  it("excludeSite adds once and takes away", () => {
    const excluded = excludeSite("a", true)(excludeSite("b", true)(excludeSite("a", true)(DOCUMENT_INITIAL)));
    expect(excluded.selection.exclus).toEqual(["a", "b"]);
    expect(excludeSite("a", false)(excluded).selection.exclus).toEqual(["b"]);
  });

  it("resetSelection counts every embedded site again", () => {
    expect(resetSelection(setCorrections(false)(excludeSite("a", true)(DOCUMENT_INITIAL))).selection).toEqual(DOCUMENT_INITIAL.selection);
  });

  it("addSite, moveSite and removeSite keep 5 decimals, and leave nothing behind", () => {
    const added = addSite({ id: "ajout-1", nom: "A", genre: "msp", lon: 1.1234567, lat: 45.9 })(DOCUMENT_INITIAL);
    expect(added.selection.ajouts[0]).toMatchObject({ lon: 1.12346, lat: 45.9 });
    expect(moveSite("ajout-1", 1.123_458, 45.9)(added)).toBe(added);
    expect(moveSite("ajout-2", 1, 45)(added)).toBe(added);
    expect(moveSite("ajout-1", 1.2, 45)(added).selection.ajouts[0]).toMatchObject({ lon: 1.2, lat: 45, nom: "A" });
    expect(removeSite("ajout-1")(excludeSite("ajout-1", true)(added)).selection).toEqual(DOCUMENT_INITIAL.selection);
  });

  it("resetSelection keeps the added sites", () => {
    const added = addSite({ id: "ajout-1", nom: "A", genre: "msp", lon: 1, lat: 45 })(DOCUMENT_INITIAL);
    expect(resetSelection(excludeSite("a", true)(added)).selection).toEqual(added.selection);
  });

  it("setVitesses holds nothing for a scenario that changes nothing", () => {
    const neige = setVitesses({ prereglage: "neige", kmh: {}, fermees: [], zones: [] })(DOCUMENT_INITIAL);
    expect(setVitesses({ prereglage: "neige", kmh: {}, fermees: [], zones: [] })(neige)).toBe(neige);
    expect(setVitesses({ prereglage: null, kmh: {}, fermees: [], zones: [] })(neige).vitesses).toBeNull();
  });
});
