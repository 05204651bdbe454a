import { describe, expect, it } from "vitest";
import { open } from "./world";

const CLE = "maillage.suivi-plan";
const noteOf = (saved: Map<string, string>): unknown => (JSON.parse(saved.get(CLE) ?? "{}") as { suivi?: Record<string, readonly unknown[]> }).suivi;

describe("the follow-up of the plan", () => {
  it("is kept in the browser with its history, and found again", async () => {
    const { commands, world, state } = open();
    await commands.plan();
    expect(state().session.suivi).toEqual({});
    await commands.noterAction("action-01", "à démarrer", null, "");
    world.now += 5000;
    await commands.noterAction("action-01", "en cours", "2026-03-04", "  Guide prêt ");
    expect(noteOf(world.saved)).toEqual({ "action-01": [{ le: 1_000_000, etat: "à démarrer", date: null, commentaire: "" }, { le: 1_005_000, etat: "en cours", date: "2026-03-04", commentaire: "Guide prêt" }] });
    const again = open({ saved: Object.fromEntries(world.saved) });
    await again.commands.plan();
    expect(again.state().session.suivi).toEqual(noteOf(world.saved));
  });
  it("takes back the last note", async () => {
    const { commands, world } = open();
    await commands.noterAction("action-01", "en cours", null, "");
    await commands.retirerNote("action-01");
    expect(noteOf(world.saved)).toEqual({});
  });
  it("that the browser refuses to keep is said, and stays on screen", async () => {
    const { commands, texts, state } = open({ refusesWrite: true });
    await commands.noterAction("action-01", "en cours", null, "");
    expect([state().session.suivi?.["action-01"]?.length, texts().join(" ").includes("refuse d'enregistrer")]).toEqual([1, true]);
  });
  it("that cannot be read is said, and put aside before anything is written over it", async () => {
    const { commands, texts, world } = open({ saved: { [CLE]: '{"version":1,' } });
    await commands.noterAction("action-01", "en cours", null, "");
    expect([texts().join(" ").includes("suivi du plan"), world.saved.get(`${CLE}.illisible`), JSON.stringify(noteOf(world.saved)).includes("en cours")]).toEqual([true, '{"version":1,', true]);
  });
  it("is exported with every action for French Excel, formulas made harmless", async () => {
    const { commands, world } = open();
    await commands.noterAction("action-02", "mise en œuvre", "2026-03-04", "=2+2");
    await commands.exporterPlan();
    const [file] = world.downloads;
    const lines = (file?.contenu ?? "").split("\r\n");
    expect([file?.nom, lines[0]?.startsWith("\ufeffAction;Action;Axe;Objectif;Pilotes;Partenaires;Échéance;Démarrage;État")]).toEqual(["maillage-plan-attractivite-87.csv", true]);
    expect(lines.filter((line) => line.startsWith("action-")).length).toBe(34);
    const line = lines.find((each) => each.startsWith("action-02"));
    expect([line?.includes(";mise en œuvre;2026-03-04;'=2+2;"), lines.find((each) => each.startsWith("action-03"))?.includes(";non repris de la source;;;")]).toEqual([true, true]);
    expect(file?.contenu).toContain("2024-06-14");
  });
});

describe("the documents", () => {
  it("are read on demand", async () => {
    const { commands } = open();
    expect((await commands.ateliers())?.ateliers.length).toBe(47);
    expect((await commands.documents())?.region.departements.length).toBe(12);
  });
});
