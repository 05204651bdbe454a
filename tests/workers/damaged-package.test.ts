import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { COUCHES } from "../../src/domain/couche";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import type { Outcome } from "../../src/domain/outcome";
import { RESSOURCES } from "../../src/domain/ressource";
import { type Asking, open, TEMPS, value } from "./package";

const HV = { territoire: "87", niveau: "commune" } as const;
const LIMOGES = { sujet: { genre: "territoire", niveau: "commune", code: "87085" }, territoire: "87" } as const;

/** What the first screen and the layers ask: an answer or a refusal, never a throw. */
async function askScreen(ask: Asking): Promise<readonly Outcome<unknown>[]> {
  return Promise.all([
    ask("charger-territoire", HV),
    ask("charger-fond", HV),
    ...COUCHES.map((couche) => ask("charger-couche", { couche, territoire: "87", corrections: true })),
    ask("sites", { genres: ["msp", "stage"], territoire: "87", selection: SELECTION_PAR_DEFAUT }),
    ask("executer", { ...TEMPS, analyse: "densite", params: { offre: "msp" } }),
    ask("inventaire", {}),
  ]);
}

/** What a search and a selection ask, beyond the road graph: they read the whole region. */
async function askRegion(ask: Asking): Promise<readonly Outcome<unknown>[]> {
  const bordeaux = { genre: "territoire", niveau: "commune", code: "33063" } as const;
  return Promise.all([ask("chercher", { texte: "limoges", territoire: "87" }), ask("fiche", { sujet: bordeaux, territoire: "33" })]);
}

const onlyMissing = (outcomes: readonly Outcome<unknown>[], name: string): void => {
  for (const { ok, issues } of outcomes) {
    if (!ok) expect(issues).toMatchObject([{ code: "ressource-absente", params: { ressource: name } }]);
  }
};

const without = (name: string) => open((path, bytes) => (path.split(".")[0] === name ? null : bytes));

describe("a package in which one file is missing", () => {
  it.each(RESSOURCES)("%s: the screen names it and shows everything else", async (name) => {
    const { ask } = await without(name);
    const outcomes = await askScreen(ask);
    onlyMissing(outcomes, name);
    // Only what every territory stands on stops the whole screen.
    const basic = ["communes", "territoires"].includes(name);
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(basic ? 0 : 14);
  });

  it.each(["zonage-communes", "bpe", "apl", "revenus", "msp", "corrections", "etablissements", "urgences", "communes-couronne", "centres-sante", "lieux-dits"])("%s: sheets and search do without it", async (name) => {
    const { ask } = await without(name);
    expect((await askRegion(ask)).map(({ ok }) => ok)).toEqual([true, true]);
  });

  it.each(["communes", "territoires"])("%s: the sheet names it", async (name) => {
    const { ask } = await without(name);
    onlyMissing(await askRegion(ask), name);
  });

  it("draws the basemap without its rivers", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("rivieres") ? null : bytes));
    const fond = value(await ask("charger-fond", HV));
    expect(fond.issues).toMatchObject([{ code: "ressource-absente", params: { ressource: "rivieres" } }]);
    expect(fond.routes.features.length).toBeGreaterThan(0);
  });

  it("draws the registers' sites without the corrections", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("corrections") ? null : bytes));
    const couche = value(await ask("charger-couche", { couche: "msp", territoire: "87", corrections: true }));
    expect(couche.count).toBe(10);
    expect(couche.issues).toMatchObject([{ code: "ressource-absente", params: { ressource: "corrections" } }]);
  });

  it("gives a sheet without its minutes when the graph is missing", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("graphe") ? null : bytes));
    const fiche = value(await ask("fiche", LIMOGES));
    expect(fiche.faits.find(({ cle }) => cle === "minutes-msp")).toMatchObject({ valeur: null, note: "graphe-non-charge" });
    expect(fiche.faits.find(({ cle }) => cle === "population")?.valeur).toBeGreaterThan(100_000);
  });

  it("finds again the names of a file that came back", async () => {
    let down = true;
    const { ask } = await open((path, bytes) => (down && path.startsWith("lieux-dits") ? null : bytes));
    const places = async () => value(await ask("chercher", { texte: "moulin", territoire: "87" })).filter(({ genre }) => genre === "lieu");
    expect(await places()).toEqual([]);
    down = false;
    expect((await places()).length).toBeGreaterThan(0);
  });

  it("refuses everything, naming it, without its manifest", async () => {
    const { ask } = await open((path, bytes) => (path === "index.json" ? null : bytes));
    expect((await ask("charger-territoire", HV)).issues).toMatchObject([{ code: "ressource-absente", params: { ressource: "index.json" } }]);
  });

  it("asks again for a file that failed once", async () => {
    let down = true;
    const { ask } = await open((path, bytes) => (down && path.startsWith("contours-87") ? null : bytes));
    expect((await ask("charger-territoire", HV)).ok).toBe(false);
    down = false;
    expect((await ask("charger-territoire", HV)).ok).toBe(true);
  });
});

describe("a package with a damaged file", () => {
  const cut = (bytes: Uint8Array) => bytes.subarray(0, 1000);

  it("estimates minutes in the place of a graph that is cut short, and says why with both sizes", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("graphe") ? cut(bytes) : bytes));
    const { output } = value(await ask("executer", TEMPS));
    expect(output.issues).toMatchObject([
      { code: "ressource-illisible", severity: "avertissement", where: { file: "graphe-hv50.bin.gz" }, params: { ressource: "graphe-hv50", raison: expect.stringContaining("1000 octets") as string } },
      { code: "estimation-vol-oiseau", severity: "avertissement" },
    ]);
  });

  it.each([["isochrones", { genres: ["urgences"] }], ["parcours", { patient1: "87011" }]] as const)("without a graph that can be read, %s has no minutes and says why", async (analyse, params) => {
    const { ask } = await open((path, bytes) => (path.startsWith("graphe") ? cut(bytes) : bytes));
    const { output } = value(await ask("executer", { ...TEMPS, analyse, params }));
    expect([output.summary.id, output.issues.map(({ code }) => code)]).toEqual(["pas-de-minutes", ["ressource-illisible", "graphe-non-charge"]]);
  });

  it("gives an estimate another key than the minutes of the road, and drives again once the graph is back", async () => {
    let down = true;
    const { ask } = await open((path, bytes) => (down && path.startsWith("graphe") ? null : bytes));
    const estimate = value(await ask("executer", TEMPS));
    expect(estimate.output.issues.map(({ code }) => code)).toEqual(["ressource-absente", "estimation-vol-oiseau"]);
    down = false;
    const driven = value(await ask("executer", TEMPS));
    expect(driven.key).not.toBe(estimate.key);
    expect(driven.output.origine).toEqual({ kind: "route" });
  });

  it("refuses a manifest that is cut short", async () => {
    const { ask } = await open((path, bytes) => (path === "index.json" ? cut(bytes) : bytes));
    expect((await ask("inventaire", {})).issues).toMatchObject([{ code: "ressource-illisible", params: { ressource: "index.json" } }]);
  });

  it("refuses a file of another build, of the same size or longer, with both versions", async () => {
    const other = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, i) => (i === bytes.length - 2 ? byte ^ 1 : byte));
    const longer = (bytes: Uint8Array) => Uint8Array.of(...bytes, 10);
    const refused = await Promise.all([other, longer].map(async (change) => {
      const { ask } = await open((path, bytes) => (path === "territoires.csv" ? change(bytes) : bytes));
      return (await ask("charger-territoire", HV)).issues;
    }));
    expect(refused.flat()).toMatchObject(Array.from({ length: 2 }, () => ({ code: "ressource-version", params: { ressource: "territoires", attendue: expect.stringMatching(/^[0-9a-f]{8}$/) as string } })));
  });

  it("compares sizes where nothing can be hashed", async () => {
    const { ask } = await open((path, bytes) => (path === "territoires.csv" ? Uint8Array.of(...bytes, 10) : bytes), null);
    expect((await ask("charger-territoire", HV)).issues).toMatchObject([{ code: "ressource-version", params: { trouvee: expect.stringContaining("octets") as string } }]);
  });

  it("takes a .gz file that the host inflated on the way", async () => {
    const { ask } = await open((path, bytes) => (path.endsWith(".csv.gz") ? new Uint8Array(gunzipSync(bytes)) : bytes));
    expect((await ask("executer", TEMPS)).ok).toBe(true);
  });
});

describe("the addresses asked for", () => {
  it("carry the first characters of the sha256, so that caches keep one version each", async () => {
    const { asked } = await open();
    expect(asked).toEqual([]);
    const { asked: full, ask } = await open();
    await ask("charger-territoire", HV);
    expect(full).toEqual(["index.json", "territoires.csv", "communes.87.csv", "contours-87.topojson"]);
  });
});
