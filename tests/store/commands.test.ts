import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analyses/registry";
import type { Niveau } from "../../src/domain/perimetre";
import { NIVEAUX } from "../../src/domain/perimetre";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import { createCommands } from "../../src/store/commands/create-commands";
import { createAppStore } from "../../src/store/create-store";
import type { Effects } from "../../src/store/effects";
import type { Client, Reply } from "../../src/workers/client";
import type { RequestName } from "../../src/workers/protocol";

const EMPTY = { type: "FeatureCollection" as const, features: [] };

function territoire(code: string) {
  const contours = Object.fromEntries(NIVEAUX.map((niveau) => [niveau, EMPTY])) as Record<Niveau, typeof EMPTY>;
  return { territoire: { genre: "departement", code, nom: `Territoire ${code}` }, communes: { id: "communes", length: 0, columns: [] }, contours, bbox: [0, 45, 1, 46], issues: [] };
}

/** A world without a browser: time moves when told, storage may refuse, the worker answers at once. */
function setUp({ hash = "", saved = {} as Record<string, string>, refuses = false, failing = new Set<RequestName>() } = {}) {
  const world = { now: 0, timers: [] as { at: number; action: () => void }[], saved: new Map(Object.entries(saved)), hash, copied: [] as string[], asked: [] as string[] };
  const effects: Effects = {
    now: () => world.now,
    after(ms, action) {
      const timer = { at: world.now + ms, action };
      world.timers.push(timer);
      return () => void (world.timers = world.timers.filter((other) => other !== timer));
    },
    stockage: {
      lire: (cle) => world.saved.get(cle) ?? null,
      ecrire(cle, texte) {
        if (refuses) throw new Error("QuotaExceededError");
        world.saved.set(cle, texte);
      },
    },
    adresse: { hash: () => world.hash, lien: (text) => `https://exemple.test/${text}`, ecrire: (text) => void (world.hash = text), ecouter: () => () => undefined },
    avantFermeture: () => () => undefined,
    telecharger: () => undefined,
    copier: (texte) => Promise.resolve(void world.copied.push(texte)),
    marquerMinutes: () => undefined,
  };
  const answers: Record<string, (ask: { readonly territoire?: string }) => unknown> = {
    "charger-territoire": ({ territoire: code }) => territoire(code ?? ""),
    "charger-fond": () => ({ eau: EMPTY, bois: EMPTY, rivieres: EMPTY, routes: EMPTY, departements: EMPTY, sources: [], issues: [] }),
    "charger-couche": () => ({ couche: "msp", features: EMPTY, count: 1, sources: [], issues: [] }),
    executer: () => ({ key: "k", output: { issues: [], views: [], table: { columns: [] } } }),
    sites: () => null,
    chercher: () => [],
  };
  const client: Client = {
    ask(name, ask) {
      world.asked.push(name);
      const reply = failing.has(name) ? { ok: false, cause: "panne", message: "essai" } : { ok: true, value: answers[name]?.(ask as never) };
      return Promise.resolve(reply as Reply<never>);
    },
    onRestart: () => undefined,
    close: () => undefined,
  };
  const store = createAppStore();
  const commands = createCommands(store, client, effects, ANALYSES);
  const wait = async (ms: number): Promise<void> => {
    world.now += ms;
    for (const timer of world.timers.filter(({ at }) => at <= world.now)) {
      world.timers = world.timers.filter((other) => other !== timer);
      timer.action();
    }
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  };
  return { store, commands, world, wait };
}

describe("commands", () => {
  it("start on Haute-Vienne with the minutes computed", async () => {
    const { store, commands, wait, world } = setUp();
    await commands.demarrer();
    await wait(0);
    expect(store.getState().results.etat).toBe("a-jour");
    expect(store.getState().session.visite).toBe(0);
    expect(world.asked.slice(0, 2)).toEqual(["charger-territoire", "charger-fond"]);
  });

  it("do not offer the tour again once it is done", async () => {
    const first = setUp();
    await first.commands.demarrer();
    first.commands.visite(null);
    const second = setUp({ saved: Object.fromEntries(first.world.saved) });
    await second.commands.demarrer();
    expect(second.store.getState().session.visite).toBeNull();
  });

  it("keep the result on screen, out of date, until the new one is there", async () => {
    const { store, commands, wait } = setUp();
    await commands.demarrer();
    await wait(0);
    const before = store.getState().results.courant;
    commands.changeNiveau("epci");
    expect(store.getState().results).toMatchObject({ etat: "perime", courant: before });
    await wait(200);
    expect(store.getState().results.etat).toBe("a-jour");
  });

  it("undo and redo a change of level", async () => {
    const { store, commands } = setUp();
    await commands.demarrer();
    commands.changeNiveau("epci");
    commands.undo();
    expect(store.getState().document.courant.niveau).toBe("commune");
    commands.redo();
    expect(store.getState().document.courant.niveau).toBe("epci");
  });

  it("make one step of a slider that is dragged", async () => {
    const { store, commands } = setUp();
    await commands.demarrer();
    for (const seuil of [21, 22, 23]) commands.changeParams({ seuil });
    expect(store.getState().document.passe).toHaveLength(1);
  });

  it("save the document and restore it in the next visit", async () => {
    const first = setUp();
    await first.commands.demarrer();
    first.commands.changeNiveau("canton");
    await first.wait(1000);
    expect(first.store.getState().document.enregistreLe).not.toBeNull();
    const second = setUp({ saved: Object.fromEntries(first.world.saved) });
    await second.commands.demarrer();
    expect(second.store.getState().document.courant.niveau).toBe("canton");
  });

  it("say once that storage refuses, and go on", async () => {
    const { store, commands, wait } = setUp({ refuses: true });
    await commands.demarrer();
    commands.changeNiveau("canton");
    await wait(1000);
    commands.changeNiveau("epci");
    await wait(1000);
    expect(store.getState().notices.filter(({ texte }) => texte.includes("refuse d'enregistrer"))).toHaveLength(1);
    expect(store.getState().results.etat).toBe("a-jour");
  });

  it("open the screen of a link and write it back", async () => {
    const { store, commands, wait, world } = setUp({ hash: "#/explorer?t=87&n=epci&a=densite&l=msp" });
    await commands.demarrer();
    expect(store.getState().document.courant).toMatchObject({ niveau: "epci", analyse: "densite", couches: ["msp"] });
    commands.changeNiveau("canton");
    await wait(500);
    expect(world.hash).toContain("n=canton");
  });

  it("say what a link names that does not exist, with the nearest names", async () => {
    const { store, commands } = setUp({ hash: "#/explorer?t=87&n=comune&a=densité" });
    await commands.demarrer();
    const texts = store.getState().notices.map(({ texte }) => texte).join(" ");
    expect(texts).toContain("comune");
    expect(texts).toContain("temps-acces");
  });

  it("leave the document intact when a computation breaks down", async () => {
    const { store, commands, wait } = setUp({ failing: new Set<RequestName>(["executer"]) });
    await commands.demarrer();
    await wait(0);
    expect(store.getState().results.etat).toBe("echec");
    expect(store.getState().document.courant).toEqual(DOCUMENT_INITIAL);
    expect(store.getState().notices.some(({ texte }) => texte.includes("intact"))).toBe(true);
  });

  it("copy the link of the screen", async () => {
    const { commands, world } = setUp();
    await commands.demarrer();
    await commands.copierLien();
    expect(world.copied[0]).toContain("#/explorer?t=87&n=commune&a=temps-acces");
  });
});
