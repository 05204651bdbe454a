import { describe, expect, it } from "vitest";
import { numberValues } from "../../src/domain/table";
import type { Reply } from "../../src/workers/client";
import { open, type Options } from "./world";

/** A result on screen and one added site, computed with. */
async function withSite(options: Options = {}) {
  const world = open(options);
  await world.started();
  world.commands.ajouterSite(1.123456, 45.9);
  await world.wait(200);
  return world;
}

const minutes = ({ state }: Awaited<ReturnType<typeof withSite>>) => {
  const table = state().results.courant?.output.table;
  return table === undefined ? undefined : numberValues(table, "minutes")[0];
};

describe("a site added on the map", () => {
  it("is of the kind the analysis goes to, to 5 decimals, and counts", async () => {
    const { document, asks } = await withSite();
    expect(document().selection.ajouts).toEqual([{ id: "ajout-1", nom: "Site ajouté 1", genre: "msp", lon: 1.12346, lat: 45.9 }]);
    expect(asks("executer").at(-1)?.ask["selection"]).toBe(document().selection);
  });
  it("ends the placing, and an undo takes it off", async () => {
    const { commands, state, document } = await withSite();
    commands.poser(true);
    commands.ajouterSite(1, 46);
    expect(state().session.pose).toBe(false);
    commands.undo();
    expect(document().selection.ajouts).toHaveLength(1);
  });
  it("takes a number that none had", async () => {
    const { commands, document } = await withSite();
    commands.ajouterSite(1, 46);
    commands.retirerSite("ajout-1");
    commands.ajouterSite(1, 46);
    expect(document().selection.ajouts.map(({ id }) => id)).toEqual(["ajout-2", "ajout-3"]);
  });
});

describe("a site in hand", () => {
  it("has its minutes on screen while the document stays", async () => {
    const world = await withSite();
    const before = world.document();
    world.commands.saisirSite("ajout-1");
    world.commands.glisserSite("ajout-1", 1.5, 46);
    await world.wait(0);
    expect(minutes(world)).toBe(1.5);
    expect(world.document()).toBe(before);
  });
  it("asks one question at a time, and only the latest", async () => {
    const world = await withSite({ held: ["direct-deplacer"] });
    world.commands.saisirSite("ajout-1");
    await world.wait(0);
    for (const lon of [1.1, 1.2, 1.3]) world.commands.glisserSite("ajout-1", lon, 46);
    expect(world.asks("direct-deplacer").map(({ ask }) => ask["lon"])).toEqual([1.1]);
    world.asks("direct-deplacer")[0]?.reply({ ok: true, value: null } as Reply<unknown>);
    await world.wait(20);
    expect(world.asks("direct-deplacer")).toHaveLength(1);
  });
  it("waits for the next frame before it asks again, for the latest place", async () => {
    const world = await withSite();
    const lons = () => world.asks("direct-deplacer").map(({ ask }) => ask["lon"]);
    world.commands.saisirSite("ajout-1");
    world.commands.glisserSite("ajout-1", 1.1, 46);
    await world.wait(0);
    world.commands.glisserSite("ajout-1", 1.2, 46);
    world.commands.glisserSite("ajout-1", 1.3, 46);
    await world.wait(0);
    expect(lons()).toEqual([1.1]);
    await world.wait(20);
    expect(lons()).toEqual([1.1, 1.3]);
    expect(minutes(world)).toBe(1.3);
  });
  it("makes one undo of a whole drag, which brings it back", async () => {
    const world = await withSite();
    const steps = world.state().document.passe.length;
    world.commands.saisirSite("ajout-1");
    for (const lon of [1.1, 1.2, 1.3]) {
      world.commands.glisserSite("ajout-1", lon, 46);
      await world.wait(20);
    }
    world.commands.deposerSite("ajout-1");
    expect(world.state().document.passe).toHaveLength(steps + 1);
    expect(world.document().selection.ajouts[0]).toMatchObject({ lon: 1.3, lat: 46 });
    world.commands.undo();
    expect(world.document().selection.ajouts[0]).toMatchObject({ lon: 1.12346, lat: 45.9 });
  });
  it("goes back where it was with its minutes when it is let go", async () => {
    const world = await withSite();
    const before = world.state().results.courant;
    world.commands.saisirSite("ajout-1");
    world.commands.glisserSite("ajout-1", 1.5, 46);
    await world.wait(20);
    world.commands.lacherSite();
    expect(world.state().results.courant).toBe(before);
    expect(world.state().session.main).toBeNull();
    expect(world.asks("direct-fermer")).toHaveLength(1);
  });
  it("leaves a result that came in between as it is", async () => {
    const world = await withSite({ held: ["direct-deplacer"] });
    world.commands.saisirSite("ajout-1");
    world.commands.glisserSite("ajout-1", 1.5, 46);
    await world.wait(0);
    world.commands.changeParams({ seuil: 30 });
    await world.wait(200);
    const now = world.state().results.courant;
    world.asks("direct-deplacer")[0]?.reply({ ok: true, value: { lignes: new Int32Array() } } as unknown as Reply<unknown>);
    await world.wait(20);
    expect(world.state().results.courant).toBe(now);
  });
  it("opens no search while the result is not that of the document", async () => {
    const world = await withSite();
    world.commands.changeParams({ seuil: 30 });
    world.commands.saisirSite("ajout-1");
    await world.wait(0);
    expect(world.asks("direct-ouvrir")).toHaveLength(0);
  });
});

describe("supposed speeds", () => {
  it("are asked for by analyses that drive, and by no other", async () => {
    const { commands, wait, asks } = await withSite();
    commands.changeVitesses({ prereglage: "neige", kmh: {}, fermees: [], zones: [] });
    await wait(200);
    expect(asks("executer").at(-1)?.ask["vitesses"]).toEqual({ prereglage: "neige", kmh: {}, fermees: [], zones: [] });
    commands.changeAnalyse("densite");
    await wait(200);
    expect(asks("executer").at(-1)?.ask["vitesses"]).toBeNull();
  });
  it("are the default ones again when nothing is supposed any more", async () => {
    const { commands, document } = await withSite();
    commands.changeVitesses({ prereglage: "neige", kmh: {}, fermees: [], zones: [] });
    commands.changeVitesses({ prereglage: null, kmh: {}, fermees: [], zones: [] });
    expect(document().vitesses).toBeNull();
  });
});

describe("zones closed to traffic", () => {
  const COINS = [[1.2, 45.8], [1.3, 45.8], [1.3, 45.9]] as const;

  it("are drawn corner by corner, then are one edit of the document, that undo takes back", async () => {
    const { commands, state, document } = await withSite();
    commands.tracer(true);
    for (const [lon, lat] of COINS) commands.ajouterSommet(lon, lat);
    expect(document().vitesses).toBeNull();
    commands.fermerTrace();
    expect(state().session.trace).toBeNull();
    expect(document().vitesses?.zones).toEqual([COINS]);
    commands.undo();
    expect(document().vitesses).toBeNull();
  });
  it("need three corners", async () => {
    const { commands, state, document } = await withSite();
    commands.tracer(true);
    commands.ajouterSommet(1.2, 45.8);
    commands.ajouterSommet(1.3, 45.8);
    commands.fermerTrace();
    expect(state().session.trace).toHaveLength(2);
    expect(document().vitesses).toBeNull();
    commands.retirerSommet();
    expect(state().session.trace).toEqual([[1.2, 45.8]]);
    commands.tracer(false);
    expect(state().session.trace).toBeNull();
  });
  it("open again one by one, the other hypotheses kept", async () => {
    const { commands, document } = await withSite();
    const autre = COINS.map(([lon, lat]) => [lon + 1, lat] as const);
    commands.changeVitesses({ prereglage: "neige", kmh: {}, fermees: [], zones: [COINS, autre] });
    commands.rouvrirZone(0);
    expect(document().vitesses).toEqual({ prereglage: "neige", kmh: {}, fermees: [], zones: [autre] });
  });
});
