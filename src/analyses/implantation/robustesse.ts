import type { LinearSolution, SolveRequest } from "../../domain/linear-program";
import type { Siting } from "../../geo/siting/problem";
import type { Annexe, Inputs, Output, Progress } from "../analysis";
import { step, type Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";
import { sumKnown } from "../shared/nombres";
import type { ImplantationParams } from "./description";
import { optimiser } from "./optimiser";
import { type Probleme, weightOf } from "./probleme";
import { facteurs, PONDERATIONS, SEUILS } from "./ponderation";

/** How often each candidate is chosen when the limit and the weights change. */
export interface Robustesse {
  readonly variantes: number;
  /** Variants whose choice is proven the best. */
  readonly prouvees: number;
  /** Times chosen, in the order of the candidates. */
  readonly fois: Int32Array;
}

/** Chosen in more variants than this share, a site is told robust. */
const MAJORITE = 0.5;

/** The same problem for other limits and weights; models of minutes have no limit to change. */
function variantesDe(inputs: Inputs, lieux: Territoires, { depart }: Probleme, siting: Siting, params: ImplantationParams): readonly Siting[] {
  const { modele, part_pct: part } = params;
  const seuils = modele === "mclp" || modele === "lscp" ? [...new Set([params.seuil_minutes, ...SEUILS])] : [params.seuil_minutes];
  return PONDERATIONS.flatMap((ponderation) => {
    const weight = weightOf(depart, facteurs(inputs, lieux, { ...params, ponderation }));
    if (sumKnown(weight) === 0) return [];
    return seuils.map((limit): Siting => ({ ...siting, weight, limit, need: part === 100 ? Number.POSITIVE_INFINITY : (part / 100) * sumKnown(weight) }));
  });
}

/** Chooses again for each limit and weights, the time for the proof being shared among them. */
export function* mesurerRobustesse(inputs: Inputs, lieux: Territoires, probleme: Probleme, siting: Siting, params: ImplantationParams): Generator<Progress | SolveRequest, Robustesse, LinearSolution | void> {
  const variantes = variantesDe(inputs, lieux, probleme, siting, params);
  const fois = new Int32Array(siting.matrix.candidates);
  let [prouvees, faites] = [0, 0];
  for (const [rang, variante] of variantes.entries()) {
    const [from, to] = [rang, rang + 1].map((done) => 0.7 + (0.15 * done) / variantes.length);
    const answer = yield* optimiser(params.modele, { ...variante, seconds: siting.seconds / variantes.length }, from!, to!);
    yield step("optimum")(to!);
    if (!answer.ok) continue;
    faites += 1;
    if (answer.bound === answer.value) prouvees += 1;
    for (const c of answer.chosen) fois[c]! += 1;
  }
  return { variantes: faites, prouvees, fois };
}

const LIGNES = 10;

const texte = (name: string, label: string, values: readonly string[]) => ({ name, label, type: "texte", values }) as const;

export function robustesseFacts({ variantes, prouvees, fois }: Robustesse): Output["facts"] {
  return { variantes, variantes_prouvees: prouvees, sites_robustes: fois.filter((count) => count > MAJORITE * variantes).length };
}

/** The candidates chosen most often. */
export function robustesseAnnexe({ variantes, prouvees, fois }: Robustesse, { places }: Probleme, chosen: readonly number[]): Annexe {
  const rows = Array.from(fois.keys()).filter((c) => fois[c]! > 0).toSorted((a, b) => fois[b]! - fois[a]! || a - b).slice(0, LIGNES);
  return {
    id: "robustesse",
    titre: `Sites les plus souvent retenus, sur ${variantes} variantes de seuil et de pondération (${prouvees} prouvées)`,
    forme: "lignes",
    table: {
      id: "implantation-robustesse",
      length: rows.length,
      columns: [
        texte("nom", "Commune", rows.map((c) => places.noms[c] ?? "")),
        figure("fois", "Variantes", "nombre", 0, Float64Array.from(rows, (c) => fois[c]!)),
        texte("choisie", "Dans ce choix", rows.map((c) => (chosen.includes(c) ? "oui" : "non"))),
        texte("robuste", "Robuste", rows.map((c) => (fois[c]! > MAJORITE * variantes ? "oui" : "non"))),
      ],
    },
  };
}
