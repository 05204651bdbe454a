import { describe, expect, it } from "vitest";
import { OFFRES } from "../../src/analyses/densite/offres";
import { issue } from "../../src/domain/issue";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import { open, settled } from "./world";

/** A supply known by département, hence no place to travel to. */
const DEPARTEMENTALE = OFFRES.find(({ genre }) => genre === null)?.value ?? "";

describe("results", () => {
  it("are computed with the defaults of the analysis and the choices of the document", async () => {
    const { started, commands, asks, wait } = open();
    await started();
    commands.changeParams({ seuil: 35 });
    await wait(200);
    expect(asks("executer").at(-1)?.ask["params"]).toMatchObject({ genres: ["msp"], seuil: 35 });
  });

  it("stay on screen, out of date, until the new ones are there", async () => {
    const { started, commands, state, wait } = open();
    await started();
    const before = state().results.courant;
    commands.changeNiveau("epci");
    expect(state().results).toMatchObject({ etat: "perime", courant: before });
    await wait(200);
    expect(state().results.etat).toBe("a-jour");
  });

  it("are computed once for a burst of changes", async () => {
    const { started, commands, asks, wait } = open();
    await started();
    const before = asks("executer").length;
    for (const seuil of [21, 22, 23]) {
      commands.changeParams({ seuil });
      await wait(50);
    }
    await wait(200);
    expect(asks("executer").slice(before).map(({ ask }) => ask["params"])).toMatchObject([{ seuil: 23 }]);
  });

  it("are not computed again for classes or layers", async () => {
    const { started, commands, asks, wait, state } = open();
    await started();
    commands.changeClasses("minutes", { method: "q6" });
    commands.toggleCouche("zonage");
    await wait(500);
    expect(asks("executer")).toHaveLength(1);
    expect(state().results.etat).toBe("a-jour");
  });

  it("show their progress", async () => {
    const { started, state, asks } = open({ held: ["executer"] });
    await started();
    asks("executer")[0]?.options.onProgress?.(0.4);
    expect(state().results).toMatchObject({ etat: "calcul", part: 0.4 });
  });

  it("show it no more than five times a second, once an image, the latest of what was told", async () => {
    const { started, state, asks, wait } = open({ held: ["executer"] });
    await started();
    const dire = (part: number): void => asks("executer")[0]?.options.onProgress?.(part);
    dire(0.1);
    await wait(199);
    dire(0.2);
    await wait(1);
    // The page was too busy to draw: what comes meanwhile waits.
    for (let part = 0.3; part < 0.6; part += 0.01) dire(part);
    dire(0.6);
    expect(state().results.part).toBe(0.1);
    await wait(16);
    expect(state().results.part).toBe(0.6);
  });

  it("are not put back to work by a progress that was waiting to be shown", async () => {
    const { started, state, asks, wait } = open({ held: ["executer"] });
    await started();
    const [run] = asks("executer");
    run?.options.onProgress?.(0.1);
    run?.options.onProgress?.(0.9);
    run?.reply({ ok: true, value: { key: "done", output: { issues: [] } } });
    await wait(300);
    await wait(300);
    expect(state().results).toMatchObject({ etat: "a-jour", part: 1 });
  });

  it("of an older question never replace those of the newer one", async () => {
    const { started, commands, state, asks, wait } = open({ held: ["executer"] });
    await started();
    commands.changeParams({ seuil: 40 });
    await wait(200);
    const [older, newer] = asks("executer");
    newer?.reply({ ok: true, value: { key: "newer", output: { issues: [] } } });
    await settled();
    older?.reply({ ok: true, value: { key: "older", output: { issues: [] } } });
    older?.options.onProgress?.(0.9);
    await settled();
    expect(state().results).toMatchObject({ etat: "a-jour", part: 1, courant: { key: "newer" } });
  });

  it("can be cancelled: what is on screen stays, out of date, and the worker is told", async () => {
    const { started, commands, state, asks, wait } = open({ held: ["executer"] });
    await started();
    asks("executer")[0]?.reply({ ok: true, value: { key: "first", output: { issues: [] } } });
    await settled();
    commands.changeNiveau("epci");
    await wait(200);
    commands.annulerCalcul();
    expect(state().results).toMatchObject({ etat: "perime", courant: { key: "first" } });
    expect(asks("executer")[1]?.options.signal?.aborted).toBe(true);
  });

  it("are asked for again after a cancel", async () => {
    const { started, commands, state, asks } = open({ held: ["executer"] });
    await started();
    commands.annulerCalcul();
    expect(state().results.etat).toBe("attente");
    commands.recalculer();
    expect(asks("executer")).toHaveLength(2);
  });

  it("that are refused say why beside the panel and keep the last ones", async () => {
    let refuses = false;
    const missing = issue("ressource-absente", "erreur", { ressource: "graphe-hv50" });
    const { started, commands, state, wait } = open({
      replies: { executer: () => (refuses ? { ok: false, cause: "refus", issues: [missing] } : { ok: true, value: { key: "first", output: { issues: [] } } }) },
    });
    await started();
    refuses = true;
    commands.changeNiveau("epci");
    await wait(200);
    expect(state().results).toMatchObject({ etat: "echec", courant: { key: "first" }, issues: [missing] });
  });

  it("that break down leave the document intact and say so", async () => {
    const { started, state, document, texts } = open({ replies: { executer: () => ({ ok: false, cause: "panne", message: "essai" }) } });
    await started();
    expect(state().results.etat).toBe("echec");
    expect(document()).toBe(DOCUMENT_INITIAL);
    expect(texts().join(" ")).toMatch(/essai.*intact/);
  });

  it("show every site of the analysis, those left out included", async () => {
    const { started, commands, asks, wait } = open();
    await started();
    commands.exclureSite("870000001", true);
    await wait(200);
    expect(asks("sites").at(-1)?.ask).toMatchObject({ selection: { exclus: [], corrections: true } });
    expect(asks("executer").at(-1)?.ask).toMatchObject({ selection: { exclus: ["870000001"] } });
  });

  it("show the user's own sites when there are some", async () => {
    const { started, commands, state, wait } = open();
    await started();
    await commands.importerSites({ name: "s.csv", arrayBuffer: () => Promise.resolve(new TextEncoder().encode("lon,lat,nom\n1.26,45.83,Ici\n").buffer) });
    await wait(200);
    expect(state().datasets.sites?.noms).toEqual(["Ici"]);
  });

  it("ask for no site list when the analysis travels nowhere", async () => {
    const { started, commands, state, wait } = open();
    await started();
    commands.changeAnalyse("densite");
    commands.changeParams({ offre: DEPARTEMENTALE });
    await wait(200);
    expect(state().datasets.sites).toBeNull();
  });

  it("say which parameter the analysis does not take, without asking the worker", async () => {
    const { started, commands, state, asks, wait } = open();
    await started();
    commands.changeParams({ genres: ["sorcier"] });
    await wait(200);
    expect(state().results).toMatchObject({ etat: "echec", issues: [{ code: "parametre-invalide" }] });
    expect(asks("executer")).toHaveLength(1);
  });

  it("show no site when the kind has none left", async () => {
    const { started, state } = open({ replies: { sites: () => ({ ok: false, cause: "refus", issues: [] }) } });
    await started();
    expect(state().datasets.sites).toBeNull();
  });
});

describe("a worker that crashed", () => {
  it("is said, with the document and the screen as they were", async () => {
    const { started, commands, world, state, document, texts } = open();
    await started();
    commands.changeNiveau("epci");
    const before = document();
    world.crash("mémoire");
    expect(texts().join(" ")).toContain("relancé");
    expect(document()).toBe(before);
    expect(state().results.courant).not.toBeNull();
  });
});
