import { createHash } from "node:crypto";
import path from "node:path";
import { loadDonnees } from "../../scripts/vite/donnees";
import { ANALYSES } from "../../src/analyses/registry";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import type { Outcome } from "../../src/domain/outcome";
import { createHandlers } from "../../src/workers/handlers/handlers";
import type { Digest, FetchBytes } from "../../src/workers/files";
import { createLoader } from "../../src/workers/loader";
import type { Monde } from "../../src/workers/moteurs/monde";
import { createReseaux } from "../../src/workers/reseaux";
import { createTables } from "../../src/workers/tables";
import type { TablesGardees } from "../../src/workers/tables-gardees";
import { memoryGardes, memoryTables } from "./gardes";
import type { Answer, Ask, RequestName, RunRequest } from "../../src/workers/protocol";
import type { Handler, Job } from "../../src/workers/server";

export const BASE = "https://exemple.test/maillage/";

export const sha256: Digest = (bytes) => Promise.resolve(createHash("sha256").update(bytes).digest("hex"));

/** Cut and compressed once for a whole test file. */
const DONNEES = loadDonnees(path.resolve(import.meta.dirname, "../../data"));

/** What a damaged host makes of a file; null when it does not have it. */
export type Change = (path: string, bytes: Uint8Array) => Uint8Array | null;

/** Serves the committed package as the site does, cut tables included. */
export async function servePackage(change: Change = (_, bytes) => bytes): Promise<{ readonly fetchBytes: FetchBytes; readonly asked: string[] }> {
  const { manifeste, files } = await DONNEES;
  const asked: string[] = [];
  const fetchBytes: FetchBytes = (url) => {
    const name = decodeURIComponent(new URL(url).pathname.replace("/maillage/donnees/", ""));
    asked.push(name);
    const bytes = name === "index.json" ? new TextEncoder().encode(JSON.stringify(manifeste)) : files.get(name)?.bytes;
    return Promise.resolve(bytes === undefined ? null : change(name, new Uint8Array(bytes)));
  };
  return { fetchBytes, asked };
}

export const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, transfer: () => undefined };
export const CLOCK = { now: () => 0, pause: () => Promise.resolve() };

/** A world where asking an outside engine is a failure of the test. */
export const SANS_RESEAU: Monde = {
  fetch: (url) => Promise.reject(new Error(`a request left for ${url}`)),
  now: () => 0,
  after: () => () => undefined,
};

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

export type Asking = <N extends RequestName>(name: N, ask: Ask<N>) => Promise<Outcome<Answer<N>>>;

/** The worker's handlers on the package, damaged by `change`; `asked` are the files fetched. */
export async function open(change?: Change, digest: Digest | null = sha256, gardees: TablesGardees = memoryTables()): Promise<{ readonly ask: Asking; readonly asked: string[] }> {
  const { fetchBytes, asked } = await servePackage(change);
  const handlers = createHandlers(createLoader(BASE, fetchBytes, digest), ANALYSES, CLOCK, createReseaux(memoryGardes()), createTables(gardees), SANS_RESEAU);
  return { ask: <N extends RequestName>(name: N, ask: Ask<N>) => (handlers[name] as Handler<N>)(ask, JOB), asked };
}

/** The first screen: minutes from the communes of Haute-Vienne to the nearest maison de santé. */
export const TEMPS: RunRequest = {
  analyse: "temps-acces",
  params: { genres: ["msp"], seuil: 20 },
  perimetre: { territoire: { genre: "departement", code: "87", nom: "Haute-Vienne" }, niveau: "commune" },
  selection: SELECTION_PAR_DEFAUT,
  sites: null,
  vitesses: null,
  reseau: null,
  moteur: null,
};
