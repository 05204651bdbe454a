import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClassSpec } from "../../src/carto/scale";
import { COUCHES } from "../../src/domain/couche";
import { NIVEAUX } from "../../src/domain/perimetre";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import type { Document } from "../../src/project/document";
import type { Commands } from "../../src/store/commands/commands";
import { open } from "./world";

const file = (text: string, name = "sites.csv") => ({ name, arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) });

/** Any change of the document, as a user makes it. */
const actions: fc.Arbitrary<(commands: Commands) => void> = fc.oneof(
  fc.constantFrom(...NIVEAUX).map((niveau) => (commands: Commands) => commands.changeNiveau(niveau)),
  fc.constantFrom(...COUCHES).map((couche) => (commands: Commands) => commands.toggleCouche(couche)),
  fc.constantFrom("temps-acces", "densite", "couverture").map((id) => (commands: Commands) => commands.changeAnalyse(id)),
  fc.integer({ min: 5, max: 60 }).map((seuil) => (commands: Commands) => commands.changeParams({ seuil })),
  fc.constantFrom("87", "23", "NA").map((code) => (commands: Commands) => commands.changeTerritoire(code)),
  fc.constantFrom("a", "b").chain((id) => fc.boolean().map((exclu) => (commands: Commands) => commands.exclureSite(id, exclu))),
  fc.boolean().map((comptees) => (commands: Commands) => commands.changeCorrections(comptees)),
  fc.constantFrom<ClassSpec | null>({ method: "q6" }, { method: "egal", count: 4 }, null).map((classes) => (commands: Commands) => commands.changeClasses("minutes", classes)),
  fc.constant((commands: Commands) => commands.retablirSites()),
  fc.constant((commands: Commands) => commands.recommencer()),
);

describe("undo and redo", () => {
  it("go through every document in both directions, whatever was done", async () => {
    await fc.assert(fc.asyncProperty(fc.array(actions, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { started, commands, document, state, world } = open();
      await started();
      const seen: Document[] = [document()];
      for (const step of steps) {
        // Far enough apart that no two changes are one step.
        world.now += 10_000;
        step(commands);
        if (document() !== seen.at(-1)) seen.push(document());
      }
      for (const expected of seen.slice(0, -1).toReversed()) {
        commands.undo();
        expect(document()).toBe(expected);
      }
      expect(state().document.passe).toEqual([]);
      for (const expected of seen.slice(1)) {
        commands.redo();
        expect(document()).toBe(expected);
      }
      expect(state().document.futur).toEqual([]);
    }), { seed: 20_260_108, numRuns: 60 });
  });

  it("do nothing at either end", async () => {
    const { started, commands, document } = open();
    await started();
    commands.undo();
    commands.redo();
    expect(document()).toBe(DOCUMENT_INITIAL);
  });

  it("forget what was undone once something else is done", async () => {
    const { started, commands, state } = open();
    await started();
    commands.changeNiveau("epci");
    commands.undo();
    commands.changeNiveau("canton");
    expect(state().document.futur).toEqual([]);
  });

  it("make one step of a slider that is dragged, and another of the next one", async () => {
    const { started, commands, state, world } = open();
    await started();
    for (const seuil of [21, 22, 23]) commands.changeParams({ seuil });
    expect(state().document.passe).toHaveLength(1);
    world.now += 1001;
    commands.changeParams({ seuil: 24 });
    expect(state().document.passe).toHaveLength(2);
  });

  it("make one step of a break that is dragged, not of a change of method", async () => {
    const { started, commands, state } = open();
    await started();
    for (const bound of [10, 11, 12]) commands.changeClasses("minutes", { method: "manuel", breaks: [bound] });
    commands.changeClasses("minutes", { method: "q6" });
    expect(state().document.passe).toHaveLength(2);
  });

  it("start another step when a drag goes on after an undo", async () => {
    const { started, commands, document } = open();
    await started();
    commands.changeNiveau("epci");
    commands.changeParams({ seuil: 21 });
    commands.undo();
    commands.changeParams({ seuil: 22 });
    commands.undo();
    expect(document()).toMatchObject({ niveau: "epci", params: {} });
  });
});

describe("changes of the document", () => {
  it("keep the parameters of an analysis that is left and found again", async () => {
    const { started, commands, document } = open();
    await started();
    commands.changeParams({ seuil: 25 });
    commands.changeAnalyse("densite");
    commands.changeAnalyse("temps-acces");
    expect(document().params["temps-acces"]).toEqual({ seuil: 25 });
  });

  it("refuse an unknown analysis, with the known ones", async () => {
    const { started, commands, document, texts } = open();
    await started();
    commands.changeAnalyse("magie");
    expect(document().analyse).toBe("temps-acces");
    expect(texts().join(" ")).toContain("densite");
  });

  it("take a CSV of sites, leave its bad rows out and say which", async () => {
    const { started, commands, document, texts } = open();
    await started();
    await commands.importerSites(file("lon;lat;nom\n1,26;45,83;Un site\nabc;45;Faux\n"));
    expect(document().sites?.noms).toEqual(["Un site"]);
    expect(texts().join(" ")).toMatch(/1 site lu .*ligne 3/s);
    commands.undo();
    expect(document().sites).toBeNull();
  });

  it("leave the document alone when no row of a CSV is good", async () => {
    const { started, commands, document, texts } = open();
    await started();
    await commands.importerSites(file("x,y\n1,2\n", "faux.csv"));
    expect(document()).toBe(DOCUMENT_INITIAL);
    expect(texts().join(" ")).toContain("faux.csv");
  });

  it("say that a file cannot be read", async () => {
    const { started, commands, texts } = open();
    await started();
    await commands.importerSites({ name: "parti.csv", arrayBuffer: () => Promise.reject(new Error("NotFoundError")) });
    expect(texts().join(" ")).toContain("« parti.csv » ne peut pas être lu");
  });

  it("go back to the embedded sites", async () => {
    const { started, commands, document } = open();
    await started();
    await commands.importerSites(file("lon,lat\n1.26,45.83\n"));
    commands.retirerSites();
    expect(document().sites).toBeNull();
  });

  it("count every site again", async () => {
    const { started, commands, document } = open();
    await started();
    commands.exclureSite("a", true);
    commands.changeCorrections(false);
    commands.retablirSites();
    expect(document().selection).toEqual({ exclus: [], corrections: true, ajouts: [] });
  });
});
