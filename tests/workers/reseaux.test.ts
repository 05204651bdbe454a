import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analyses/registry";
import type { Outcome } from "../../src/domain/outcome";
import type { ReseauImporte } from "../../src/domain/reseau";
import { numberValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { createHandlers } from "../../src/workers/handlers/handlers";
import { createLoader } from "../../src/workers/loader";
import type { FichierEnFlux } from "../../src/workers/protocol";
import { Cancelled } from "../../src/workers/pump";
import { createReseaux } from "../../src/workers/reseaux";
import { createTables } from "../../src/workers/tables";
import type { ReseauxGardes } from "../../src/workers/reseaux-gardes";
import { grid, pbfFile } from "../io/osm-pbf/write-pbf";
import { memoryGardes, memoryTables, REFUSED } from "./gardes";
import { BASE, CLOCK, JOB, SANS_RESEAU, servePackage, sha256, TEMPS } from "./package";

/** A grid of streets over all Haute-Vienne and around: 50 by 50, every 0.04 degree. */
const WIDE = grid(50, 0.4, 44.9, 0.04);
const SMALL = grid(4, 1.2, 45.8);

function fichier(bytes: Uint8Array, name = "routes.osm.pbf"): FichierEnFlux {
  return new File([new Uint8Array(bytes)], name);
}
const PBF = (roads: typeof WIDE, name?: string): FichierEnFlux => fichier(pbfFile(roads.nodes, roads.ways), name);

async function open(gardes: ReseauxGardes = memoryGardes()) {
  const { fetchBytes } = await servePackage();
  return createHandlers(createLoader(BASE, fetchBytes, sha256), ANALYSES, CLOCK, createReseaux(gardes), createTables(memoryTables()), SANS_RESEAU);
}
type Opened = Awaited<ReturnType<typeof open>>;

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.issues.map(issueText).join(" "));
  return outcome.value;
}

const importing = async (handlers: Opened, file: FichierEnFlux, date = 1): Promise<ReseauImporte> => value(await handlers["importer-reseau"]({ fichier: file, date }, JOB)).reseau;
const listed = async (handlers: Opened): Promise<readonly ReseauImporte[]> => value(await handlers.reseaux({}, JOB));

describe("an imported network", () => {
  it("is listed with its file, its size and its date, the latest first", async () => {
    const handlers = await open();
    await importing(handlers, PBF(SMALL, "a.osm.pbf"), 1);
    await importing(handlers, PBF(WIDE, "b.osm.pbf"), 2);
    expect((await listed(handlers)).map(({ fichier: name, date, garde }) => [name, date, garde])).toEqual([["b.osm.pbf", 2, true], ["a.osm.pbf", 1, true]]);
  });

  it("takes the place of the same roads imported before", async () => {
    const handlers = await open();
    await importing(handlers, PBF(SMALL, "a.osm.pbf"), 1);
    await importing(handlers, PBF(SMALL, "b.osm.pbf"), 2);
    expect((await listed(handlers)).map(({ fichier: name }) => name)).toEqual(["b.osm.pbf"]);
  });

  it("is found again by another worker of the same browser", async () => {
    const gardes = memoryGardes();
    const { id, fichier: name } = await importing(await open(gardes), PBF(WIDE));
    const { output } = value(await (await open(gardes)).executer({ ...TEMPS, reseau: { id, fichier: name } }, JOB));
    expect(output.sources.map(({ title }) => title)).toContain("Réseau importé : fichier « routes.osm.pbf »");
  });

  it("stays in memory, and says so, when the browser refuses to keep it", async () => {
    const handlers = await open(REFUSED);
    const { id, garde, fichier: name } = await importing(handlers, PBF(WIDE));
    expect([garde, (await listed(handlers)).length]).toEqual([false, 1]);
    expect((await handlers.executer({ ...TEMPS, reseau: { id, fichier: name } }, JOB)).ok).toBe(true);
  });

  it("goes when it is removed", async () => {
    const handlers = await open();
    const { id } = await importing(handlers, PBF(SMALL));
    expect(value(await handlers["retirer-reseau"]({ id }, JOB))).toEqual({ retire: true, reseaux: [] });
  });

  it("gives other minutes than the embedded one, under another key, with its name in the sources and what to know", async () => {
    const handlers = await open();
    const { id, fichier: name } = await importing(handlers, PBF(WIDE));
    const ours = value(await handlers.executer({ ...TEMPS, reseau: { id, fichier: name } }, JOB));
    const embedded = value(await handlers.executer(TEMPS, JOB));
    expect(ours.key).not.toBe(embedded.key);
    const [a, b] = [ours, embedded].map(({ output }) => [...numberValues(output.table, "minutes")]);
    expect(a!.every(Number.isFinite)).toBe(true);
    expect(a).not.toEqual(b);
    expect(ours.output.issues.map(issueText)).toContain(
      "Réseau importé : fichier « routes.osm.pbf ». Vitesses par défaut de Maillage ; la part de chaque route en agglomération y est estimée d'après les routes voisines.",
    );
    expect(ours.output.sources.map(({ resource }) => resource)).not.toContain("graphe-hv50");
  });

  it("that does not hold the territory gives no minutes, and says which network it is", async () => {
    const handlers = await open();
    const { id, fichier: name } = await importing(handlers, PBF(SMALL));
    const { output } = value(await handlers.executer({ ...TEMPS, reseau: { id, fichier: name } }, JOB));
    expect([...numberValues(output.table, "minutes")].every(Number.isNaN)).toBe(true);
    expect(output.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(["reseau-hors-territoire"]));
    expect(output.issues.map(({ code }) => code)).not.toContain("graphe-non-charge");
  });

  it("that is no longer there is refused by its name, never replaced in silence", async () => {
    const outcome = await (await open()).executer({ ...TEMPS, reseau: { id: "parti", fichier: "creuse.osm.pbf" } }, JOB);
    expect(outcome.issues.map(issueText)).toEqual(["Le réseau importé « creuse.osm.pbf » n'est plus dans ce navigateur : importez-le de nouveau, ou revenez au réseau de Maillage (espace Données)."]);
  });
});

it("a network removed since its last computation is refused too", async () => {
  const handlers = await open();
  const { id, fichier: name } = await importing(handlers, PBF(SMALL));
  await handlers.executer({ ...TEMPS, reseau: { id, fichier: name } }, JOB);
  await handlers["retirer-reseau"]({ id }, JOB);
  const outcome = await handlers.executer({ ...TEMPS, params: { genres: ["msp"], seuil: 25 }, reseau: { id, fichier: name } }, JOB);
  expect(outcome.issues.map(({ code }) => code)).toEqual(["reseau-inconnu"]);
});

describe("an import", () => {
  it("leaves nothing behind when the file is refused", async () => {
    const handlers = await open();
    const outcome = await handlers["importer-reseau"]({ fichier: fichier(new Uint8Array(9)), date: 1 }, JOB);
    expect([outcome.issues.map(({ code }) => code), await listed(handlers)]).toEqual([["fichier-illisible"], []]);
  });

  it("stops when it is cancelled, and leaves nothing behind", async () => {
    const { fetchBytes } = await servePackage();
    const controller = new AbortController();
    let time = 0;
    // A clock that jumps makes every step a slice.
    const clock = { now: () => (time += 20), pause: () => Promise.resolve(controller.abort()) };
    const handlers = createHandlers(createLoader(BASE, fetchBytes, sha256), ANALYSES, clock, createReseaux(memoryGardes()), createTables(memoryTables()), SANS_RESEAU);
    await expect(handlers["importer-reseau"]({ fichier: PBF(WIDE), date: 1 }, { ...JOB, signal: controller.signal })).rejects.toThrow(Cancelled);
    expect(await listed(handlers)).toEqual([]);
  });

  it("says that the file went away while it was read", async () => {
    const gone = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("NotReadableError")) });
    const outcome = await (await open())["importer-reseau"]({ fichier: { name: "routes.osm.pbf", size: 9, stream: () => gone }, date: 1 }, JOB);
    expect(outcome.issues.map(issueText)).toEqual(["Le fichier « routes.osm.pbf » est illisible : il a été déplacé ou modifié pendant la lecture : choisissez-le de nouveau."]);
  });
});
