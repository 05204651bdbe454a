import { type Table, textValues } from "../../domain/table";
import type { Siting } from "../../geo/siting/problem";
import type { Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import { joinNumbers } from "../shared/groupes";
import { requireTable } from "../shared/sources";
import type { Probleme } from "./probleme";

/** What else must be known of a candidate before it is chosen. */
export interface FicheCandidate {
  /** Share of the official accessibility (APL 2021) that hangs on doctors over 65: those who leave first. NaN when it is not known. */
  readonly departs: number;
  /** Candidates that would serve half at least of the same inhabitants, most first. */
  readonly concurrentes: readonly string[];
  /** Name of the EPCI of its commune; null for none. */
  readonly epci: string | null;
}

/** Share of the same inhabitants from which two candidates compete. */
const MOITIE = 0.5;

/** Candidates within the limit of the inhabitants of another one, by the share of them they would serve. */
function concurrentes({ matrix: { candidates, start, point, minutes }, weight, limit }: Siting, chosen: number): readonly number[] {
  const served = new Uint8Array(weight.length);
  let all = 0;
  for (let at = start[chosen]!; at < start[chosen + 1]!; at += 1) {
    if (minutes[at]! > limit) continue;
    served[point[at]!] = 1;
    all += weight[point[at]!]!;
  }
  const shares = Float64Array.from({ length: candidates }, (_, c) => {
    let both = 0;
    for (let at = start[c]!; at < start[c + 1]!; at += 1) if (minutes[at]! <= limit && served[point[at]!] === 1) both += weight[point[at]!]!;
    return both / all;
  });
  return Array.from(shares.keys()).filter((c) => c !== chosen && shares[c]! >= MOITIE).toSorted((a, b) => shares[b]! - shares[a]! || a - b);
}

function nomsDesEpci(territoires: Table): ReadonlyMap<string, string> {
  const [niveaux, codes, noms] = [textValues(territoires, "niveau"), textValues(territoires, "code"), textValues(territoires, "nom")];
  return new Map(codes.flatMap((code, row) => (niveaux[row] === "epci" && code !== null ? [[code, noms[row] ?? code] as const] : [])));
}

/** The sheets of some candidates, in their order. */
export function fichesDe({ donnees }: Inputs, { groupes, communes }: Territoires, { candidats, postulants }: Probleme, siting: Siting, chosen: readonly number[]): readonly FicheCandidate[] {
  const apl = requireTable(donnees, "apl");
  const [all, young] = [joinNumbers(groupes, communes, apl, "apl_mg", Number.NaN), joinNumbers(groupes, communes, apl, "apl_mg_65", Number.NaN)];
  const [epci, noms] = [textValues(communes, "epci"), nomsDesEpci(requireTable(donnees, "territoires"))];
  return chosen.map((c) => {
    const commune = postulants.commune[candidats.retenus[c]!]!;
    return { epci: noms.get(epci[groupes.communes[commune]!] ?? "") ?? null, departs: all[commune]! > 0 ? 1 - young[commune]! / all[commune]! : Number.NaN, concurrentes: concurrentes(siting, c).map((other) => postulants.courts[candidats.retenus[other]!] ?? "") };
  });
}
