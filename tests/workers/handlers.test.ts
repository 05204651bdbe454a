import { beforeAll, describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analyses/registry";
import { COUCHES, type CoucheId } from "../../src/domain/couche";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import type { Outcome } from "../../src/domain/outcome";
import { indexBy, numberValues } from "../../src/domain/table";
import { createHandlers } from "../../src/workers/handlers/handlers";
import { createLoader } from "../../src/workers/loader";
import type { Answer, Ask, RequestName, RunRequest } from "../../src/workers/protocol";
import type { Handler, Handlers, Job } from "../../src/workers/server";
import { BASE, servePackage, sha256 } from "./package";

const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, transfer: () => undefined };
const CLOCK = { now: () => 0, pause: () => Promise.resolve() };

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

type Ask1 = <N extends RequestName>(name: N, ask: Ask<N>) => Promise<Outcome<Answer<N>>>;

function asker(handlers: Handlers): Ask1 {
  return <N extends RequestName>(name: N, ask: Ask<N>) => (handlers[name] as Handler<N>)(ask, JOB);
}

async function open(change?: Parameters<typeof servePackage>[0]): Promise<{ readonly ask: Ask1; readonly asked: string[] }> {
  const { fetchBytes, asked } = await servePackage(change);
  return { ask: asker(createHandlers(createLoader(BASE, fetchBytes, sha256), ANALYSES, CLOCK)), asked };
}

const TEMPS: RunRequest = {
  analyse: "temps-acces",
  params: { genres: ["msp"], seuil: 20 },
  perimetre: { territoire: { genre: "departement", code: "87", nom: "Haute-Vienne" }, niveau: "commune" },
  selection: SELECTION_PAR_DEFAUT,
  sites: null,
};

describe("handlers on the committed package", () => {
  let ask: Ask1;
  let asked: string[];
  beforeAll(async () => ({ ask, asked } = await open()));

  it("loads Haute-Vienne from its own parts only", async () => {
    const charge = value(await ask("charger-territoire", { territoire: "87" }));
    expect(charge.communes.length).toBe(195);
    expect(charge.contours.commune.features).toHaveLength(195);
    expect(charge.contours.region.features).toHaveLength(1);
    expect(asked.filter((name) => name.includes("reste"))).toEqual([]);
  });

  it("names every outline of every level", async () => {
    const { contours } = value(await ask("charger-territoire", { territoire: "87" }));
    const unnamed = Object.values(contours).flatMap(({ features }) => features.filter(({ properties }) => properties?.["nom"] === properties?.["code"]));
    expect(unnamed).toEqual([]);
  });

  it("refuses an unknown territory with the nearest ones", async () => {
    const outcome = await ask("charger-territoire", { territoire: "Limoge" });
    expect(outcome.issues).toMatchObject([{ code: "territoire-inconnu", params: { proches: expect.stringContaining("Limoges (87085)") as string } }]);
  });

  it.each(COUCHES.filter((couche) => couche !== "stages" && couche !== "zonage").map((couche) => [couche] as const))("reads the layer %s", async (couche: CoucheId) => {
    const chargee = value(await ask("charger-couche", { couche, territoire: "87", corrections: true }));
    expect(chargee.features.features.length).toBeGreaterThan(0);
    expect(chargee.sources.length).toBeGreaterThan(0);
  });

  it("counts in the legend the sites inside the territory: 10 MSP of FINESS and those of the corrections", async () => {
    const { count, features } = value(await ask("charger-couche", { couche: "msp", territoire: "87", corrections: true }));
    const corrections = features.features.filter(({ properties }) => String(properties?.["id"]).startsWith("correction-")).length;
    expect(count - corrections).toBe(10);
  });

  it("gives the same result object for the same question", async () => {
    const first = value(await ask("executer", TEMPS));
    const second = value(await ask("executer", { ...TEMPS, params: { seuil: 20, genres: ["msp"] } }));
    expect(second).toBe(first);
  });

  it("gives another key to other parameters", async () => {
    const first = value(await ask("executer", TEMPS));
    const other = value(await ask("executer", { ...TEMPS, params: { genres: ["msp"], seuil: 30 } }));
    expect(other.key).not.toBe(first.key);
  });

  it("gives no minutes, and says why, where no graph is loaded", async () => {
    const perimetre = { territoire: { genre: "departement", code: "33", nom: "Gironde" }, niveau: "commune" } as const;
    const { output } = value(await ask("executer", { ...TEMPS, perimetre }));
    expect([...numberValues(output.table, "minutes")].every(Number.isNaN)).toBe(true);
    expect(output.issues.map(({ code }) => code)).toContain("graphe-non-charge");
  });

  it.each([["saint yrieix", "87187"], ["St-Yrieix", "87187"], ["87085", "87085"], ["BELLAC", "87011"]])("finds %s first", async (texte, code) => {
    const hits = value(await ask("chercher", { texte, territoire: "87" }));
    expect(hits[0]?.code).toBe(code);
  });

  it("gives the sheet of a commune the minutes of the analysis", async () => {
    const { output } = value(await ask("executer", TEMPS));
    const row = indexBy(output.table, "code").get("87011") ?? -1;
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "commune", code: "87011" }, territoire: "87" }));
    expect(fiche.faits.find(({ cle }) => cle === "minutes-msp")?.valeur).toBe(numberValues(output.table, "minutes")[row]);
  });

  it("compares a commune with its EPCI, its département and the region", async () => {
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "commune", code: "87011" }, territoire: "87" }));
    expect(fiche.faits.find(({ cle }) => cle === "medecins-densite")?.reperes?.map(({ nom }) => nom).slice(1)).toEqual(["Haute-Vienne", "Nouvelle-Aquitaine"]);
  });
});

describe("a damaged package", () => {
  it("names the file that is missing, and loads the rest", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("rivieres") ? null : bytes));
    const fond = value(await ask("charger-fond", { territoire: "87" }));
    expect(fond.issues).toMatchObject([{ code: "ressource-absente", params: { ressource: "rivieres" } }]);
    expect(fond.routes.features.length).toBeGreaterThan(0);
  });

  it("refuses a graph that is cut short, with both sizes", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("graphe") ? bytes.subarray(0, 1000) : bytes));
    const outcome = await ask("executer", TEMPS);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues).toMatchObject([{ code: "ressource-illisible", params: { ressource: "graphe-hv50", raison: expect.stringContaining("1000 octets") as string } }]);
  });

  it("computes densities without the graph", async () => {
    const { ask } = await open((path, bytes) => (path.startsWith("graphe") ? null : bytes));
    const outcome = await ask("executer", { ...TEMPS, analyse: "densite", params: {} });
    expect(outcome.ok).toBe(true);
  });

  it("asks again for a file that failed once", async () => {
    let down = true;
    const { ask } = await open((path, bytes) => (down && path.startsWith("contours-87") ? null : bytes));
    expect((await ask("charger-territoire", { territoire: "87" })).ok).toBe(false);
    down = false;
    expect((await ask("charger-territoire", { territoire: "87" })).ok).toBe(true);
  });
});
