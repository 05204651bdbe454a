import { describe, expect, it } from "vitest";
import { open } from "./world";

const OSRM = { id: "osrm", adresse: "http://localhost:5000", cle: "", accord: { moteur: "osrm", origine: "http://localhost:5000" } };

/** The engine of each computation asked for, in order. */
const enginesOf = (asks: ReturnType<typeof open>["asks"]): readonly unknown[] => asks("executer").map(({ ask }) => ask["moteur"]);

describe("outside engines", () => {
  it("are off on a visit", async () => {
    const { started, asks } = open();
    await started();
    expect(enginesOf(asks)).toEqual([null]);
  });

  it("choosing one, or opening the dialog, asks nothing of it", async () => {
    const { started, commands, asks, wait, state } = open();
    await started();
    commands.choisirMoteur("osrm");
    commands.demanderAccord("osrm", "http://localhost:5000/", "");
    commands.changeParams({ seuil: 31 });
    await wait(300);
    expect(state().session.moteur.demande).toEqual({ id: "osrm", adresse: "http://localhost:5000", cle: "" });
    expect(enginesOf(asks)).toEqual([null, null]);
  });

  it("refused: nothing is asked of it, and the dialog is closed", async () => {
    const { started, commands, asks, wait, state } = open();
    await started();
    commands.choisirMoteur("osrm");
    commands.demanderAccord("osrm", "http://localhost:5000", "");
    commands.repondreAccord(false);
    await wait(300);
    expect([state().session.moteur.demande, enginesOf(asks)]).toEqual([null, [null]]);
  });

  it("accepted: asked with the consent of this very origin, until it is withdrawn", async () => {
    const { started, commands, asks, wait } = open();
    await started();
    commands.demanderAccord("osrm", "http://localhost:5000", "");
    commands.repondreAccord(true);
    await wait(300);
    commands.retirerAccord("osrm");
    await wait(300);
    expect(enginesOf(asks)).toEqual([null, OSRM, null]);
  });

  it("an answer without a question gives no consent", async () => {
    const { started, commands, state } = open();
    await started();
    commands.choisirMoteur("osrm");
    commands.repondreAccord(true);
    expect(state().session.moteur.accordes).toEqual({});
  });

  it("one consent is not that of another engine", async () => {
    const { started, commands, asks, wait } = open();
    await started();
    commands.demanderAccord("osrm", "http://localhost:5000", "");
    commands.repondreAccord(true);
    await wait(300);
    commands.choisirMoteur("ign");
    await wait(300);
    expect(enginesOf(asks)).toEqual([null, OSRM, null]);
  });

  it("going back to it within the session asks for no second consent; back to Maillage asks nothing of it", async () => {
    const { started, commands, asks, wait } = open();
    await started();
    commands.demanderAccord("osrm", "http://localhost:5000", "");
    commands.repondreAccord(true);
    await wait(300);
    commands.choisirMoteur(null);
    await wait(300);
    commands.choisirMoteur("osrm");
    await wait(300);
    expect(enginesOf(asks)).toEqual([null, OSRM, null, OSRM]);
  });

  it("an analysis that does not take them is computed here", async () => {
    const { started, commands, asks, wait } = open();
    await started();
    commands.demanderAccord("osrm", "http://localhost:5000", "");
    commands.repondreAccord(true);
    commands.changeAnalyse("couverture");
    await wait(300);
    expect(enginesOf(asks).at(-1)).toBeNull();
  });

  it.each([["osrm", "http://osrm.example.org", "", /pas une adresse de moteur/], ["openrouteservice", "", " ", /demande une clé personnelle/]] as const)("%s: what is missing is said in the place of the dialog", async (id, adresse, cle, text) => {
    const { started, commands, state } = open();
    await started();
    commands.demanderAccord(id, adresse, cle);
    expect(state().session.moteur.demande).toBeNull();
    expect(state().notices.map(({ texte }) => texte).join(" ")).toMatch(text);
  });

  it("a fixed engine keeps its address whatever is typed", async () => {
    const { started, commands, state } = open();
    await started();
    commands.demanderAccord("ign", "https://ailleurs.example.org", "");
    expect(state().session.moteur.demande).toEqual({ id: "ign", adresse: "https://data.geopf.fr", cle: "" });
  });

  it("neither the engine, the consent nor the key is saved or put in the address", async () => {
    const { started, commands, wait, world } = open();
    await started();
    commands.demanderAccord("openrouteservice", "", "cle-tres-secrete");
    commands.repondreAccord(true);
    commands.changeParams({ seuil: 33 });
    await wait(2000);
    const kept = [...world.saved.values(), world.hash].join(" ");
    expect(kept).toContain("33");
    expect(kept).not.toMatch(/secrete|openrouteservice|moteur/);
  });

  it("shows how many are answered, and stops by asking the worker", async () => {
    const { started, commands, state, asks, wait } = open({ held: ["executer"] });
    await started();
    asks("executer")[0]?.options.onProgress?.(0.6, { fait: 120, total: 195 });
    expect(state().results.compte).toEqual({ fait: 120, total: 195 });
    commands.arreterMoteur();
    expect([asks("arreter-moteur").length, state().results.etat]).toEqual([1, "calcul"]);
    asks("executer")[0]?.options.onProgress?.(0.9);
    await wait(200);
    await wait(16);
    expect(state().results.compte).toBeNull();
  });
});
