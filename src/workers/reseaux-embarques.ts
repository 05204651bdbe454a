import type { Reseau } from "../analyses/analysis";
import type { Graphe } from "../analyses/shared/graphe";
import { reseauDeTuiles, reseauEntier, type Vitesses } from "../analyses/shared/reseau";
import { failure, type Outcome, success } from "../domain/outcome";
import { DEPARTEMENTS_NA, type Tuile } from "../domain/perimetre";
import type { Provenance } from "../domain/provenance";
import { decodeTile, type Tile } from "../geo/graph/decode-tile";
import { inflate } from "../io/bytes";
import { type DataFile, provenanceOf } from "../io/load-dataset";
import { parseSpeeds } from "../io/speeds";
import { type Files, remember } from "./files";

/** Told the share of the files that have come and been read, 0 to 1. */
export type OnProgress = (part: number) => void;

/** Opens the road networks, with the default speeds. */
export type OpenReseau = (graphe: Graphe, onProgress?: OnProgress) => Promise<Outcome<Reseau>>;

async function readVitesses({ bytesOf }: Files): Promise<Outcome<Vitesses>> {
  const read = await bytesOf("vitesses");
  if (!read.ok) return read;
  const speeds = parseSpeeds(read.value.bytes);
  return speeds.ok ? success({ speeds: speeds.value, provenance: provenanceOf(read.value.found) }) : speeds;
}

async function readEntier(files: Files, reading: Promise<Outcome<Vitesses>>): Promise<Outcome<Reseau>> {
  const [graphe, vitesses] = await Promise.all([files.bytesOf("graphe-hv50"), reading]);
  if (!graphe.ok) return graphe;
  if (!vitesses.ok) return vitesses;
  return reseauEntier(graphe.value.bytes, "graphe-hv50", provenanceOf(graphe.value.found), vitesses.value);
}

/** A tile as it came, still compressed, and where it comes from. */
interface Packed {
  readonly tuile: Tuile;
  readonly file: DataFile;
  readonly provenance: Provenance;
}

async function fetchTuile(files: Files, tuile: Tuile): Promise<Outcome<Packed>> {
  const found = await files.ressource(`graphe-${tuile}`);
  if (!found.ok) return found;
  const parts = await files.parts(found.value, "tout");
  if (!parts.ok) return parts;
  const [file] = parts.value;
  if (file === undefined) throw new Error(`graphe-${tuile}: a resource without a file`);
  return success({ tuile, file, provenance: provenanceOf(found.value) });
}

async function unpackTuile({ tuile, file }: Packed): Promise<Outcome<Tile>> {
  const inflated = await inflate(file.bytes, `graphe-${tuile}`);
  return inflated.ok ? decodeTile(inflated.value, `graphe-${tuile}`) : inflated;
}

/** The values of outcomes that are all good, or every trouble. */
function together<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const refused = outcomes.flatMap((one) => (one.ok ? [] : one.issues));
  return refused.length > 0 ? failure(...refused) : success(outcomes.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The networks of the data package. */
export interface Embarques {
  readonly reseau: OpenReseau;
  vitesses(): Promise<Outcome<Vitesses>>;
}

/** Share of the progress that is downloading; the rest is unpacking. */
const TELECHARGEMENT = 0.6;

/**
 * Two networks at most: the small one, and one of the region that grows as tiles are asked for, so that going from one
 * place to another never opens a tile twice. Tiles are kept compressed until all of them are in it.
 */
export function createEmbarques(files: Files): Embarques {
  const entier = new Map<string, Promise<Outcome<Reseau>>>();
  const packed = new Map<string, Promise<Outcome<Packed>>>();
  const tables = new Map<string, Promise<Outcome<Vitesses>>>();
  const vitesses = (): Promise<Outcome<Vitesses>> => remember(tables, "", () => readVitesses(files));
  let grown: Reseau | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const grow = async (asked: readonly Tuile[], onProgress: OnProgress): Promise<Outcome<Reseau>> => {
    const open = grown?.tuilage?.tuiles ?? [];
    if (grown !== null && asked.every((tuile) => open.includes(tuile))) return success(grown);
    const wanted = DEPARTEMENTS_NA.filter((tuile) => open.includes(tuile) || asked.includes(tuile));
    let here = 0;
    const fetched = wanted.map(async (tuile) => {
      const one = await remember(packed, tuile, () => fetchTuile(files, tuile));
      here += 1;
      onProgress((TELECHARGEMENT * here) / wanted.length);
      return one;
    });
    const [come, speeds] = await Promise.all([Promise.all(fetched).then(together), vitesses()]);
    if (!come.ok) return come;
    if (!speeds.ok) return speeds;
    const tiles: Outcome<Tile>[] = [];
    for (const one of come.value) {
      tiles.push(await unpackTuile(one));
      onProgress(TELECHARGEMENT + ((1 - TELECHARGEMENT) * tiles.length) / (wanted.length + 1));
    }
    const unpacked = together(tiles);
    if (!unpacked.ok) return unpacked;
    const made = reseauDeTuiles(unpacked.value, come.value[0]!.provenance, speeds.value);
    if (made.ok) grown = made.value;
    if (wanted.length === DEPARTEMENTS_NA.length) packed.clear();
    return made;
  };

  const reseau: OpenReseau = (graphe, onProgress = () => undefined) => {
    if (graphe === "hv50") return remember(entier, "", () => readEntier(files, vitesses()));
    // One after the other: two requests at once must not stitch the same tiles twice.
    const opening = turn.then(() => grow(graphe, onProgress));
    turn = opening.catch(() => undefined);
    return opening;
  };
  return { reseau, vitesses };
}
