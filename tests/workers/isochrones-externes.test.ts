import type { FeatureCollection } from "geojson";
import { afterEach, describe, expect, it } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { ANALYSES } from "../../src/analyses/registry";
import { ID_LISTE } from "../../src/domain/genre-site";
import type { MoteurId } from "../../src/domain/moteur";
import { findColumn, numberValues, textValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { createHandlers } from "../../src/workers/handlers/handlers";
import { createLoader } from "../../src/workers/loader";
import type { RunRequest, RunResult } from "../../src/workers/protocol";
import { createReseaux } from "../../src/workers/reseaux";
import { createTables } from "../../src/workers/tables";
import { load } from "../analyses/run";
import { carre, fauxMonde, type FauxMonde, ignIsochrone, json, orsIsochrones, type Recue, type Repondre, serve, type Serveur, valhallaIsochrone } from "./faux-moteurs";
import { memoryGardes, memoryTables } from "./gardes";
import { BASE, CLOCK, JOB, servePackage, sha256, TEMPS, value } from "./package";

const servers: Serveur[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const NOON = Date.UTC(2026, 10, 26, 12);
const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");

/** Two sites of the user's: Limoges and Bellac. */
const SITES = {
  ids: [`${ID_LISTE}2`, `${ID_LISTE}3`],
  noms: ["Limoges", "Bellac"],
  communes: [null, null],
  lon: Float64Array.of(1.26, 1.05),
  lat: Float64Array.of(45.83, 46.12),
  capacite: new Float64Array(2).fill(Number.NaN),
};
const ISOCHRONES: RunRequest = { ...TEMPS, analyse: "isochrones", params: { limites: ["10", "20", "30"] }, sites: SITES };

interface Ouvert {
  readonly server: Serveur;
  readonly monde: FauxMonde;
  readonly comptes: string[];
  run(change?: Partial<RunRequest>): Promise<RunResult>;
  stop(): Promise<unknown>;
}

/** The worker's handlers on the package, with an engine on loopback that the user agreed to. */
async function open(id: MoteurId, repondre: Repondre): Promise<Ouvert> {
  const server = await serve(repondre);
  servers.push(server);
  const monde = fauxMonde(NOON);
  const { fetchBytes } = await servePackage();
  const handlers = createHandlers(createLoader(BASE, fetchBytes, sha256), ANALYSES, CLOCK, createReseaux(memoryGardes()), createTables(memoryTables()), monde);
  const comptes: string[] = [];
  const job = { ...JOB, progress: (_: number, compte?: { readonly fait: number; readonly total: number }) => void (compte !== undefined && comptes.push(`${compte.fait}/${compte.total}`)) };
  const moteur = { id, adresse: server.adresse, cle: "", accord: { moteur: id, origine: server.adresse } } as const;
  return {
    server,
    monde,
    comptes,
    run: async (change = {}) => value(await monde.drive(handlers.executer({ ...ISOCHRONES, moteur, ...change }, job))),
    stop: () => handlers["arreter-moteur"]({}, JOB),
  };
}

const FAUX: Readonly<Partial<Record<MoteurId, (recue: Recue) => unknown>>> = { ign: ignIsochrone, valhalla: valhallaIsochrone, openrouteservice: orsIsochrones };
const good = (id: MoteurId): Repondre => (recue, response) => json(response, 200, FAUX[id]?.(recue));

const said = ({ issues }: Output): string => plain(issues.map(issueText).join(" "));
const contours = ({ views }: Output): FeatureCollection | null => {
  const geometry = views.find(({ id }) => id === "zones-moteur")?.geometry;
  return geometry?.kind === "polygones" ? geometry.features : null;
};
/** Rows of the table drawn by whom. */
const rows = (output: Output, start: string): readonly number[] => textValues(output.table, "code").flatMap((code, row) => (code?.startsWith(start) === true ? [row] : []));
const figures = (output: Output, start: string, column: string): readonly number[] => rows(output, start).map((row) => numberValues(output.table, column)[row] ?? Number.NaN);

/** Zones, figures and sentence of ours, as they are without any engine. */
function ours(output: Output): unknown {
  const drawn = output.views.slice(0, 2).map(({ table, geometry, scale }) => [table, geometry, scale]);
  return [plain(sentenceText(output.summary)), output.facts, drawn, figures(output, "min-", "habitants"), figures(output, "min-", "communes")];
}

describe("isochrones of an outside engine", () => {
  it.each([["ign", 6], ["valhalla", 2], ["openrouteservice", 2]] as const)("%s: beside ours, in as few requests as it takes", async (id, requests) => {
    const { run, server, comptes } = await open(id, good(id));
    const [local, { output }] = [await run({ moteur: null }), await run()];
    expect(server.recues).toHaveLength(requests);
    expect([comptes[0], comptes.at(-1)]).toEqual(["0/2", "2/2"]);
    expect(ours(output)).toEqual(ours(local.output));
    expect([rows(output, "min-").length, rows(output, "moteur-").length, output.issues]).toEqual([3, 3, local.output.issues]);
    // The widest is drawn first.
    expect(contours(output)?.features.map(({ properties }) => properties?.["code"])).toEqual(["moteur-30", "moteur-20", "moteur-10"]);
  });

  it("count the inhabitants and communes whose place is in its zones, as one would by hand", async () => {
    const { run } = await open("valhalla", good("valhalla"));
    const { output } = await run();
    const { table: communes } = await load("communes");
    const [lon, lat, codes] = [numberValues(communes, "lon"), numberValues(communes, "lat"), textValues(communes, "code")];
    const expected = [10, 20, 30].map((minutes) => codes.filter((code, i) => code?.startsWith("87") === true && [[1.26, 45.83], [1.05, 46.12]].some(([x = 0, y = 0]) => Math.max(Math.abs(lon[i]! - x), Math.abs(lat[i]! - y)) <= 0.012 * minutes)).length);
    expect(figures(output, "moteur-", "communes")).toEqual(expected);
    const [inhabitants, both] = [figures(output, "moteur-", "habitants"), figures(output, "moteur-", "habitants_communs")];
    inhabitants.forEach((people, i) => expect(people).toBeGreaterThan(inhabitants[i - 1] ?? 0));
    both.forEach((people, i) => expect(people).toBeLessThanOrEqual(Math.min(inhabitants[i]!, figures(output, "min-", "habitants")[i]!)));
    expect(figures(output, "min-", "habitants_communs")).toEqual(both);
  });

  it("that hold the whole territory hold all its inhabitants, and none of them when they are elsewhere", async () => {
    const all = { type: "Polygon", coordinates: [[[0, 45], [3, 45], [3, 47], [0, 47], [0, 45]]] };
    const away = { type: "Polygon", coordinates: [[[4, 45], [5, 45], [5, 46], [4, 46], [4, 45]]] };
    const { run } = await open("ign", ({ url }, response) => json(response, 200, { geometry: url.includes("costValue=30") ? all : away }));
    const { output } = await run({ params: { limites: ["10", "30"] } });
    expect(figures(output, "moteur-", "communes")).toEqual([0, 195]);
    const [none, everybody] = figures(output, "moteur-", "habitants");
    expect([none, Math.round((everybody ?? 0) - Number(output.facts["habitants"]))]).toEqual([0, 0]);
  });

  it("of several sites are one zone a limit", async () => {
    const { run } = await open("valhalla", good("valhalla"));
    const { output } = await run();
    const parts = contours(output)?.features.map(({ geometry }) => (geometry.type === "MultiPolygon" ? geometry.coordinates.length : 0));
    // At 30 min the squares of Limoges and Bellac overlap; at 10 they are apart.
    expect([parts?.[0], parts?.[2]]).toEqual([1, 2]);
  });

  it("of one site are the very polygon it answered", async () => {
    const { run } = await open("ign", good("ign"));
    const { output } = await run({ params: { limites: ["30"], site: `${ID_LISTE}3` } });
    expect(contours(output)?.features[0]?.geometry).toEqual({ type: "MultiPolygon", coordinates: [carre([1.05, 46.12], 30).coordinates] });
  });

  it("are named: title, rows, sentence, source with its date, derived", async () => {
    const { run, server } = await open("ign", good("ign"));
    const { output } = await run();
    const hote = new URL(server.adresse).host;
    expect(output.views.at(-1)).toMatchObject({ id: "zones-moteur", title: `Contours : IGN Géoplateforme, ${hote}`, mark: "contour", quality: "derive" });
    expect(new Set(textValues(output.table, "origine_minutes"))).toEqual(new Set(["Maillage, réseau routier", `IGN Géoplateforme, ${hote}, 2026-11-26`]));
    expect(plain((output.details ?? []).map(sentenceText).join(" "))).toMatch(new RegExp(`^La même question à IGN Géoplateforme, ${hote}, le 26 novembre 2026, autour de 2 sites : [\\d ]+ habitants \\([\\d,]+ %\\) et \\d+ communes sur 195 sont dans sa zone de 30 min ; [\\d ]+ habitants sont dans sa zone et dans la nôtre\\.$`));
    expect(output.sources.at(-1)).toMatchObject({ title: `Isochrones : IGN Géoplateforme, ${hote}`, vintage: "2026-11-26", quality: "derive" });
    // Ours stay those of the road graph.
    expect([output.origine, output.sources.some(({ resource }) => resource === "graphe-hv50")]).toEqual([undefined, true]);
  });

  it("are asked the same way round", async () => {
    const { run, server } = await open("ign", good("ign"));
    await run({ params: { limites: ["10"], direction: "vers" } });
    await run({ params: { limites: ["10"], direction: "depuis" } });
    expect(server.recues.map(({ url }) => /direction=(\w+)/.exec(url)?.[1])).toEqual(["arrival", "arrival", "departure", "departure"]);
  });

  it("send the sites near the territory, and nothing of the communes", async () => {
    const { run, server } = await open("valhalla", good("valhalla"));
    await run({ sites: null, params: { genres: ["urgences"], limites: ["30"] } });
    const places = server.recues.map(({ body }) => (JSON.parse(body) as { locations: readonly { lon: number; lat: number }[] }).locations).flat();
    expect(places.length).toBeGreaterThan(3);
    // 50 km as the crow flies around the département at most.
    expect(places.every(({ lon, lat }) => lon > 0 && lon < 2.6 && lat > 44.9 && lat < 46.9)).toBe(true);
  });

  it("are not asked again for what was answered, whatever else changes", async () => {
    const { run, server } = await open("valhalla", good("valhalla"));
    await run();
    await run({ params: { limites: ["10", "30"] } });
    await run({ perimetre: { ...TEMPS.perimetre, niveau: "epci" } });
    expect(server.recues).toHaveLength(2);
    await run({ params: { limites: ["10", "15"] } });
    expect(server.recues.slice(2).map(({ body }) => (JSON.parse(body) as { contours: unknown }).contours)).toEqual([[{ time: 15 }], [{ time: 15 }]]);
  });
});

describe("an engine in trouble leaves our isochrones as they are", () => {
  const troubles: readonly (readonly [string, MoteurId, Repondre, RegExp])[] = [
    ["a refusal", "valhalla", (_, response) => json(response, 400, { error_code: 171, error: "No suitable edges near location" }), /Valhalla refuse la demande \(400, « 171 : No suitable edges near location »\)/],
    ["a key refused", "openrouteservice", (_, response) => json(response, 403, { error: "Access to this API has been disallowed" }), /openrouteservice refuse l'accès/],
    ["429 for an hour", "ign", (_, response) => json(response, 429, {}, { "Retry-After": "3600" }), /trop de requêtes, 429/],
    ["broken JSON", "valhalla", (_, response) => void response.end('{"type":"FeatureCollection","features":[{'), /La réponse de Valhalla est illisible/],
    ["no polygon", "ign", (_, response) => json(response, 200, { geometry: { type: "Polygon", coordinates: [[["a", "b"]]] } }), /La réponse d'IGN Géoplateforme est illisible/],
    ["500 for ever", "ign", (_, response) => json(response, 500, {}), /est en panne \(erreur 500\)/],
  ];

  it.each(troubles)("%s", async (_, id, repondre, text) => {
    const { run } = await open(id, repondre);
    const [local, { output }] = [await run({ moteur: null }), await run()];
    expect(ours(output)).toEqual(ours(local.output));
    expect([contours(output), findColumn(output.table, "origine_minutes"), output.details]).toEqual([null, undefined, undefined]);
    expect(said(output)).toMatch(text);
    expect(said(output)).toContain("n'a tracé aucune zone : seules celles de Maillage sont affichées.");
    expect(output.issues.every(({ severity }) => severity !== "erreur")).toBe(true);
  });

  it("slow: given up after 30 s", async () => {
    const { run, monde } = await open("valhalla", () => undefined);
    monde.patient = true;
    expect(said((await run()).output)).toContain("Valhalla n'a pas répondu en 30 secondes");
  });

  it("one that gives no isochrones says so, and is sent nothing", async () => {
    const { run, server } = await open("osrm", (_, response) => json(response, 200, {}));
    const { output } = await run();
    expect([server.recues, said(output)]).toEqual([[], expect.stringContaining("OSRM ne trace pas d'isochrones : rien ne lui a été envoyé")]);
  });

  it("with the consent of another origin, nothing leaves", async () => {
    const { run, server, monde } = await open("ign", good("ign"));
    const { output } = await run({ moteur: { id: "ign", adresse: server.adresse, cle: "", accord: { moteur: "ign", origine: "https://data.geopf.fr" } } });
    expect([server.recues, monde.departs, said(output)]).toEqual([[], [], expect.stringContaining("votre accord ne porte pas sur cette adresse")]);
  });

  it("too many requests are refused before anything leaves", async () => {
    const { run, server } = await open("openrouteservice", good("openrouteservice"));
    const { output } = await run({ sites: null, params: { genres: ["pharmacie"], limites: ["30"] } });
    expect(server.recues).toEqual([]);
    expect(said(output)).toMatch(/Il faudrait \d+ requêtes à openrouteservice, 100 au plus en une fois/);
  });
});

describe("a part of the answers", () => {
  /** The longest limit of the second site is refused until `mended`. */
  function halting(state: { mended: boolean }): Repondre {
    return (recue, response) => (!state.mended && /1\.05,46\.12.+costValue=30/.test(recue.url) ? json(response, 400, { error: { errorType: "badRequest", message: "non" } }) : json(response, 200, ignIsochrone(recue)));
  }

  it("is kept and counted, a site counting with all its limits only; the rest is asked again the next time", async () => {
    const state = { mended: false };
    const { run, server } = await open("ign", halting(state));
    const { output } = await run();
    expect(said(output)).toMatch(/Zones partielles : 1 site sur 2 sans réponse d'IGN Géoplateforme\. Ses zones et leurs chiffres ne portent que sur celui qui a répondu ; recalculez/);
    expect(contours(output)?.features.map(({ geometry }) => (geometry.type === "MultiPolygon" ? geometry.coordinates : null))).toEqual([30, 20, 10].map((minutes) => [carre([1.26, 45.83], minutes).coordinates]));
    const asked = server.recues.length;
    state.mended = true;
    const again = await run();
    expect(said(again.output)).not.toContain("partielles");
    // What was answered of that site is not asked for again.
    expect(server.recues.slice(asked).map(({ url }) => /point=([\d.,]+).+costValue=(\d+)/.exec(url)?.slice(1))).toEqual([["1.05,46.12", "30"]]);
  });

  it("when the user stops: what was answered stays", async () => {
    let stop = (): Promise<unknown> => Promise.resolve();
    const opened = await open("ign", (recue, response, rang) => {
      json(response, 200, ignIsochrone(recue));
      if (rang === 3) void stop();
    });
    stop = opened.stop;
    const { output } = await opened.run();
    expect(opened.server.recues.length).toBeLessThan(6);
    expect(said(output)).toContain("sans réponse d'IGN Géoplateforme (demande arrêtée)");
    expect(contours(output)).not.toBeNull();
  });

  it("5 isochrones a second to the Géoplateforme at most", async () => {
    const { run, monde } = await open("ign", good("ign"));
    await run({ sites: null, params: { genres: ["urgences"], limites: ["15", "30"] } });
    const { departs } = monde;
    expect(departs.length).toBeGreaterThan(10);
    expect(Math.max(...departs.map((from) => departs.filter((at) => at >= from && at < from + 1000).length))).toBeLessThanOrEqual(5);
  });
});
