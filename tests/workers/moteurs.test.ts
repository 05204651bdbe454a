import { afterEach, describe, expect, it } from "vitest";
import { MOTEURS, type MoteurId } from "../../src/domain/moteur";
import { ign } from "../../src/io/moteurs/ign";
import { ADAPTATEURS } from "../../src/io/moteurs/registry";
import { issueText } from "../../src/textes/issues";
import { collecter } from "../../src/workers/moteurs/collecter";
import { interroger, retryAfterMs } from "../../src/workers/moteurs/interroger";
import { createRythme } from "../../src/workers/moteurs/rythme";
import { attendues, type FauxMonde, fauxMonde, ignItineraire, json, matrice, osrmTable, type Repondre, serve, type Serveur } from "./faux-moteurs";

const servers: Serveur[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Essai {
  readonly id?: MoteurId;
  readonly origine?: string;
  readonly adresse?: string;
  readonly signal?: AbortSignal;
  readonly monde?: FauxMonde;
  readonly onProgress?: (fait: number, total: number) => void;
}

/** What an engine on loopback gives for a matrix. */
async function ask(repondre: Repondre, demande = matrice(12, 8, 3), essai: Essai = {}) {
  const server = await serve(repondre);
  servers.push(server);
  const { id = "osrm", adresse = server.adresse, origine = new URL(adresse).origin, signal = new AbortController().signal, monde = fauxMonde() } = essai;
  const moteur = ADAPTATEURS[id];
  const outils = { monde, rythme: createRythme(moteur.matrice.debit, monde), signal, acces: { adresse, cle: "" }, accord: { moteur: id, origine }, nom: MOTEURS[id].nom };
  const outcome = await monde.drive(collecter(moteur, demande, outils, essai.onProgress ?? (() => undefined)));
  return { outcome, server, monde, said: outcome.issues.map(issueText).join(" "), collecte: outcome.ok ? { ...outcome.value, said: outcome.value.issues.map(issueText) } : null };
}

const good: Repondre = (recue, response) => json(response, 200, osrmTable(recue));

describe("an engine that answers", () => {
  it("gives the nearest candidate of every origin, in few requests", async () => {
    const demande = matrice(195, 50, 5);
    const { collecte, server } = await ask(good, demande);
    attendues(demande).forEach((minutes, i) => expect(collecte?.minutes[i]).toBeCloseTo(minutes, 4));
    expect([collecte?.sansReponse, collecte?.issues]).toEqual([0, []]);
    expect(server.recues.length).toBeLessThan(10);
  });

  it("names the site that gives these minutes", async () => {
    const demande = matrice(12, 8, 3);
    const { collecte } = await ask(good, demande);
    // The first candidate stands under its origin, the others further along the line.
    expect([...(collecte?.site ?? [])].slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("one pair a request (IGN), the same minutes", async () => {
    const demande = matrice(12, 8, 3);
    const { collecte, server } = await ask((recue, response) => json(response, 200, ignItineraire(recue)), demande, { id: "ign" });
    attendues(demande).forEach((minutes, i) => expect(collecte?.minutes[i]).toBeCloseTo(minutes, 4));
    expect(server.recues).toHaveLength(36);
  });

  it("says how many origins are done", async () => {
    const seen: string[] = [];
    await ask(good, matrice(195, 50, 5), { onProgress: (fait, total) => void seen.push(`${fait} sur ${total}`) });
    expect([seen[0], seen.at(-1)]).toEqual(["0 sur 195", "195 sur 195"]);
  });

  it("is told nothing of who asks", async () => {
    const { server } = await ask(good);
    const { headers } = server.recues[0]!;
    expect([headers["cookie"], headers["referer"], headers["authorization"]]).toEqual([undefined, undefined, undefined]);
  });

  it("nulls: no way is « pas de donnée », counted, and the other candidates still count", async () => {
    const demande = matrice(6, 8, 2);
    const lost = demande.origines.lon[2]!;
    const { collecte } = await ask((recue, response) => json(response, 200, osrmTable(recue, ([lon], [to]) => Math.abs(lon - lost) > 1e-9 && to > 1.0005)), demande);
    expect(collecte?.minutes[2]).toBeNaN();
    expect(collecte?.site[2]).toBe(-1);
    // The first candidate of the first origin has no way: the second one is the nearest.
    expect(collecte?.site[0]).toBe(1);
    expect(collecte?.said).toEqual(["OSRM ne trouve aucun chemin depuis 1 chef-lieu : « pas de donnée »."]);
  });
});

describe("consent", () => {
  it("without it for this very origin, nothing leaves", async () => {
    const { server, said, monde } = await ask(good, undefined, { origine: "https://data.geopf.fr" });
    expect([server.recues, monde.departs]).toEqual([[], []]);
    expect(said).toMatch(/^Rien n'a été envoyé à OSRM \(127\.0\.0\.1:\d+\) : votre accord ne porte pas/);
  });

  it("a redirection is not followed: it was not agreed to", async () => {
    const other = await serve(good);
    servers.push(other);
    const { said } = await ask(({ url }, response) => void response.writeHead(302, { Location: `${other.adresse}${url}` }).end());
    expect(other.recues).toEqual([]);
    expect(said).toMatch(/^OSRM ne répond pas/);
  });

  it("a computation too big is refused before anything leaves", async () => {
    const { server, said } = await ask(good, matrice(1500, 50, 5), { id: "ign" });
    expect(server.recues).toEqual([]);
    expect(said).toMatch(/Il faudrait 7\s500 requêtes à IGN Géoplateforme, 3\s000 au plus/);
  });
});

describe("an engine in trouble", () => {
  it("slow: given up after 30 s, asked again three times, then told", async () => {
    const monde = Object.assign(fauxMonde(), { patient: true });
    const { said, server } = await ask(() => undefined, matrice(2, 2, 1), { monde });
    expect(said).toBe("OSRM n'a pas répondu en 30 secondes. Réessayez, ou revenez au calcul local.");
    expect(server.recues).toHaveLength(4);
    expect(monde.now() - 1_000_000).toBeGreaterThanOrEqual(120_000);
  });

  it("slow once, then well: the answer is used", async () => {
    const monde = Object.assign(fauxMonde(), { patient: true });
    const { collecte } = await ask((recue, response, rang) => {
      if (rang === 0) return;
      monde.patient = false;
      json(response, 200, osrmTable(recue));
    }, matrice(2, 2, 1), { monde });
    expect(collecte?.sansReponse).toBe(0);
  });

  it("429, then 200: waits as long as Retry-After says, and nothing leaves meanwhile", async () => {
    const { collecte, monde } = await ask((recue, response, rang) => (rang === 0 ? json(response, 429, {}, { "Retry-After": "7" }) : json(response, 200, ignItineraire(recue))), undefined, { id: "ign" });
    expect(collecte?.sansReponse).toBe(0);
    // Those that were waiting for their turn wait too.
    expect(monde.departs.filter((at) => at < 1_007_000)).toEqual([1_000_000]);
    expect(monde.departs).toHaveLength(37);
  });

  it("429 without Retry-After: 1, 2, then 4 s, then told", async () => {
    const { said, monde } = await ask((_, response) => json(response, 429, { error: "Rate limit exceeded" }), matrice(2, 2, 1));
    expect(said).toMatch(/trop de requêtes, 429/);
    expect(monde.departs.map((at) => at - 1_000_000)).toEqual([0, 1000, 3000, 7000]);
  });

  it("429 for an hour: told at once, the rest is not asked", async () => {
    const { said, server, monde } = await ask((_, response) => json(response, 429, {}, { "Retry-After": "3600" }), undefined, { id: "ign" });
    expect(said).toMatch(/Réessayez plus tard/);
    expect(server.recues.length).toBeLessThanOrEqual(4);
    expect(monde.now()).toBeLessThan(1_010_000);
  });

  it.each([["7", 7000], ["0", 0], ["Thu, 01 Jan 1970 00:00:12 GMT", 2000], ["Thu, 01 Jan 1970 00:00:02 GMT", 0], ["bientôt", null], ["", null], [null, null]])("Retry-After %s", (header, ms) => {
    expect(retryAfterMs(header, 10_000)).toBe(ms);
  });

  it("500, then 200: asked again after a second", async () => {
    const { collecte, monde } = await ask((recue, response, rang) => (rang === 0 ? json(response, 500, {}) : json(response, 200, osrmTable(recue))), matrice(2, 2, 1));
    expect(collecte?.sansReponse).toBe(0);
    expect(monde.departs.map((at) => at - 1_000_000)).toEqual([0, 1000]);
  });

  it("500 for ever: told after four times", async () => {
    const { said, server } = await ask((_, response) => json(response, 503, {}), matrice(2, 2, 1));
    expect([said, server.recues.length]).toEqual(["OSRM est en panne (erreur 503), même après plusieurs essais. Réessayez plus tard, ou revenez au calcul local.", 4]);
  });

  it("down after its first answers: what it gave is kept, the rest is « pas de donnée » and counted", async () => {
    const demande = matrice(195, 50, 5);
    const { collecte } = await ask((recue, response, rang) => (rang < 2 ? json(response, 200, osrmTable(recue)) : json(response, 500, {})), demande);
    const known = attendues(demande).filter((minutes, i) => Math.abs((collecte?.minutes[i] ?? Number.NaN) - minutes) < 1e-4).length;
    expect(known).toBeGreaterThan(0);
    expect(collecte?.sansReponse).toBe(195 - known);
    expect([...(collecte?.minutes ?? [])].filter(Number.isNaN)).toHaveLength(195 - known);
    expect(collecte?.said).toEqual([`Résultat partiel : ${195 - known} chefs-lieux sur 195 sans réponse d'OSRM, montrés « pas de donnée ».`, expect.stringContaining("OSRM est en panne")]);
    expect(collecte?.issues.map(({ severity }) => severity)).toEqual(["avertissement", "avertissement"]);
  });

  it("an origin whose candidates were not all answered has no minutes: the nearest may be missing", async () => {
    const demande = matrice(1, 3, 3);
    const { collecte, outcome } = await ask((recue, response, rang) => (rang === 1 ? json(response, 400, { error: { errorType: "badRequest", message: "non" } }) : json(response, 200, ignItineraire(recue))), demande, { id: "ign" });
    expect([outcome.ok, collecte]).toEqual([false, null]);
  });

  it("broken JSON", async () => {
    const { said } = await ask((_, response) => void response.end('{"code":"Ok","durations":[[1'), matrice(2, 2, 1));
    expect(said).toMatch(/^La réponse d'OSRM est illisible : ce n'est pas un objet JSON complet/);
  });

  it("a body cut on the way", async () => {
    const { said } = await ask((_, response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write('{"code":');
      setImmediate(() => response.destroy());
    }, matrice(2, 2, 1));
    expect(said).toMatch(/^OSRM ne répond pas/);
  });

  it("another program at this address", async () => {
    const { said, server } = await ask((_, response) => void response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Bienvenue</title>"), matrice(400, 200, 5), { id: "ign" });
    expect(said).toMatch(/illisible.+Vérifiez que l'adresse est bien celle de ce moteur/);
    // Left alone after three failures, with what was already on its way.
    expect(server.recues.length).toBeLessThanOrEqual(7);
  });

  it("nobody at this address", async () => {
    const gone = await serve(good);
    await gone.close();
    const { said } = await ask(good, undefined, { adresse: gone.adresse });
    expect(said).toMatch(/^OSRM ne répond pas à 127\.0\.0\.1:\d+ : moteur arrêté, adresse inexacte/);
  });

  it("a key refused stops everything at once", async () => {
    const { collecte, outcome, said, server } = await ask((recue, response, rang) => (rang === 0 ? json(response, 403, { error: { errorType: "forbidden", message: "non" } }) : json(response, 200, ignItineraire(recue))), matrice(100, 200, 5), { id: "ign" });
    expect(collecte?.said.join(" ") ?? said).toContain("refuse l'accès (« forbidden : non »)");
    expect(server.recues.length).toBeLessThanOrEqual(4);
    expect(outcome.ok).toBe(false);
  });
});

describe("stopping", () => {
  it("keeps what was answered, and asks nothing more", async () => {
    const controller = new AbortController();
    const demande = matrice(60, 50, 5);
    const { collecte, server } = await ask((recue, response, rang) => {
      json(response, 200, ignItineraire(recue));
      if (rang === 99) controller.abort();
    }, demande, { id: "ign", signal: controller.signal });
    expect(server.recues.length).toBeLessThanOrEqual(104);
    const known = (collecte?.minutes ?? new Float64Array()).filter((minutes) => !Number.isNaN(minutes)).length;
    expect(known).toBeGreaterThan(10);
    expect(collecte?.said[0]).toBe(`Résultat partiel : ${60 - known} chefs-lieux sur 60 sans réponse d'IGN Géoplateforme (demande arrêtée), montrés « pas de donnée ».`);
  });

  it("before the first answer, nothing is known and it is said", async () => {
    const { collecte } = await ask(good, matrice(3, 3, 1), { signal: AbortSignal.abort() });
    expect(collecte?.said).toEqual(["Résultat partiel : 3 chefs-lieux sur 3 sans réponse d'OSRM (demande arrêtée), montrés « pas de donnée »."]);
  });
});

/** The most requests that left within any second. */
function densest(departs: readonly number[]): number {
  return Math.max(...departs.map((from) => departs.filter((at) => at >= from && at < from + 1000).length));
}

describe("the rate of the Géoplateforme", () => {
  it("10 itinéraires a second at most, and hardly less", async () => {
    const { monde } = await ask((recue, response) => json(response, 200, ignItineraire(recue)), matrice(20, 10, 5), { id: "ign" });
    expect(monde.departs).toHaveLength(100);
    expect(densest(monde.departs)).toBeLessThanOrEqual(10);
    expect(monde.departs.at(-1)! - monde.departs[0]!).toBeLessThan(10_500);
  });

  it("5 isochrones a second at most", async () => {
    const monde = fauxMonde();
    const server = await serve((_, response) => json(response, 200, { geometry: { type: "Polygon", coordinates: [[[1, 45], [2, 45], [2, 46], [1, 45]]] }, costValue: 30 }));
    servers.push(server);
    const isochrone = ign.isochrone!;
    const outils = { monde, rythme: createRythme(isochrone.debit, monde), acces: { adresse: server.adresse, cle: "" }, accord: { moteur: "ign", origine: server.adresse } as const, nom: "IGN" };
    const all = await monde.drive(Promise.all(Array.from({ length: 23 }, () => interroger(isochrone, { point: [1.26, 45.83], minutes: [30], sens: "depart" }, { ...outils, signal: new AbortController().signal }))));
    expect(all.every((outcome) => outcome?.ok)).toBe(true);
    expect(densest(monde.departs)).toBeLessThanOrEqual(5);
  });
});
