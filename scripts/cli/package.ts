import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Reseau } from "../../src/analyses/analysis";
import type { Graphe } from "../../src/analyses/shared/graphe";
import { reseauDeTuiles, reseauEntier, type Vitesses } from "../../src/analyses/shared/reseau";
import { issue } from "../../src/domain/issue";
import type { Manifeste, ManifesteRessource } from "../../src/domain/manifeste";
import { nearest } from "../../src/domain/nearest";
import { type Dataset, type ResourceName, RESSOURCES } from "../../src/domain/ressource";
import { type Importable, IMPORTABLES, provenanceImportee, rienImporte } from "../../src/domain/table-importee";
import { failure, type Outcome, success } from "../../src/domain/outcome";
import type { Tuile } from "../../src/domain/perimetre";
import { decodeTile, type Tile } from "../../src/geo/graph/decode-tile";
import { inflate } from "../../src/io/bytes";
import { parseDataset, provenanceOf } from "../../src/io/load-dataset";
import { parseDatapackage } from "../../src/io/package-data";
import { parseSpeeds } from "../../src/io/speeds";
import { FORMATS_TABLES } from "../../src/io/tables/registre";
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

/** Every name that `--donnees` takes: resources of the package, and tables that only the user has. */
const NOMS: readonly ResourceName[] = [...new Set([...RESSOURCES, ...IMPORTABLES])];

/** Reads the files of `--donnees`; an unknown resource name is a bad call, with the nearest names. */
export async function readReplacements(given: readonly (readonly [string, string])[]): Promise<Replacements> {
  const replacements = new Map<ResourceName, Replacement>();
  for (const [nom, fichier] of given) {
    const name = NOMS.find((known) => known === nom);
    if (name === undefined) {
      throw badCall([issue("ressource-inconnue", "erreur", { nom, proches: nearest(nom, NOMS).join(", ") })]);
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
  private readonly tiles = new Map<Tuile, Tile>();

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
    const table = IMPORTABLES.find((known) => known === name);
    const given = this.replacements.get(name);
    // Another list of places of internship may also come as the package has it.
    if (table !== undefined && given !== undefined && (table !== "stages" || given.path.toLowerCase().endsWith(".csv"))) return this.importee(table, given);
    if (table !== undefined && table !== "stages") return success(rienImporte(table));
    const { ressource, path: file, bytes, own } = await this.read(name);
    return parseDataset(ressource, [{ path: file, bytes }], own ? null : ressource.rows);
  }

  /** A table of the user's, as the page reads it. */
  private async importee(name: Importable, { path: file, bytes }: Replacement): Promise<Outcome<Dataset>> {
    const communes = await this.dataset("communes");
    if (!communes.ok) return communes;
    const read = FORMATS_TABLES[name].lire({ nom: path.basename(file), bytes }, communes.value.table);
    // Good rows are not kept without the bad ones: nobody is there to choose.
    if (!read.ok || read.issues.some(({ severity }) => severity === "erreur")) return failure(...read.issues);
    const { table, bilan, millesime } = read.value;
    return success({ name, table, provenance: provenanceImportee(name, path.basename(file), bilan.gardees, millesime) }, read.issues);
  }

  private async vitesses(): Promise<Vitesses> {
    const { ressource, bytes } = await this.read("vitesses");
    return { speeds: accepted(parseSpeeds(accepted(await inflate(bytes, "vitesses")))), provenance: provenanceOf(ressource) };
  }

  private async tile(tuile: Tuile): Promise<Tile> {
    const name = `graphe-${tuile}` as const;
    const known = this.tiles.get(tuile);
    if (known !== undefined) return known;
    const { bytes } = await this.read(name);
    const tile = accepted(decodeTile(accepted(await inflate(bytes, name)), name));
    this.tiles.set(tuile, tile);
    return tile;
  }

  /** A road network with the default speeds. */
  async reseau(graphe: Graphe): Promise<Reseau> {
    const vitesses = await this.vitesses();
    if (graphe === "hv50") {
      const { ressource, bytes } = await this.read("graphe-hv50");
      return accepted(reseauEntier(accepted(await inflate(bytes, "graphe-hv50")), "graphe-hv50", provenanceOf(ressource), vitesses));
    }
    const tiles: Tile[] = [];
    for (const tuile of graphe) tiles.push(await this.tile(tuile));
    const { ressource } = await this.read(`graphe-${graphe[0]!}`);
    return accepted(reseauDeTuiles(tiles, provenanceOf(ressource), vitesses));
  }
}
