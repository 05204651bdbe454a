import { describe, expect, it } from "vitest";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import { open, settled } from "./world";

const saved = (change: object) => ({ "maillage.document": JSON.stringify({ ...DOCUMENT_INITIAL, ...change }) });

describe("the address of the page", () => {
  it("is that of the screen from the start", async () => {
    const { started, wait, world } = open();
    await started();
    await wait(400);
    expect(world.hash).toBe("#/explorer?t=87&n=commune&a=temps-acces&l=msp");
  });

  it("follows the document, the camera and the sheet after a quiet moment, without filling the history", async () => {
    const { started, commands, wait, world } = open();
    await started();
    commands.changeNiveau("epci");
    commands.cameraBougee({ lon: 1.26, lat: 45.83, zoom: 9 });
    commands.select({ genre: "territoire", niveau: "commune", code: "87085" });
    await wait(400);
    expect(world.hash).toBe("#/explorer?t=87&n=epci&a=temps-acces&l=msp&c=1.2600,45.8300,9.00&s=commune:87085");
    expect(world.entries).toEqual([]);
  });

  it("adds a step to the history for another space", async () => {
    const { started, commands, world } = open();
    await started();
    commands.ouvrirEspace("donnees");
    expect(world.entries).toEqual(["#/donnees?t=87&n=commune&a=temps-acces&l=msp"]);
  });

  it("opens a screen: document, space, camera and sheet", async () => {
    const { started, document, state, asks } = open({ hash: "#/methode?t=23&n=epci&a=densite&p=offre:pharmacie&l=zonage&c=2.1,46.1,9&s=epci:200067544" });
    await started();
    expect(document()).toMatchObject({ territoire: "23", niveau: "epci", analyse: "densite", params: { densite: { offre: "pharmacie" } }, couches: ["zonage"] });
    expect(state().session).toMatchObject({ espace: "methode", camera: { lon: 2.1, lat: 46.1, zoom: 9 }, sujet: { niveau: "epci", code: "200067544" } });
    expect(asks("charger-territoire").map(({ ask }) => ask["territoire"])).toEqual(["23"]);
  });

  it("puts an analysis in its own space, and a space alone on an analysis of its own", async () => {
    const one = open({ hash: "#/explorer?t=87&a=recrutement" });
    await one.started();
    expect([one.state().session.espace, one.document().analyse]).toEqual(["fragilites", "recrutement"]);
    const other = open({ hash: "#/fragilites?t=87" });
    await other.started();
    expect([other.state().session.espace, other.document().analyse]).toEqual(["fragilites", "fragilite"]);
  });

  it("keeps the camera of the link: the territory is not framed over it", async () => {
    const { started, state } = open({ hash: "#/explorer?t=87&c=1.26,45.83,11" });
    await started();
    expect(state().session.cible).toEqual({ numero: 1, ordre: { kind: "point", lon: 1.26, lat: 45.83, zoom: 11 } });
  });

  it("says what it cannot read and applies the rest", async () => {
    const { started, document, texts } = open({ hash: "#/explorer?t=87&n=comune&a=densité&l=msp,zonnage" });
    await started();
    expect(document()).toMatchObject({ niveau: "commune", analyse: "temps-acces", couches: ["msp"] });
    expect(texts()).toEqual([expect.stringContaining("« densité »"), expect.stringContaining("« comune »"), expect.stringMatching(/« zonnage ».*zonage/)]);
  });

  it("given with a saved document leaves that document one undo away", async () => {
    const { started, commands, document, texts } = open({ hash: "#/explorer?t=87&n=epci&a=temps-acces&l=msp", saved: saved({ niveau: "canton" }) });
    await started();
    expect(document().niveau).toBe("epci");
    expect(texts().join(" ")).toContain("travail enregistré");
    commands.undo();
    expect(document().niveau).toBe("canton");
  });

  it("of the saved document itself adds no undo, even when a parameter is saved at its default", async () => {
    const { started, state, texts } = open({ hash: "#/explorer?t=87&n=canton&a=temps-acces&l=msp", saved: saved({ niveau: "canton", params: { "temps-acces": { seuil: 20 } } }) });
    await started();
    expect(state().document.passe).toEqual([]);
    expect(texts()).toEqual([]);
  });

  it("changed by hand or by the back button opens the screen it names", async () => {
    const { started, commands, world, document, state, wait } = open();
    await started();
    await wait(400);
    world.hash = "#/donnees?t=87&n=epci&a=temps-acces&l=msp";
    world.back();
    await settled();
    expect(document().niveau).toBe("epci");
    expect(state().session.espace).toBe("donnees");
    commands.undo();
    expect(document().niveau).toBe("commune");
  });

  it("that only changes of space computes nothing again", async () => {
    const { started, commands, world, state, asks, wait } = open();
    await started();
    await wait(400);
    const before = world.hash;
    commands.ouvrirEspace("donnees");
    world.hash = before;
    world.back();
    await wait(400);
    expect(state().session.espace).toBe("explorer");
    expect(asks("executer")).toHaveLength(1);
  });

  it("says that the author's own sites do not travel", async () => {
    const { started, texts } = open({ hash: "#/explorer?t=87&n=commune&a=temps-acces&u=3&l=msp" });
    await started();
    expect(texts().join(" ")).toContain("3 sites");
  });
});
