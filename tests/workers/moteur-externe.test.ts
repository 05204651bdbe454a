import { afterEach, describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analyses/registry";
import { MOTEURS } from "../../src/domain/moteur";
import type { Output } from "../../src/analyses/analysis";
import { numberValues, textValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { createHandlers } from "../../src/workers/handlers/handlers";
import { createLoader } from "../../src/workers/loader";
import type { RunRequest, RunResult } from "../../src/workers/protocol";
import { createReseaux } from "../../src/workers/reseaux";
import { createTables } from "../../src/workers/tables";
import { type FauxMonde, fauxMonde, json, osrmTable, type Repondre, serve, type Serveur } from "./faux-moteurs";
import { memoryGardes, memoryTables } from "./gardes";
import { BASE, CLOCK, JOB, servePackage, sha256, TEMPS, value } from "./package";

const servers: Serveur[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** 2026-11-26, at noon. */
const NOON = Date.UTC(2026, 10, 26, 12);

interface Ouvert {
  readonly server: Serveur;
  readonly monde: FauxMonde;
  readonly comptes: string[];
  run(change?: Partial<RunRequest>): Promise<RunResult>;
  stop(): Promise<unknown>;
}

/** The worker's handlers on the package, with an OSRM on loopback that the user agreed to. */
async function open(repondre: Repondre): Promise<Ouvert> {
  const server = await serve(repondre);
  servers.push(server);
  const monde = fauxMonde(NOON);
  const { fetchBytes } = await servePackage();
  const handlers = createHandlers(createLoader(BASE, fetchBytes, sha256), ANALYSES, CLOCK, createReseaux(memoryGardes()), createTables(memoryTables()), monde);
  const comptes: string[] = [];
  const job = { ...JOB, progress: (_: number, compte?: { readonly fait: number; readonly total: number }) => void (compte !== undefined && comptes.push(`${compte.fait}/${compte.total}`)) };
  const moteur = { id: "osrm", adresse: server.adresse, cle: "", accord: { moteur: "osrm", origine: server.adresse } } as const;
  return {
    server,
    monde,
    comptes,
    run: async (change = {}) => value(await monde.drive(handlers.executer({ ...TEMPS, moteur, ...change }, job))),
    stop: () => handlers["arreter-moteur"]({}, JOB),
  };
}

const good: Repondre = (recue, response) => json(response, 200, osrmTable(recue));
const known = ({ table }: Output): number => [...numberValues(table, "minutes")].filter((minutes) => !Number.isNaN(minutes)).length;

describe("minutes of an outside engine", () => {
  it("are those it gave, from the 195 chefs-lieux, named in titles, headers, sentence, sources and rows", async () => {
    const { run, server, comptes } = await open(good);
    const { output } = await run();
    const hote = new URL(server.adresse).host;
    expect(known(output)).toBe(195);
    expect(comptes.at(-1)).toBe("195/195");
    expect(output.origine).toEqual({ kind: "moteur", nom: "OSRM", hote, date: "2026-11-26", repondus: 195, total: 195 });
    expect(output.views.map(({ title }) => title)).toEqual([`Minutes depuis le chef-lieu (OSRM, ${hote})`]);
    expect(output.table.columns.find(({ name }) => name === "minutes")?.label).toBe(`Minutes depuis le chef-lieu (OSRM, ${hote})`);
    expect(sentenceText(output.summary)).toMatch(new RegExp(`^Minutes depuis les chefs-lieux : OSRM, ${hote}\\. Haute-Vienne`));
    expect(output.sources.at(-1)).toMatchObject({ title: `Minutes : OSRM, ${hote}`, vintage: "2026-11-26", quality: "derive", note: expect.stringContaining("5 sites les plus proches à vol d'oiseau") as string });
    expect(new Set(textValues(output.table, "origine_minutes"))).toEqual(new Set([`OSRM, ${hote}, 2026-11-26`]));
    expect(output.issues).toEqual([]);
  });

  it("mixes no minute of the road nor of the cells into them", async () => {
    const { run } = await open(good);
    const { output } = await run();
    expect(output.table.columns.map(({ name }) => name)).toEqual(["code", "nom", "habitants", "minutes", "site", "limite_donnees", "origine_minutes"]);
    expect(output.sources.map(({ resource }) => resource)).not.toContain("graphe-hv50");
  });

  it("sends only the chefs-lieux and the five nearest sites of each", async () => {
    const { run, server } = await open(good);
    await run();
    const places = new Set(server.recues.flatMap(({ url }) => (new URL(url, "http://osrm").pathname.split("/").at(-1) ?? "").split(";")));
    expect(places.size).toBeLessThan(195 + 40);
    expect(server.recues.map(({ method, body }) => `${method}${body}`)).toEqual(server.recues.map(() => "GET"));
  });

  it("are not asked for again when only the sentence changes, nor for another level", async () => {
    const { run, server } = await open(good);
    await run();
    const asked = server.recues.length;
    await run({ params: { genres: ["msp"], seuil: 30 } });
    await run({ perimetre: { ...TEMPS.perimetre, niveau: "epci" } });
    expect(server.recues).toHaveLength(asked);
  });

  it("in part: the rest is « pas de donnée », counted, and asked for again the next time", async () => {
    const { run, server } = await open((recue, response, rang) => (rang === 1 ? json(response, 400, { code: "NoSegment", message: "Could not find" }) : good(recue, response, rang)));
    const { output } = await run();
    const missing = 195 - known(output);
    expect(missing).toBeGreaterThan(0);
    expect(issueText(output.issues[0]!)).toBe(`Résultat partiel : ${missing} chefs-lieux sur 195 sans réponse d'OSRM, montrés « pas de donnée ».`);
    expect(sentenceText(output.summary)).toContain(`(résultat partiel, ${known(output)} sur 195)`);
    expect(textValues(output.table, "origine_minutes").filter((text) => text === null)).toHaveLength(missing);
    const asked = server.recues.length;
    expect(known((await run()).output)).toBe(195);
    expect(server.recues.length).toBeGreaterThan(asked);
  });

  it("stopped by the user: what was answered is the result", async () => {
    let stop = (): Promise<unknown> => Promise.resolve();
    const opened = await open((recue, response, rang) => {
      good(recue, response, rang);
      if (rang === 0) void stop();
    });
    stop = opened.stop;
    const { output } = await opened.run({ params: { genres: ["pharmacie"], seuil: 20 } });
    expect(known(output)).toBeLessThan(195);
    expect(issueText(output.issues[0]!)).toContain("(demande arrêtée)");
  });

  it("not answered at all: refused with the reason", async () => {
    const { run } = await open((_, response) => json(response, 403, {}));
    await expect(run()).rejects.toThrow("moteur-cle");
  });

  it("are not asked for by an analysis that does not take them", async () => {
    const { run, server } = await open(good);
    const { output } = await run({ analyse: "couverture", params: {} });
    expect([server.recues, output.origine]).toEqual([[], { kind: "route" }]);
  });

  it.each([["isochrones", { genres: ["urgences"] }], ["parcours", { patient1: "87011" }]] as const)("are not asked for by %s, which drives on the graph", async (analyse, params) => {
    const { run, server } = await open(good);
    const { output } = await run({ analyse, params });
    expect([server.recues, output.summary.id, output.sources.some(({ resource }) => resource === "graphe-hv50")]).toEqual([[], analyse, true]);
  });

  it("are those of the engine even when an imported network is chosen", async () => {
    const { run } = await open(good);
    const { output } = await run({ reseau: { id: "importe", fichier: "creuse.osm.pbf" } });
    expect([output.origine?.kind, output.sources.map(({ resource }) => resource).includes("reseau-importe")]).toEqual(["moteur", false]);
  });

  it("without an engine in the request, nothing leaves", async () => {
    const { run, monde } = await open(good);
    await run({ moteur: null });
    expect(monde.departs).toEqual([]);
  });

  it("with the consent of another engine's origin, nothing leaves", async () => {
    const { run, server } = await open(good);
    const moteur = { id: "osrm", adresse: server.adresse, cle: "", accord: { moteur: "osrm", origine: MOTEURS.ign.adresse } } as const;
    await expect(run({ moteur })).rejects.toThrow("moteur-sans-accord");
    expect(server.recues).toEqual([]);
  });
});
