import { describe, expect, it } from "vitest";
import { issue } from "../../src/domain/issue";
import { open, type Options, reseau, settled } from "./world";

const FICHIER = { name: "creuse.osm.pbf", size: 10, stream: () => new ReadableStream<Uint8Array>() };
const CREUSE = reseau("creuse.osm.pbf");

async function visit(options: Options = {}) {
  const world = open(options);
  await world.started();
  await world.commands.chargerReseaux();
  return world;
}

describe("importing roads", () => {
  it("shows how far the reading is, then the network, listed first", async () => {
    const { commands, state, asks } = await visit({ held: ["importer-reseau"] });
    void commands.importerReseau(FICHIER);
    const [asked] = asks("importer-reseau");
    asked?.options.onProgress?.(0.4);
    expect(state().session.importReseau).toEqual({ etat: "lecture", fichier: "creuse.osm.pbf", part: 0.4 });
    const fresh = reseau("corse.osm.pbf");
    asked?.reply({ ok: true, value: { reseau: fresh, issues: [] } });
    await settled();
    expect(state().session.importReseau).toMatchObject({ etat: "fini", reseau: fresh });
    expect(state().datasets.reseaux).toEqual([fresh, reseau("creuse.osm.pbf", 5)]);
  });

  it("of the same roads again lists them once", async () => {
    const { commands, state } = await visit();
    await commands.importerReseau(FICHIER);
    expect(state().datasets.reseaux).toEqual([reseau("creuse.osm.pbf", 1_000_000)]);
  });

  it("shows why a file is refused", async () => {
    const issues = [issue("reseau-sans-route", "erreur", { fichier: "creuse.osm.pbf", lues: 0 })];
    const { commands, state } = await visit({ replies: { "importer-reseau": () => ({ ok: false, cause: "refus", issues }) } });
    await commands.importerReseau(FICHIER);
    expect(state().session.importReseau).toEqual({ etat: "refuse", fichier: "creuse.osm.pbf", issues });
  });

  it("says that it broke down, and is ready for another file", async () => {
    const { commands, state, texts } = await visit({ replies: { "importer-reseau": () => ({ ok: false, cause: "panne", message: "mémoire" }) } });
    await commands.importerReseau(FICHIER);
    expect([state().session.importReseau, texts().some((text) => text.includes("mémoire"))]).toEqual([null, true]);
  });

  it("is given up when asked, without a word", async () => {
    const { commands, state, asks, texts } = await visit({ held: ["importer-reseau"] });
    const done = commands.importerReseau(FICHIER);
    commands.annulerImport();
    await done;
    expect([state().session.importReseau, asks("importer-reseau")[0]?.options.signal?.aborted, texts()]).toEqual([null, true, []]);
  });

  it("of another file takes the place of the one being read", async () => {
    const { commands, state, asks } = await visit({ held: ["importer-reseau"] });
    void commands.importerReseau(FICHIER);
    void commands.importerReseau({ ...FICHIER, name: "corse.osm.pbf" });
    asks("importer-reseau")[0]?.options.onProgress?.(0.9);
    await settled();
    expect(state().session.importReseau).toEqual({ etat: "lecture", fichier: "corse.osm.pbf", part: 0 });
  });
});

describe("a network", () => {
  it("chosen is asked for with the next computation, and the choice can be undone", async () => {
    const { commands, document, asks, wait } = await visit();
    commands.choisirReseau(CREUSE);
    expect(document().reseau).toEqual({ id: CREUSE.id, fichier: "creuse.osm.pbf" });
    await wait(200);
    expect(asks("executer").at(-1)?.ask["reseau"]).toEqual({ id: CREUSE.id, fichier: "creuse.osm.pbf" });
    commands.undo();
    expect(document().reseau).toBeNull();
  });

  it("removed while minutes are computed on it gives way to the embedded one, which is said", async () => {
    const { commands, document, state, texts } = await visit();
    commands.choisirReseau(CREUSE);
    await commands.retirerReseau(CREUSE.id);
    expect([document().reseau, state().datasets.reseaux]).toEqual([null, []]);
    expect(texts()).toContain("« creuse.osm.pbf » est retiré : les minutes reviennent au réseau de Maillage.");
  });

  it("that the browser refuses to forget stays, which is said", async () => {
    const { commands, document, texts } = await visit({ replies: { "retirer-reseau": () => ({ ok: true, value: { retire: false, reseaux: [CREUSE] } }) } });
    commands.choisirReseau(CREUSE);
    await commands.retirerReseau(CREUSE.id);
    expect(document().reseau?.id).toBe(CREUSE.id);
    expect(texts()).toContain("Le navigateur refuse de retirer « creuse.osm.pbf » (stockage interdit) : effacez les données de ce site dans ses réglages.");
  });

  it("does not travel with a link, which is said", async () => {
    const { commands, texts } = await visit();
    commands.choisirReseau(CREUSE);
    await commands.copierLien();
    expect(texts()).toContain("Lien copié. Le réseau importé « creuse.osm.pbf » ne quitte pas ce navigateur : ailleurs, les minutes seront celles du réseau de Maillage.");
  });

  it("chosen is found again at the next visit", async () => {
    const first = await visit();
    first.commands.choisirReseau(CREUSE);
    await first.wait(500);
    const next = await visit({ saved: Object.fromEntries(first.world.saved) });
    expect(next.document().reseau).toEqual({ id: CREUSE.id, fichier: "creuse.osm.pbf" });
  });
});
