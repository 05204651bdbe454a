import { describe, expect, it } from "vitest";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import { INITIAL } from "../../src/store/create-store";
import { SAUVEGARDE } from "../../src/store/persistence";
import { open } from "./world";

const CLE = "maillage.document";
const saved = (change: object) => ({ [CLE]: JSON.stringify({ ...DOCUMENT_INITIAL, ...change }) });

describe("saving", () => {
  it("decides on every slice of the state", () => {
    expect(Object.keys(SAUVEGARDE).toSorted()).toEqual(Object.keys(INITIAL).toSorted());
  });

  it("waits for a quiet moment, then tells when it was done", async () => {
    const { started, commands, world, wait, state } = open();
    await started();
    commands.changeNiveau("epci");
    await wait(100);
    expect(world.saved.has(CLE)).toBe(false);
    await wait(400);
    expect(JSON.parse(world.saved.get(CLE) ?? "")).toMatchObject({ niveau: "epci" });
    expect(state().document.enregistreLe).toBe(world.now);
  });

  it("does not wait when the page is hidden", async () => {
    const { started, commands, world } = open();
    await started();
    commands.changeNiveau("epci");
    world.hide();
    expect(JSON.parse(world.saved.get(CLE) ?? "")).toMatchObject({ niveau: "epci" });
  });

  it("is done when the application stops, and the worker is closed", async () => {
    const { started, commands, world } = open();
    await started();
    commands.changeNiveau("epci");
    commands.arreter();
    expect(JSON.parse(world.saved.get(CLE) ?? "")).toMatchObject({ niveau: "epci" });
    expect(world.closed).toBe(true);
  });

  it("refused is said once; work goes on", async () => {
    const { started, commands, wait, texts, state } = open({ refusesWrite: true });
    await started();
    commands.changeNiveau("canton");
    await wait(1000);
    commands.fermerNotice(state().notices[0]?.id ?? -1);
    commands.changeNiveau("epci");
    await wait(1000);
    expect(texts().filter((texte) => texte.includes("refuse d'enregistrer"))).toHaveLength(0);
    expect(state().results.etat).toBe("a-jour");
  });

  it("that works again is said too", async () => {
    const options = { refusesWrite: true };
    const { started, commands, wait, texts, state } = open(options);
    await started();
    commands.changeNiveau("canton");
    await wait(1000);
    options.refusesWrite = false;
    commands.changeNiveau("epci");
    await wait(1000);
    expect(texts().join(" ")).toContain("fonctionne de nouveau");
    expect(state().document.enregistreLe).not.toBeNull();
  });
});

describe("restoring", () => {
  it("finds the document and the time of its last save again", async () => {
    const first = open();
    await first.started();
    first.commands.changeNiveau("canton");
    await first.wait(1000);
    const second = open({ saved: Object.fromEntries(first.world.saved) });
    await second.started();
    expect(second.document()).toEqual(first.document());
    expect(second.state().document.enregistreLe).toBe(first.state().document.enregistreLe);
  });

  it("finds the user's own sites again", async () => {
    const first = open();
    await first.started();
    await first.commands.importerSites({ name: "s.csv", arrayBuffer: () => Promise.resolve(new TextEncoder().encode("lon,lat,nom\n1.26,45.83,Ici\n").buffer) });
    await first.wait(1000);
    const second = open({ saved: Object.fromEntries(first.world.saved) });
    await second.started();
    expect(second.document().sites).toEqual(first.document().sites);
  });

  it("starts afresh, and says so, when storage cannot be read", async () => {
    const { started, document, texts } = open({ refusesRead: true });
    await started();
    expect(document()).toBe(DOCUMENT_INITIAL);
    expect(texts().join(" ")).toContain("refuse d'enregistrer");
  });

  it.each([
    ["a text cut short", '{"version":1,"terr', "illisible"],
    ["a document of a later version", JSON.stringify({ ...DOCUMENT_INITIAL, version: 9 }), "version 9"],
  ])("starts afresh, and says so, with %s", async (_name, text, words) => {
    const { started, document, texts } = open({ saved: { [CLE]: text } });
    await started();
    expect(document()).toEqual(DOCUMENT_INITIAL);
    expect(texts().join(" ")).toContain(words);
  });

  it("keeps what can be read of a damaged document", async () => {
    const { started, document, texts } = open({ saved: saved({ niveau: "quartier", couches: ["zonage"] }) });
    await started();
    expect(document()).toEqual({ ...DOCUMENT_INITIAL, couches: ["zonage"] });
    expect(texts().join(" ")).toContain("« niveau »");
  });

  it("replaces an analysis and parameters that this version does not know, and names them", async () => {
    const { started, document, texts, state } = open({ saved: saved({ analyse: "magie", params: { "temps-acces": { genres: ["sorcier"] }, densite: { offre: "msp" } } }) });
    await started();
    expect(document()).toMatchObject({ analyse: "temps-acces", params: { densite: { offre: "msp" } } });
    expect(document().params["temps-acces"]).toBeUndefined();
    expect(texts().join(" ")).toMatch(/magie.*sorcier/s);
    expect(state().results.etat).toBe("a-jour");
  });

  it("offers the tour on the first visit only", async () => {
    const first = open();
    await first.started();
    expect(first.state().session.visite).toBe(0);
    first.commands.visite(1);
    expect(first.state().session.visite).toBe(1);
    first.commands.visite(null);
    const second = open({ saved: Object.fromEntries(first.world.saved) });
    await second.started();
    expect(second.state().session.visite).toBeNull();
  });

  it("does not offer the tour to who opens a link", async () => {
    const { started, state } = open({ hash: "#/explorer?t=87" });
    await started();
    expect(state().session.visite).toBeNull();
  });
});
