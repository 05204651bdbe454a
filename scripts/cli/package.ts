import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Reseau } from "../../src/analyses/analysis";
import { issue } from "../../src/domain/issue";
import type { Manifeste, ManifesteRessource } from "../../src/domain/manifeste";
import { nearest } from "../../src/domain/nearest";
import { type Dataset, type ResourceName, RESSOURCES } from "../../src/domain/ressource";
import type { Outcome } from "../../src/domain/outcome";
import { decodeGraph } from "../../src/geo/graph/decode";
import { buildRoadNetwork } from "../../src/geo/road-network";
import { inflate } from "../../src/io/bytes";
import { parseDataset, provenanceOf } from "../../src/io/load-dataset";
import { parseDatapackage } from "../../src/io/package-data";
import { parseSpeeds } from "../../src/io/speeds";
import { badCall, refusedInput } from "./outcome-error";

/** The value of an outcome, or its issues as a refused input. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw refusedInput(outcome.issues);
  return outcome.value;
}

/** A file named in the call; one that is not there is a bad call. */
export async function readGiven(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw badCall([issue("fichier-absent", "erreur", { fichier: file })]);
  }
}

/** A user's file in place of a resource: what is known of it is its name. */
interface Replacement {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type Replacements = ReadonlyMap<ResourceName, Replacement>;

/** Reads the files of `--donnees`; an unknown resource name is a bad call, with the nearest names. */
export async function readReplacements(given: readonly (readonly [string, string])[]): Promise<Replacements> {
  const replacements = new Map<ResourceName, Replacement>();
  for (const [nom, fichier] of given) {
    const name = RESSOURCES.find((known) => known === nom);
    if (name === undefined) {
      throw badCall([issue("ressource-inconnue", "erreur", { nom, proches: nearest(nom, RESSOURCES).join(", ") })]);
    }
    replacements.set(name, { path: fichier, bytes: await readGiven(fichier) });
  }
  return replacements;
}

function describeReplacement(ressource: ManifesteRessource, file: string): ManifesteRessource {
  return {
    ...ressource,
    title: `${ressource.title} (remplacé par « ${path.basename(file)} »)`,
    publisher: "fichier de l'utilisateur",
    licence: "non précisée",
    vintage: "non précisé",
    quality: "derive",
  };
}

/** The data package of the project, on disk: no network. */
export class Package {
  private readonly folder: string;
  private readonly manifeste: Manifeste;
  private readonly replacements: Replacements;

  private constructor(folder: string, manifeste: Manifeste, replacements: Replacements) {
    this.folder = folder;
    this.manifeste = manifeste;
    this.replacements = replacements;
  }

  static async open(folder: string, replacements: Replacements): Promise<Package> {
    const bytes = await readFile(path.join(folder, "datapackage.json"), "utf8").catch(() => null);
    if (bytes === null) throw refusedInput([issue("ressource-absente", "erreur", { ressource: "datapackage.json" })]);
    return new Package(folder, accepted(parseDatapackage(JSON.parse(bytes))), replacements);
  }

  private async read(name: ResourceName): Promise<{ readonly ressource: ManifesteRessource; readonly path: string; readonly bytes: Uint8Array; readonly own: boolean }> {
    const ressource = this.manifeste.ressources[name];
    const file = ressource?.parts[0]?.path;
    if (ressource === undefined || file === undefined) throw refusedInput([issue("ressource-absente", "erreur", { ressource: name })]);
    const given = this.replacements.get(name);
    if (given !== undefined) return { ressource: describeReplacement(ressource, given.path), ...given, own: true };
    const bytes = await readFile(path.join(this.folder, file)).catch(() => null);
    if (bytes === null) throw refusedInput([issue("ressource-absente", "erreur", { ressource: name })]);
    return { ressource, path: file, bytes, own: false };
  }

  /** A resource, whole. Refused with its issues when it cannot be read as its schema says. */
  async dataset(name: ResourceName): Promise<Outcome<Dataset>> {
    const { ressource, path: file, bytes, own } = await this.read(name);
    return parseDataset(ressource, [{ path: file, bytes }], own ? null : ressource.rows);
  }

  /** The road graph of Haute-Vienne + 50 km with the default speeds. */
  async reseau(): Promise<Reseau> {
    const graphe = await this.read("graphe-hv50");
    const vitesses = await this.read("vitesses");
    const graph = accepted(decodeGraph(accepted(await inflate(graphe.bytes, "graphe-hv50"))));
    const speeds = accepted(parseSpeeds(accepted(await inflate(vitesses.bytes, "vitesses"))));
    return { network: buildRoadNetwork(graph, speeds), sources: [provenanceOf(graphe.ressource), provenanceOf(vitesses.ressource)], fichier: null };
  }
}
