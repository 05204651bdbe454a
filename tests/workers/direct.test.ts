import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { appliquer } from "../../src/analyses/temps-acces/changements";
import type { SiteAjoute } from "../../src/domain/genre-site";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import type { RunRequest } from "../../src/workers/protocol";
import { Package } from "../../scripts/cli/package";
import { ANALYSES } from "../../src/analyses/registry";
import { doutesDe } from "../../src/analyses/shared/tuiles";
import { success } from "../../src/domain/outcome";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import { comprendre, type Comprendre } from "../../src/workers/handlers/demande";
import { directs } from "../../src/workers/handlers/direct";
import { createOuvrir } from "../../src/workers/handlers/reseau";
import { createLoader } from "../../src/workers/loader";
import { createReseaux } from "../../src/workers/reseaux";
import { DATA, load } from "../analyses/run";
import { memoryGardes } from "./gardes";
import { type Asking, BASE, CLOCK, JOB, open, servePackage, sha256, TEMPS, value } from "./package";

const AJOUT: SiteAjoute = { id: "ajout-1", nom: "Site ajouté 1", genre: "msp", lon: 1.05, lat: 46.12 };

/** The run with the added site at one place. */
function at(lon: number, lat: number, niveau: RunRequest["perimetre"]["niveau"] = "commune"): RunRequest {
  const ajouts = [{ ...AJOUT, lon, lat }];
  return { ...TEMPS, perimetre: { ...TEMPS.perimetre, niveau }, selection: { ...SELECTION_PAR_DEFAUT, ajouts } };
}

/** Around Haute-Vienne, over Limoges, far away, off the network, and back. */
const PLACES = [[1.06, 46.12], [1.26, 45.83], [0.95, 45.7], [1.7, 45.9], [9, 45], [1.5, 46.2], [1.5, 46.2001]] as const;

describe("a site moved live", () => {
  let ask: Asking;
  beforeAll(async () => ({ ask } = await open()), 120_000);

  const full = async (request: RunRequest): Promise<Output> => value(await ask("executer", request)).output;

  const ouvrir = async (demande: RunRequest): Promise<number> => value(await ask("direct-ouvrir", { demande, id: AJOUT.id })).session ?? -1;
  const deplacer = async (session: number, lon: number, lat: number, mailles = true) =>
    value(await ask("direct-deplacer", { session, id: AJOUT.id, lon, lat, mailles }));

  it.each(["commune", "epci"] as const)("gives after each move the table, the squares and the sentence of a full run, by %s", async (niveau) => {
    let shown = await full(at(AJOUT.lon, AJOUT.lat, niveau));
    const session = await ouvrir(at(AJOUT.lon, AJOUT.lat, niveau));
    for (const [lon, lat] of PLACES) {
      const changes = await deplacer(session, lon, lat);
      if (changes === null) throw new Error("the session is lost");
      shown = appliquer(shown, changes);
      const { table, views, summary, facts } = await full(at(lon, lat, niveau));
      expect([shown.table, shown.views, shown.summary, shown.facts]).toEqual([table, views, summary, facts]);
    }
  }, 240_000);

  it("tells only what moved", async () => {
    const session = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    const { lignes, mailles } = (await deplacer(session, AJOUT.lon + 0.002, AJOUT.lat)) ?? { lignes: [], mailles: [] };
    expect(lignes.length).toBeGreaterThan(0);
    expect(lignes.length).toBeLessThan(60);
    expect(mailles.length).toBeLessThan(4000);
  });

  it("tells all that moved since, when the squares come back on screen", async () => {
    const shown = await full(at(AJOUT.lon, AJOUT.lat));
    const session = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    const hidden = await deplacer(session, 1.26, 45.83, false);
    const seen = await deplacer(session, 1.27, 45.84);
    if (hidden === null || seen === null) throw new Error("the session is lost");
    expect(hidden.mailles).toHaveLength(0);
    expect(appliquer(appliquer(shown, hidden), seen).views).toEqual((await full(at(1.27, 45.84))).views);
  });

  it("says that a session is over: another was opened, or it was closed", async () => {
    const first = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    const second = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    expect(await deplacer(first, 1, 46)).toBeNull();
    await ask("direct-fermer", { session: second });
    expect(await deplacer(second, 1, 46)).toBeNull();
  });

  it("opens nothing where there are no minutes to follow", async () => {
    expect(await ouvrir({ ...TEMPS, sites: { ids: [], noms: [], communes: [], lon: new Float64Array(), lat: new Float64Array(), capacite: new Float64Array() } })).toBe(-1);
    expect(await ouvrir({ ...TEMPS, analyse: "couverture", params: {} })).toBe(-1);
  });

  it("follows supposed speeds too", async () => {
    const slow = { ...at(AJOUT.lon, AJOUT.lat), vitesses: { prereglage: "neige", kmh: {}, fermees: [], zones: [] } } as const;
    const session = await ouvrir(slow);
    const changes = await deplacer(session, 1.26, 45.9);
    if (changes === null) throw new Error("the session is lost");
    const moved = { ...at(1.26, 45.9), vitesses: slow.vitesses };
    expect(appliquer(await full(slow), changes).table).toEqual((await full(moved)).table);
  });
});

/** Places over the whole graph, its seas and a little beyond: half of them around a département, where they serve it. */
const lieux = (lon: number, lat: number) =>
  fc.oneof(
    fc.tuple(fc.double({ min: lon - 0.7, max: lon + 0.7, noNaN: true }), fc.double({ min: lat - 0.6, max: lat + 0.6, noNaN: true })),
    fc.tuple(fc.double({ min: -2.2, max: 3, noNaN: true }), fc.double({ min: 42.5, max: 47.6, noNaN: true })),
  );

const TUILES = /^graphe-\d\d\./;

describe("a site moved live on some of the tiles of the region's graph", () => {
  /** Every tile open: what the whole graph gives. */
  let entier: Asking;
  beforeAll(async () => {
    const { ask, asked } = await open();
    entier = ask;
    value(await entier("executer", { ...TEMPS, analyse: "isochrones", params: {}, perimetre: { territoire: { genre: "departement", code: "23", nom: "Creuse" }, niveau: "commune" } }));
    expect(asked.filter((name) => TUILES.test(name))).toHaveLength(DEPARTEMENTS_NA.length);
  }, 240_000);

  it.each([["23", 2.03, 46.1], ["19", 1.9, 45.35], ["33", -0.5, 44.85]] as const)("gives %s, wherever it goes, the table, the sentence and the figures of the whole graph", async (code, lon, lat) => {
    const { ask, asked } = await open();
    const en = (x: number, y: number): RunRequest => ({ ...at(x, y), perimetre: { territoire: { genre: "departement", code, nom: code }, niveau: "commune" } });
    let shown = value(await ask("executer", en(lon, lat))).output;
    const session = value(await ask("direct-ouvrir", { demande: en(lon, lat), id: AJOUT.id })).session ?? -1;
    for (const [x, y] of fc.sample(lieux(lon, lat), { numRuns: 14, seed: 20_261_205 })) {
      const changes = value(await ask("direct-deplacer", { session, id: AJOUT.id, lon: x, lat: y, mailles: true }));
      if (changes === null) throw new Error("the session is lost");
      shown = appliquer(shown, changes);
      const { table, views, summary, facts } = value(await entier("executer", en(x, y))).output;
      expect([shown.table, shown.views, shown.summary, shown.facts], `${x}, ${y}`).toEqual([table, views, summary, facts]);
    }
    expect(asked.filter((name) => TUILES.test(name)).length).toBeLessThan(12);
  }, 300_000);

  it("gives the whole region what a full run gives, its grid of cells too", async () => {
    const en = (lon: number, lat: number): RunRequest => ({ ...at(lon, lat), perimetre: { territoire: { genre: "region", code: "NA", nom: "Nouvelle-Aquitaine" }, niveau: "commune" } });
    let shown = value(await entier("executer", en(0.6, 45.3))).output;
    const session = value(await entier("direct-ouvrir", { demande: en(0.6, 45.3), id: AJOUT.id })).session ?? -1;
    shown = appliquer(shown, value(await entier("direct-deplacer", { session, id: AJOUT.id, lon: 0.9, lat: 44.9, mailles: true }))!);
    const { table, views, summary, facts } = value(await entier("executer", en(0.9, 44.9))).output;
    expect(views.map(({ mark }) => mark)).toContain("quadrillage");
    expect([shown.table, shown.views, shown.summary, shown.facts]).toEqual([table, views, summary, facts]);
  }, 120_000);

  it("gives them even where the only other site is far, and the one in hand goes there", async () => {
    const { ask } = await open();
    const pau = { ids: ["liste-1"], noms: ["Pau"], communes: [null], lon: Float64Array.of(-0.37), lat: Float64Array.of(43.3), capacite: Float64Array.of(Number.NaN) };
    const en = (lon: number, lat: number): RunRequest => ({
      ...TEMPS, sites: pau, perimetre: { territoire: { genre: "commune", code: "23096", nom: "Guéret" }, niveau: "commune" },
      selection: { ...SELECTION_PAR_DEFAUT, ajouts: [{ ...AJOUT, genre: "liste", lon, lat }] },
    });
    const session = value(await ask("direct-ouvrir", { demande: en(1.87, 46.17), id: AJOUT.id })).session ?? -1;
    let shown = value(await ask("executer", en(1.87, 46.17))).output;
    for (const [lon, lat] of [[-0.57, 44.84], [0.16, 45.65], [-0.37, 43.3], [9, 45]] as const) {
      shown = appliquer(shown, value(await ask("direct-deplacer", { session, id: AJOUT.id, lon, lat, mailles: true }))!);
      const { table, views, summary, facts } = value(await entier("executer", en(lon, lat))).output;
      expect([shown.table, shown.views, shown.summary, shown.facts], `${lon}, ${lat}`).toEqual([table, views, summary, facts]);
    }
  }, 120_000);

  it("opens every tile where there is no other site: it may be gone to from anywhere", async () => {
    const { ask, asked } = await open();
    const aucun = { ids: [], noms: [], communes: [], lon: new Float64Array(), lat: new Float64Array(), capacite: new Float64Array() };
    const seul = { ...at(1.87, 46.17), sites: aucun, selection: { ...SELECTION_PAR_DEFAUT, ajouts: [{ ...AJOUT, genre: "liste" as const, lon: 1.87, lat: 46.17 }] } };
    value(await ask("direct-ouvrir", { demande: { ...seul, perimetre: { territoire: { genre: "commune", code: "23096", nom: "Guéret" }, niveau: "commune" } }, id: AJOUT.id }));
    expect(asked.filter((name) => TUILES.test(name))).toHaveLength(DEPARTEMENTS_NA.length);
  }, 120_000);

  it("opens no tile for a place that is in a closed one: nobody would go there", async () => {
    const { ask, asked } = await open();
    const gueret = { ...at(1.87, 46.17), perimetre: { territoire: { genre: "commune", code: "23096", nom: "Guéret" }, niveau: "commune" } } as const;
    const tuiles = (): number => asked.filter((name) => TUILES.test(name)).length;
    const session = value(await ask("direct-ouvrir", { demande: gueret, id: AJOUT.id })).session ?? -1;
    const before = tuiles();
    expect(value(await ask("direct-deplacer", { session, id: AJOUT.id, lon: -0.57, lat: 44.84, mailles: false }))).not.toBeNull();
    expect([before, tuiles()]).toEqual([1, 1]);
  }, 120_000);

  it("is over where the road of the site may be in a closed tile and somebody would go there", async () => {
    const { fetchBytes } = await servePackage();
    const loader = createLoader(BASE, fetchBytes, sha256);
    const real = comprendre(loader, ANALYSES, createOuvrir(loader, createReseaux(memoryGardes()), CLOCK));
    const douter: Comprendre = async (ask, job) => {
      const demande = await real(ask, job);
      return demande.ok ? success({ ...demande.value, doutes: () => Promise.resolve(success((lon: number) => lon > 1.5)) }) : demande;
    };
    const { ouvrir, deplacer } = directs(douter, CLOCK);
    const session = value(await ouvrir({ demande: at(AJOUT.lon, AJOUT.lat), id: AJOUT.id }, JOB)).session ?? -1;
    const vers = async (lon: number, lat: number) => value(await deplacer({ session, id: AJOUT.id, lon, lat, mailles: false }, JOB));
    expect([await vers(9, 45) === null, await vers(1.2, 46) === null, await vers(1.55, 45.9) === null, await vers(1.2, 46) === null]).toEqual([false, false, true, true]);
  }, 120_000);
});

describe("the road of a place", () => {
  it("may be in a closed tile near its edge and beyond, as far as roads are near; never with every tile open", async () => {
    const data = await Package.open(DATA, new Map());
    const communes = (await load("communes")).table;
    const seule = doutesDe(await data.reseau(["23"]), communes);
    // Guéret; between La Souterraine and Haute-Vienne; a place there; Bordeaux, where no open road is near.
    expect([[1.87, 46.17], [1.42, 46.23], [1.3, 46.1], [-0.57, 44.84]].map(([lon, lat]) => seule(lon!, lat!))).toEqual([false, true, true, false]);
    expect(doutesDe(await data.reseau(DEPARTEMENTS_NA), communes)(1.49, 46.24)).toBe(false);
  }, 120_000);
});
