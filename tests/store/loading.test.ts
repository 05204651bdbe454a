import { describe, expect, it } from "vitest";
import { issue } from "../../src/domain/issue";
import type { Reply } from "../../src/workers/client";
import { open, settled, territoire } from "./world";

const refusal = (...issues: Extract<Reply<unknown>, { cause: "refus" }>["issues"]): Reply<unknown> => ({ ok: false, cause: "refus", issues });
const UNKNOWN = refusal(issue("territoire-inconnu", "erreur", { code: "88", proches: "Haute-Vienne (87)" }));
const MISSING = refusal(issue("ressource-absente", "erreur", { ressource: "msp" }));

describe("first screen", () => {
  it("asks for the territory, the layers, then the minutes, and not for the basemap of documents", async () => {
    const { started, world } = open();
    await started();
    expect(world.asked.map(({ name }) => name)).toEqual(["charger-territoire", "charger-couche", "executer", "sites", "charger-contours"]);
  });

  it("asks for the outlines of the other levels once the minutes are there, and keeps those that are drawn", async () => {
    const { started, state, commands, asks } = open();
    await started();
    const { contours } = territoire("87");
    expect(state().datasets.territoire?.contours).toMatchObject({ commune: contours.commune, epci: { features: [] } });
    commands.changeNiveau("epci");
    expect(asks("charger-contours")).toHaveLength(1);
  });

  it("asks for them at once when another level is looked at", async () => {
    const { started, commands, asks } = open({ held: ["executer"] });
    await started();
    expect(asks("charger-contours")).toHaveLength(0);
    commands.changeNiveau("epci");
    expect(asks("charger-contours")).toHaveLength(1);
  });

  it("asks the map to show the territory whole", async () => {
    const { started, state } = open();
    await started();
    expect(state().session.cible?.ordre).toEqual({ kind: "bbox", bbox: [0, 45, 2, 46] });
  });

  it("marks the page when the minutes are there, and while they are not", async () => {
    const { started, commands, world, wait } = open();
    await started();
    expect(world.marks.at(-1)).toBe(true);
    commands.changeNiveau("epci");
    expect(world.marks.at(-1)).toBe(false);
    await wait(200);
    expect(world.marks.at(-1)).toBe(true);
  });

  it("says which file is missing when the territory cannot be loaded, and stays up", async () => {
    const { started, state, texts, document } = open({ replies: { "charger-territoire": () => refusal(issue("ressource-absente", "erreur", { ressource: "contours-87" })) } });
    await started();
    expect(texts().join(" ")).toContain("contours-87");
    expect(state().results.etat).toBe("echec");
    expect(document().territoire).toBe("87");
  });
});

describe("a change of territory", () => {
  it("loads it with its layers, shows it whole and computes again", async () => {
    const { started, commands, state, asks, wait } = open();
    await started();
    commands.changeTerritoire("23");
    await settled();
    await wait(200);
    expect(state().datasets.territoire?.territoire.code).toBe("23");
    expect(asks("charger-couche").at(-1)?.ask).toMatchObject({ couche: "msp", territoire: "23" });
    expect(asks("executer").at(-1)?.ask).toMatchObject({ perimetre: { territoire: { code: "23" } } });
    expect(state().session.cible?.numero).toBe(2);
  });

  it("keeps the territory on screen until the new one is there, and computes nothing for it", async () => {
    const { started, commands, state, asks, wait } = open({ held: ["charger-territoire"] });
    const starting = started();
    asks("charger-territoire")[0]?.reply({ ok: true, value: territoire("87") });
    await starting;
    const before = asks("executer").length;
    commands.changeTerritoire("23");
    await wait(500);
    expect(state().datasets.territoire?.territoire.code).toBe("87");
    expect(state().results.etat).toBe("perime");
    expect(asks("executer")).toHaveLength(before);
  });

  it("follows the last of two quick changes", async () => {
    const { started, commands, state, asks } = open({ held: ["charger-territoire"] });
    const starting = started();
    asks("charger-territoire")[0]?.reply({ ok: true, value: territoire("87") });
    await starting;
    commands.changeTerritoire("23");
    commands.changeTerritoire("19");
    asks("charger-territoire")[1]?.reply({ ok: true, value: territoire("23") });
    asks("charger-territoire")[2]?.reply({ ok: true, value: territoire("19") });
    await settled();
    expect(state().datasets.territoire?.territoire.code).toBe("19");
  });

  it("to an unknown code is said and goes back to the one on screen", async () => {
    const { started, commands, texts, document, state } = open({ replies: { "charger-territoire": ({ territoire: code }) => (code === "88" ? UNKNOWN : { ok: true, value: territoire(String(code)) }) } });
    await started();
    commands.changeTerritoire("88");
    await settled();
    expect(document().territoire).toBe("87");
    expect(texts().join(" ")).toMatch(/« 88 ».*Haute-Vienne \(87\).*L'écran reste sur Territoire 87/s);
    expect(state().datasets.territoire?.territoire.code).toBe("87");
  });

  it("falls back to Haute-Vienne when a link names an unknown one", async () => {
    const { started, texts, wait, state } = open({ hash: "#/explorer?t=88", replies: { "charger-territoire": ({ territoire: code }) => (code === "88" ? UNKNOWN : { ok: true, value: territoire(String(code)) }) } });
    await started();
    await settled();
    await wait(200);
    expect(state().results.etat).toBe("a-jour");
    expect(texts().join(" ")).toContain("« 88 »");
  });
});

describe("layers", () => {
  it("are loaded when shown, once", async () => {
    const { started, commands, asks, state } = open();
    await started();
    commands.toggleCouche("zonage");
    await settled();
    commands.toggleCouche("zonage");
    commands.toggleCouche("zonage");
    expect(asks("charger-couche").filter(({ ask }) => ask["couche"] === "zonage")).toHaveLength(1);
    expect(state().datasets.couches.zonage?.count).toBe(1);
  });

  it("that cannot be read stand empty with their reasons, and are asked for again when shown again", async () => {
    const { started, commands, asks, state, texts } = open({ replies: { "charger-couche": () => MISSING } });
    await started();
    expect(state().datasets.couches.msp).toMatchObject({ count: 0, issues: [{ code: "ressource-absente" }] });
    expect(texts().join(" ")).toContain("msp");
    commands.toggleCouche("msp");
    commands.toggleCouche("msp");
    expect(asks("charger-couche")).toHaveLength(2);
  });

  it("that are hidden are forgotten when the territory changes", async () => {
    const { started, commands, state } = open();
    await started();
    commands.toggleCouche("zonage");
    await settled();
    commands.toggleCouche("zonage");
    commands.changeTerritoire("23");
    await settled();
    expect(Object.keys(state().datasets.couches)).toEqual(["msp"]);
  });

  it("are loaded again without the places known from other sources", async () => {
    const { started, commands, asks } = open();
    await started();
    commands.changeCorrections(false);
    expect(asks("charger-couche").map(({ ask }) => ask["corrections"])).toEqual([true, false]);
  });
});
