import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/project/parse-document";
import { open } from "./world";

/** A started store, with the commands of the scenarios. */
async function ready(options: Parameters<typeof open>[0] = {}) {
  const opened = open(options);
  await opened.started();
  const settle = (): Promise<void> => opened.wait(1000);
  return { ...opened, settle, scenarios: await opened.commands.scenarios() };
}

const CHOIX = {
  id: "implantation",
  length: 2,
  columns: [
    { name: "code", label: "Code", type: "texte", values: ["87011", "87032"] },
    { name: "nom", label: "Commune", type: "texte", values: ["Bellac", "Châlus"] },
    { name: "lon", label: "Longitude", type: "nombre", unit: "degres", digits: 5, values: Float64Array.of(1.05, 0.98) },
    { name: "lat", label: "Latitude", type: "nombre", unit: "degres", digits: 5, values: Float64Array.of(46.12, 45.65) },
  ],
};

describe("scenarios in the store", () => {
  it("are named by their rank and dated by the clock", async () => {
    const { world, scenarios, document } = await ready();
    world.now = 5_000_000;
    scenarios.creer();
    scenarios.creer();
    expect(document().scenarios.map(({ nom, creeLe }) => [nom, creeLe])).toEqual([["Scénario 1", 5_000_000], ["Scénario 2", 5_000_000]]);
    expect(new Set(document().scenarios.map(({ id }) => id)).size).toBe(2);
  });

  it("the open one is dated by what is done on the map", async () => {
    const { world, commands, scenarios, document } = await ready();
    scenarios.creer();
    world.now = 9_000_000;
    commands.ajouterSite(1.2, 45.8);
    expect(document().scenarios[0]).toMatchObject({ modifieLe: 9_000_000, changements: { selection: { ajouts: [{ lon: 1.2 }] } } });
  });

  it("showing the present state again asks for its result, without the changes", async () => {
    const { commands, scenarios, world, settle } = await ready();
    commands.ajouterSite(1.2, 45.8);
    scenarios.creer();
    scenarios.activer(null);
    await settle();
    expect(world.asked.findLast(({ name }) => name === "executer")?.ask).toMatchObject({ selection: { ajouts: [] } });
  });

  it("are saved and carried by the link", async () => {
    const { commands, scenarios, world, settle, document } = await ready();
    commands.ajouterSite(1.2, 45.8);
    scenarios.creer();
    scenarios.nommer(document().actif ?? "", "Bellac d'abord");
    await settle();
    const saved = parseDocument(JSON.parse(world.saved.get("maillage.document") ?? ""));
    expect(saved.ok && saved.value.scenarios).toEqual(document().scenarios);
    const elsewhere = await ready({ hash: world.hash });
    expect(elsewhere.document().scenarios).toEqual(document().scenarios);
    expect(elsewhere.document().actif).toBe(document().actif);
  });

  it("a link without any loses none of the reader's", async () => {
    const first = await ready();
    first.scenarios.creer();
    await first.settle();
    const then = await ready({ saved: Object.fromEntries(first.world.saved), hash: "#/explorer?t=87&a=temps-acces" });
    expect(then.document()).toMatchObject({ actif: null, scenarios: [{ nom: "Scénario 1" }] });
  });

  it("starting again keeps them", async () => {
    const { scenarios, commands, document } = await ready();
    scenarios.creer();
    commands.recommencer();
    expect(document()).toMatchObject({ actif: null, scenarios: [{ nom: "Scénario 1" }] });
  });

  it("practitioners supposed go with what is computed", async () => {
    const { scenarios, world, settle } = await ready();
    scenarios.changerMedecins("87011", 2);
    await settle();
    expect(world.asked.findLast(({ name }) => name === "executer")?.ask).toMatchObject({ medecins: { 87011: 2 } });
  });

  it("a choice of sites becomes one, beside the state on screen", async () => {
    const output = { table: CHOIX, views: [], summary: { id: "pas-de-minutes", params: { territoire: "X" } }, facts: {}, issues: [], sources: [] };
    const { commands, scenarios, document, settle, texts } = await ready({ replies: { executer: () => ({ ok: true, value: { key: "k", output } }) } });
    commands.changeAnalyse("implantation");
    await settle();
    scenarios.enregistrerChoix();
    expect(document()).toMatchObject({
      actif: null,
      selection: { ajouts: [] },
      scenarios: [{ nom: "Ouvrir à Bellac et Châlus", changements: { selection: { ajouts: [{ id: "ajout-1", nom: "Bellac", genre: "msp", lon: 1.05, lat: 46.12 }, { id: "ajout-2", nom: "Châlus" }] } } }],
    });
    expect(texts().join(" ")).toContain("Ouvrir à Bellac et Châlus");
  });

  it("a choice among the sites of the map: those not chosen are not open in it", async () => {
    const output = { table: CHOIX, views: [], summary: { id: "pas-de-minutes", params: { territoire: "X" } }, facts: {}, issues: [], sources: [] };
    const { commands, scenarios, document, settle } = await ready({ replies: { executer: () => ({ ok: true, value: { key: "k", output } }) } });
    commands.changeAnalyse("implantation");
    commands.changeParams({ candidats: "points" });
    commands.ajouterSite(1.2, 45.9);
    await settle();
    scenarios.enregistrerChoix();
    expect(document().scenarios[0]?.changements.selection.ajouts.map(({ nom }) => nom)).toEqual(["Bellac", "Châlus"]);
    expect(document().selection.ajouts).toHaveLength(1);
  });

  it("what is done by a command that says so can be undone from its message, until something else is done", async () => {
    const { commands, scenarios, document, state, settle } = await ready();
    await settle();
    scenarios.deplacerExistant("s");
    commands.toggleCouche("zonage");
    state().notices.at(-1)?.action?.faire();
    expect(document().selection.exclus).toEqual(["s"]);
    commands.undo();
    state().notices.at(-1)?.action?.faire();
    expect(document().selection.exclus).toEqual([]);
  });

  it("an added site is asked its name, takes it, and an undo gives the first one back", async () => {
    const { commands, scenarios, document, state } = await ready();
    commands.ajouterSite(1.2, 45.9);
    expect(state().session.aNommer).toBe("ajout-1");
    scenarios.nommerSite("ajout-1", "Laurière");
    commands.demanderNom(null);
    expect([document().selection.ajouts.map(({ nom }) => nom), state().session.aNommer]).toEqual([["Laurière"], null]);
    commands.undo();
    expect(document().selection.ajouts.map(({ nom }) => nom)).toEqual(["Site ajouté 1"]);
    commands.redo();
    expect(document().selection.ajouts.map(({ nom }) => nom)).toEqual(["Laurière"]);
  });

  it("a chosen site that has the name of an added one is told apart", async () => {
    const output = { table: CHOIX, views: [], summary: { id: "pas-de-minutes", params: { territoire: "X" } }, facts: {}, issues: [], sources: [] };
    const { commands, scenarios, document, settle } = await ready({ replies: { executer: () => ({ ok: true, value: { key: "k", output } }) } });
    commands.changeAnalyse("implantation");
    commands.ajouterSite(1.2, 45.9);
    scenarios.nommerSite("ajout-1", "Bellac");
    await settle();
    scenarios.enregistrerChoix();
    expect(document().scenarios[0]?.changements.selection.ajouts.map(({ nom }) => nom)).toEqual(["Bellac", "Bellac (2)", "Châlus"]);
  });

  it("moving an existing site closes it and adds another in its place", async () => {
    const { scenarios, document, state, settle } = await ready();
    await settle();
    scenarios.deplacerExistant("s");
    expect(state().session.cible?.ordre).toMatchObject({ kind: "point", lon: 1, lat: 45 });
    expect(document().selection).toMatchObject({ exclus: ["s"], ajouts: [{ nom: "Un site (déplacé)", genre: "msp", lon: 1, lat: 45 }] });
  });
});

describe("states side by side", () => {
  const compared = { table: CHOIX, views: [], summary: { id: "pas-de-minutes", params: { territoire: "X" } }, facts: {}, issues: [], sources: [], coteACote: ["minutes-1", "minutes-2"] };

  it("on the map, the state after the first is the one shown", async () => {
    const { commands, state, settle } = await ready({ replies: { executer: () => ({ ok: true, value: { key: "k", output: compared } }) } });
    commands.recalculer();
    await settle();
    commands.ouvrirVolet("volet");
    expect(state().session).toMatchObject({ volet: "volet", vue: "minutes-2" });
    commands.ouvrirVolet(null);
    expect(state().session).toMatchObject({ volet: null, vue: "minutes-2" });
  });

  describe("on either side of the map", () => {
    const trois = async () => {
      const output = { ...compared, coteACote: ["minutes-1", "minutes-2", "minutes-3"] };
      const ouvert = await ready({ replies: { executer: () => ({ ok: true, value: { key: "k", output } }) } });
      ouvert.commands.recalculer();
      await ouvert.settle();
      ouvert.commands.ouvrirVolet("volet");
      return ouvert;
    };

    it("the states chosen stand, and stay from one map to two", async () => {
      const { commands, state } = await trois();
      commands.placerEtat("droite", "minutes-3");
      commands.placerEtat("gauche", "minutes-2");
      commands.ouvrirVolet("deux-cartes");
      expect(state().session).toMatchObject({ volet: "deux-cartes", avant: "minutes-2", vue: "minutes-3" });
      expect(state().document.passe).toEqual([]);
    });

    it("a state put where the other stands changes places with it", async () => {
      const { commands, state } = await trois();
      commands.placerEtat("droite", "minutes-1");
      expect(state().session).toMatchObject({ avant: "minutes-2", vue: "minutes-1" });
      commands.placerEtat("gauche", "minutes-1");
      expect(state().session).toMatchObject({ avant: "minutes-1", vue: "minutes-2" });
    });

    it("another view on the right stays there when the left changes", async () => {
      const { commands, state } = await trois();
      commands.choisirVue("statut-2");
      commands.placerEtat("gauche", "minutes-2");
      expect(state().session).toMatchObject({ avant: "minutes-2", vue: "statut-2" });
    });
  });

  it("on paper, at the time it was asked for", async () => {
    const { commands, state, world } = await ready();
    world.now = 7_000_000;
    commands.ouvrirRapport(true);
    expect(state().session.rapport).toBe(7_000_000);
    commands.ouvrirRapport(false);
    expect(state().session.rapport).toBeNull();
  });
});
