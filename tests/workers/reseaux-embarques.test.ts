import { describe, expect, it } from "vitest";
import { ANALYSES, findAnalysis } from "../../src/analyses/registry";
import { numberValues } from "../../src/domain/table";
import { createLoader } from "../../src/workers/loader";
import { BASE, type Change, open, servePackage, sha256, TEMPS, value } from "./package";

async function loader(change?: Change) {
  const { fetchBytes, asked } = await servePackage(change);
  return { asked, load: createLoader(BASE, fetchBytes, sha256) };
}

const tuiles = (asked: readonly string[]): readonly string[] => asked.filter((name) => /^graphe-\d/.test(name));
const creuse = { ...TEMPS, perimetre: { territoire: { genre: "departement", code: "23", nom: "Creuse" }, niveau: "commune" } } as const;
const gironde = { ...TEMPS, perimetre: { territoire: { genre: "departement", code: "33", nom: "Gironde" }, niveau: "commune" } } as const;
const without = (name: string): Change => (path, bytes) => (path.startsWith(name) ? null : bytes);

describe("the networks of the worker", () => {
  it("open no tile for Haute-Vienne", async () => {
    const { asked, load } = await loader();
    expect(value(await load.reseau("hv50")).tuilage).toBeNull();
    expect(tuiles(asked)).toEqual([]);
  });

  it("open the tiles asked for, and only those", async () => {
    const { asked, load } = await loader();
    expect(value(await load.reseau(["23", "19"])).tuilage?.tuiles).toEqual(["19", "23"]);
    expect(tuiles(asked).toSorted()).toEqual(["graphe-19.bin.gz", "graphe-23.bin.gz"]);
  });

  it("grow, and fetch no tile twice", async () => {
    const { asked, load } = await loader();
    await load.reseau(["23"]);
    expect(value(await load.reseau(["87"])).tuilage?.tuiles).toEqual(["23", "87"]);
    expect(tuiles(asked)).toEqual(["graphe-23.bin.gz", "graphe-87.bin.gz"]);
  });

  it("give again the network that holds what is asked", async () => {
    const { load } = await loader();
    const first = value(await load.reseau(["23", "87"]));
    expect(value(await load.reseau(["23"]))).toBe(first);
  });

  it("stitch once for two requests at once", async () => {
    const { load } = await loader();
    const [first, second] = await Promise.all([load.reseau(["23"]), load.reseau(["23"])]);
    expect(value(first)).toBe(value(second));
  });

  it("say how far they are, never backwards", async () => {
    const { load } = await loader();
    const parts: number[] = [];
    await load.reseau(["23", "87"], (part) => parts.push(part));
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect([parts.length, parts.every((part) => part > 0 && part < 1)]).toEqual([4, true]);
  });

  it("try again for a tile that failed once", async () => {
    let down = true;
    const { load } = await loader((path, bytes) => (down && path.startsWith("graphe-23") ? null : bytes));
    expect((await load.reseau(["23"])).ok).toBe(false);
    down = false;
    expect((await load.reseau(["23"])).ok).toBe(true);
  });
});

describe("minutes outside Haute-Vienne", () => {
  it("are given to every commune, from some of the tiles", async () => {
    const { ask, asked } = await open();
    const { output } = value(await ask("executer", creuse));
    expect(numberValues(output.table, "minutes").every((minutes) => minutes > 0 && minutes < 60)).toBe(true);
    expect(output.issues.map(({ code }) => code)).not.toContain("graphe-non-charge");
    expect(tuiles(asked).length).toBeLessThan(12);
  });

  it("are the same in the sheet of a commune, whatever tiles are open", async () => {
    const { ask } = await open();
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "commune", code: "23096" }, territoire: "87" }));
    const { output } = value(await ask("executer", creuse));
    const codes = output.table.columns[0]?.values as readonly string[];
    expect(fiche.faits.find(({ cle }) => cle === "minutes-msp")?.valeur).toBe(numberValues(output.table, "minutes")[codes.indexOf("23096")]);
  });

  it("are an estimate that names the one tile that is missing, and by road elsewhere", async () => {
    const { ask } = await open(without("graphe-33"));
    const { output } = value(await ask("executer", gironde));
    expect(output.origine?.kind).toBe("estimation");
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "ressource-absente", severity: "avertissement", params: { ressource: "graphe-33" } }));
    expect(value(await ask("executer", creuse)).output.origine?.kind).toBe("route");
    expect(value(await ask("executer", TEMPS)).output.origine?.kind).toBe("route");
  });

  it("are an estimate that names a tile that is cut short", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("graphe-33") ? bytes.subarray(0, 1000) : bytes));
    const { output } = value(await ask("executer", gironde));
    expect(output.origine?.kind).toBe("estimation");
    expect(output.issues).toContainEqual(expect.objectContaining({ code: "ressource-illisible", where: { file: "graphe-33.bin.gz" } }));
  });

  // Tiles are opened before an analysis runs: an analysis that reads less than that opening does must run all the same.
  it.each(ANALYSES.map(({ id }) => id))("let every analysis run: %s", async (analyse) => {
    const { ask, asked } = await open();
    const { output } = value(await ask("executer", { ...creuse, analyse, params: {} }));
    expect(output.table.length).toBeGreaterThan(0);
    expect(output.issues.filter(({ severity }) => severity === "erreur")).toEqual([]);
    const { graphe } = (await findAnalysis(analyse)?.open()) ?? {};
    expect(tuiles(asked).length === 12).toBe(graphe !== "proche");
  });

  it("leave the sheet without minutes when its tile is missing", async () => {
    const { ask } = await open(without("graphe-33"));
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "commune", code: "33063" }, territoire: "33" }));
    expect(fiche.faits.find(({ cle }) => cle === "minutes-msp")).toMatchObject({ valeur: null, note: "graphe-non-charge" });
  });
});
