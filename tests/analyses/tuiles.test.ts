import { describe, expect, test } from "vitest";
import { Package } from "../../scripts/cli/package";
import type { Analysis, Inputs, Output, Reseau } from "../../src/analyses/analysis";
import { couverture } from "../../src/analyses/couverture/index";
import { EMPRISES, grapheDe } from "../../src/analyses/shared/graphe";
import { parseTerritoire } from "../../src/analyses/shared/territoire";
import { tuilesDuCalcul } from "../../src/analyses/shared/tuiles";
import { type GenreSite, SELECTION_PAR_DEFAUT, type SiteList } from "../../src/domain/genre-site";
import { DEPARTEMENTS_NA, type Tuile } from "../../src/domain/perimetre";
import { type Cell, cellAt } from "../../src/domain/table";
import { runToEnd } from "../../src/geo/nearest-site";
import { DATA, load, must, siteList } from "./run";

const data = await Package.open(DATA, new Map());
const whole = await data.reseau(DEPARTEMENTS_NA);
const communes = (await load("communes")).table;
const territoires = (await load("territoires")).table;
const analyse = couverture as unknown as Analysis;

async function inputsOf(territoire: string, genre: GenreSite, sites: SiteList | null): Promise<Omit<Inputs, "reseau"> & { readonly params: Parameters<Analysis["compute"]>[1] }> {
  const params = must(analyse.parseParams({ genres: [genre], demande: "chef-lieu" }));
  const perimetre = { territoire: must(parseTerritoire(territoire, communes, territoires)), niveau: "commune" } as const;
  const read = await Promise.all(analyse.needs(params, perimetre, sites !== null).map(({ ressource }) => load(ressource)));
  return { donnees: Object.fromEntries(read.map((dataset) => [dataset.name, dataset])), perimetre, selection: SELECTION_PAR_DEFAUT, sites, params };
}

interface Opened {
  readonly output: Output;
  readonly tuiles: readonly Tuile[];
  /** What the whole graph gives. */
  readonly reference: Output;
}

/** Opens tiles as the command line does, from those given. */
async function open(territoire: string, genre: GenreSite, sites: SiteList | null = null, start?: readonly Tuile[]): Promise<Opened> {
  const { params, ...rest } = await inputsOf(territoire, genre, sites);
  const run = (reseau: Reseau): Output => runToEnd(analyse.compute({ ...rest, reseau }, params));
  let reseau = await data.reseau(start ?? grapheDe(rest.perimetre.territoire, communes, sites, "proche"));
  for (;;) {
    const more = runToEnd(tuilesDuCalcul({ ...rest, reseau }, communes, analyse.destinations({ ...rest, reseau }, params)));
    if (more.length === 0) return { output: run(reseau), tuiles: reseau.tuilage?.tuiles ?? [], reference: run(whole) };
    reseau = await data.reseau([...(reseau.tuilage?.tuiles ?? []), ...more]);
  }
}

const cells = ({ table }: Output): readonly (readonly Cell[])[] => table.columns.map((column) => Array.from({ length: table.length }, (_, row) => cellAt(column, row)));

function expectSame({ output, reference }: Opened): void {
  expect(cells(output)).toEqual(cells(reference));
  expect(output.facts).toEqual(reference.facts);
  expect(output.issues).toEqual(reference.issues);
}

describe("the tiles a territory opens", () => {
  test.each([
    ["16", "msp"], ["17", "smur"], ["19", "urgences"], ["23", "hopital"], ["24", "centre-sante-dentaire"], ["33", "centre-sante-medecin"],
    ["40", "laboratoire"], ["47", "ehpad"], ["64", "centre-sante-infirmier"], ["79", "smur-mcs"], ["86", "medecin"], ["200067106", "pharmacie"], ["33063", "msp"],
  ] as const)("give %s, towards %s, what the whole graph gives", async (territoire, genre) => {
    expectSame(await open(territoire, genre));
  });

  test("grow from one alone until nothing nearer can be missing", async () => {
    const opened = await open("23", "urgences", null, ["23"]);
    expect(opened.tuiles.length).toBeGreaterThan(1);
    expect(opened.tuiles.length).toBeLessThan(DEPARTEMENTS_NA.length);
    expectSame(opened);
  });

  test("grow as far as the only sites there are", async () => {
    const opened = await open("64", "stage", siteList([[1.26, 45.83]]), ["64"]);
    expect(opened.tuiles).toContain("87");
    expectSame(opened);
  });

  test("hold the user's own sites, however far", async () => {
    const opened = await open("23", "msp", siteList([[-1.47, 43.49]]));
    expect(opened.tuiles).toContain("64");
    expectSame(opened);
  });

  test("are none when the graph came whole", async () => {
    const { params, ...rest } = await inputsOf("23", "msp", null);
    const inputs = { ...rest, reseau: whole };
    expect(runToEnd(tuilesDuCalcul(inputs, communes, analyse.destinations(inputs, params)))).toEqual([]);
  });

  test("name themselves among the sources, once", async () => {
    const { output } = await open("23", "hopital");
    expect(output.sources.filter(({ resource }) => resource.startsWith("graphe")).map(({ title }) => title)).toEqual(["Graphe routier de Nouvelle-Aquitaine, tuiles 19, 23, 86, 87"]);
  });
});

describe("the boxes known before any file is read", () => {
  test.each([["hv50", "hv50"], ["na", DEPARTEMENTS_NA]] as const)("%s", async (name, graphe) => {
    const [west, south, east, north] = (await data.reseau(graphe)).network.graph.bbox;
    const box = EMPRISES[name];
    // What the box holds, the graph holds; the roads that leave the small one end a little outside.
    const margins = [box.west - west, box.south - south, east - box.east, north - box.north];
    expect(margins.every((margin) => margin >= 0 && margin < 0.03)).toBe(true);
  });
});
