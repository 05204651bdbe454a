import { type Issue, issue } from "../domain/issue";
import type { Manifeste, ManifesteRessource, RessourcePart } from "../domain/manifeste";
import { failure, type Outcome, success } from "../domain/outcome";
import type { Dataset, ResourceName } from "../domain/ressource";
import { decodeGraph } from "../geo/graph/decode";
import type { Provenance } from "../domain/provenance";
import type { SpeedTable } from "../geo/speeds";
import { buildRoadNetwork } from "../geo/road-network";
import type { Reseau } from "../analyses/analysis";
import { inflate, isGzip } from "../io/bytes";
import { type DataFile, parseDataset, provenanceOf } from "../io/load-dataset";
import { parseManifeste } from "../io/package-data";
import { parseSpeeds } from "../io/speeds";

/** What the loader needs of the network: bytes of an address, or null when it cannot be had. */
export type FetchBytes = (url: string) => Promise<Uint8Array | null>;

/** Hexadecimal SHA-256 of bytes. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/** Haute-Vienne rows only, or the whole resource. A resource that is not cut is always whole. */
export type Etendue = "87" | "tout";

/** Reads the data package, each file once. A failure is not remembered: the next request tries again. */
export interface Loader {
  manifeste(): Promise<Outcome<Manifeste>>;
  dataset(name: ResourceName, etendue: Etendue): Promise<Outcome<Dataset>>;
  /** The road network of Haute-Vienne + 50 km with the default speeds. */
  reseau(): Promise<Outcome<Reseau>>;
  /** The default speeds, for a network that is not the embedded one. */
  vitesses(): Promise<Outcome<Vitesses>>;
}

export interface Vitesses {
  readonly speeds: SpeedTable;
  readonly source: Provenance;
}

const absent = (ressource: string): Outcome<never> => failure(issue("ressource-absente", "erreur", { ressource }));

/** Remembers successes by key; concurrent requests for one key share the same reading. */
function remember<T>(known: Map<string, Promise<Outcome<T>>>, key: string, read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const reading = read();
  known.set(key, reading);
  const forget = (): void => void known.delete(key);
  reading.then((outcome) => (outcome.ok ? undefined : forget()), forget);
  return reading;
}

interface Bytes {
  readonly found: ManifesteRessource;
  readonly bytes: Uint8Array;
}

/** The files of the package, before anything is made of them. */
interface Files {
  manifeste(): Promise<Outcome<Manifeste>>;
  ressource(name: ResourceName): Promise<Outcome<ManifesteRessource>>;
  parts(found: ManifesteRessource, etendue: Etendue): Promise<Outcome<readonly DataFile[]>>;
  /** The one file of a resource, inflated. */
  bytesOf(name: ResourceName): Promise<Outcome<Bytes>>;
}

/** What is wrong with the bytes of a part: cut short, or those of another build. Null when they are the ones the manifest names. */
async function refusal(name: ResourceName, part: RessourcePart, bytes: Uint8Array, digest: Digest | null): Promise<Issue | null> {
  // A host may inflate a .gz file on the way: then nothing of it can be compared.
  if (part.path.endsWith(".gz") && !isGzip(bytes)) return null;
  if (bytes.byteLength < part.bytes) {
    const raison = `${bytes.byteLength} octets reçus, ${part.bytes} attendus`;
    return issue("ressource-illisible", "erreur", { ressource: name, raison }, { file: part.path });
  }
  if (bytes.byteLength === part.bytes && digest === null) return null;
  const trouvee = digest === null ? `${bytes.byteLength} octets` : (await digest(bytes)).slice(0, 8);
  const attendue = digest === null ? `${part.bytes} octets` : part.sha256.slice(0, 8);
  return trouvee === attendue ? null : issue("ressource-version", "erreur", { ressource: name, attendue, trouvee }, { file: part.path });
}

function createFiles(base: string, fetchBytes: FetchBytes, digest: Digest | null): Files {
  const manifestes = new Map<string, Promise<Outcome<Manifeste>>>();

  const manifeste = (): Promise<Outcome<Manifeste>> =>
    remember(manifestes, "", async () => {
      const bytes = await fetchBytes(new URL("donnees/index.json", base).href);
      if (bytes === null) return absent("index.json");
      try {
        return parseManifeste(JSON.parse(new TextDecoder().decode(bytes)));
      } catch {
        return failure(issue("ressource-illisible", "erreur", { ressource: "index.json", raison: "JSON coupé ou mal formé" }));
      }
    });

  const ressource = async (name: ResourceName): Promise<Outcome<ManifesteRessource>> => {
    const read = await manifeste();
    if (!read.ok) return read;
    const found = read.value.ressources[name];
    return found === undefined ? absent(name) : success(found);
  };

  const file = async (name: ResourceName, part: RessourcePart): Promise<Outcome<DataFile>> => {
    const bytes = await fetchBytes(new URL(`donnees/${part.path}?v=${part.sha256.slice(0, 8)}`, base).href);
    if (bytes === null) return absent(name);
    const wrong = await refusal(name, part, bytes, digest);
    return wrong === null ? success({ path: part.path, bytes }) : failure(wrong);
  };

  const parts: Files["parts"] = async (found, etendue) => {
    const wanted = found.parts.filter(({ part }) => part !== "reste" || etendue === "tout");
    const read = await Promise.all(wanted.map((part) => file(found.name, part)));
    // Both parts of one resource missing are one trouble.
    const refused = [...new Map(read.flatMap((one) => (one.ok ? [] : one.issues)).map((trouble) => [JSON.stringify(trouble), trouble])).values()];
    return refused.length > 0 ? failure(...refused) : success(read.flatMap((one) => (one.ok ? [one.value] : [])));
  };

  const bytesOf: Files["bytesOf"] = async (name) => {
    const found = await ressource(name);
    if (!found.ok) return found;
    const read = await parts(found.value, "tout");
    if (!read.ok) return read;
    const inflated = await inflate(read.value[0]?.bytes ?? new Uint8Array(), name);
    return inflated.ok ? success({ found: found.value, bytes: inflated.value }) : inflated;
  };

  return { manifeste, ressource, parts, bytesOf };
}

async function readVitesses({ bytesOf }: Files): Promise<Outcome<Vitesses>> {
  const vitesses = await bytesOf("vitesses");
  if (!vitesses.ok) return vitesses;
  const speeds = parseSpeeds(vitesses.value.bytes);
  return speeds.ok ? success({ speeds: speeds.value, source: provenanceOf(vitesses.value.found) }) : speeds;
}

async function readReseau({ bytesOf }: Files, reading: Promise<Outcome<Vitesses>>): Promise<Outcome<Reseau>> {
  const [graphe, vitesses] = await Promise.all([bytesOf("graphe-hv50"), reading]);
  if (!graphe.ok) return graphe;
  if (!vitesses.ok) return vitesses;
  const graph = decodeGraph(graphe.value.bytes);
  if (!graph.ok) return graph;
  const sources = [provenanceOf(graphe.value.found), vitesses.value.source];
  return success({ network: buildRoadNetwork(graph.value, vitesses.value.speeds), sources, fichier: null });
}

/**
 * @param base address of the page, against which `donnees/` is resolved
 * @param digest null where the page may not compute it (plain http): sizes alone are compared
 */
export function createLoader(base: string, fetchBytes: FetchBytes, digest: Digest | null): Loader {
  const files = createFiles(base, fetchBytes, digest);
  const datasets = new Map<string, Promise<Outcome<Dataset>>>();
  const reseaux = new Map<string, Promise<Outcome<Reseau>>>();
  const tables = new Map<string, Promise<Outcome<Vitesses>>>();
  const vitesses = (): Promise<Outcome<Vitesses>> => remember(tables, "", () => readVitesses(files));
  return {
    vitesses,
    manifeste: files.manifeste,
    dataset: (name, etendue) =>
      remember(datasets, `${name}/${etendue}`, async () => {
        const found = await files.ressource(name);
        if (!found.ok) return found;
        const read = await files.parts(found.value, etendue);
        const whole = etendue === "tout" || found.value.parts.every(({ part }) => part === "tout");
        return read.ok ? parseDataset(found.value, read.value, whole ? found.value.rows : null) : read;
      }),
    reseau: () => remember(reseaux, "", () => readReseau(files, vitesses())),
  };
}
