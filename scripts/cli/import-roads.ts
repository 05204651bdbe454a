import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { issue } from "../../src/domain/issue";
import type { ByteSource } from "../../src/io/byte-source";
import { readRoads } from "../../src/io/read-roads";
import { issueText } from "../../src/textes/issues";
import { badCall, refusedInput } from "./outcome-error";


/** A file on disk, read in chunks. One that is not there is a bad call. */
export async function fileSource(file: string): Promise<ByteSource> {
  const found = await stat(file).catch(() => null);
  if (found?.isFile() !== true) throw badCall([issue("fichier-absent", "erreur", { fichier: file })]);
  return { name: path.basename(file), size: found.size, open: () => createReadStream(file) };
}

/** Reads a road file as the page does and says what became of it: the text for stdout. Throws BadCall or RefusedInput. */
export async function importRoads(file: string): Promise<string> {
  const source = await fileSource(file);
  const steps = readRoads(source);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  const read = step.value;
  if (!read.ok) throw refusedInput(read.issues);
  const { graph, lignes, graphe } = read.value;
  const answer = {
    fichier: source.name,
    format: read.value.format,
    octets: source.size,
    lignes,
    graphe: { ...graphe, km: Math.round(graphe.km * 10) / 10, partUrbaine: Math.round(graphe.partUrbaine * 1000) / 1000 },
    emprise: graph.bbox,
    memoire: graph.buffer.byteLength,
    issues: read.issues.map((found) => ({ code: found.code, gravite: found.severity, texte: issueText(found) })),
  };
  return `${JSON.stringify(answer, null, 1)}\n`;
}
