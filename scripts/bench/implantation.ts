import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Highs } from "highs";
import type { Inputs } from "../../src/analyses/analysis";
import { descriptionImplantation } from "../../src/analyses/implantation/description";
import { lireProbleme } from "../../src/analyses/implantation/probleme";
import { openTerritoires } from "../../src/analyses/shared/acces";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import type { LinearProgram, LinearSolution, SolveRequest } from "../../src/domain/linear-program";
import type { Donnees, ResourceName } from "../../src/domain/ressource";
import { runToEnd } from "../../src/geo/nearest-site";
import { optimize } from "../../src/geo/siting/optimize";
import type { Siting } from "../../src/geo/siting/problem";
import { ProgramBuilder } from "../../src/geo/siting/program-builder";
import { toLpFile } from "../../src/io/lp-file";
import { solveWith } from "../../src/workers/solveur/highs";
import { accepted, Package } from "../cli/package";
import { type Bench, type Coureur, inProcess, match } from "./bench";
import { PairAbsent } from "./pairs";
import { temporaryFolder } from "./programme-c";

const SITES = 5;
const MINUTES = 15;
const TABLES: readonly ResourceName[] = ["communes", "territoires", "cellules", "msp", "corrections", "bpe", "communes-couronne", "zonage-communes"];

/** Haute-Vienne: 195 candidates, the inhabited cells, p new sites within 15 minutes, the existing ones kept. */
async function instance(): Promise<Siting> {
  const data = await Package.open(fileURLToPath(new URL("../../data", import.meta.url)), new Map());
  const donnees: { -readonly [name in ResourceName]?: Donnees[name] } = {};
  for (const name of TABLES) donnees[name] = accepted(await data.dataset(name));
  const reseau = await data.reseau("hv50");
  const territoire = { genre: "departement", code: "87", nom: "Haute-Vienne" } as const;
  const inputs: Inputs = { donnees: donnees as Donnees, perimetre: { territoire, niveau: "commune" }, reseau, selection: SELECTION_PAR_DEFAUT, sites: null };
  const params = { ...descriptionImplantation.defaults, p: SITES, seuil_minutes: MINUTES, demande: "cellules", limite_secondes: 300 } as const;
  const lieux = runToEnd(openTerritoires(inputs, true, 1));
  const { siting } = runToEnd(lireProbleme(inputs, reseau.network, lieux, params));
  return siting!;
}

/** The textbook programme: a column and a row a cell, every candidate. */
function plainProgram({ matrix, weight, base, limit, p, names }: Siting): LinearProgram {
  const builder = new ProgramBuilder();
  const columns = names.map((name) => builder.addColumn(`y_${name}`, 0, 0, true));
  const by: number[][] = Array.from(weight, () => []);
  for (let c = 0; c < matrix.candidates; c += 1) for (let at = matrix.start[c]!; at < matrix.start[c + 1]!; at += 1) by[matrix.point[at]!]!.push(columns[c]!);
  weight.forEach((worth, point) => {
    if (base[point]! <= limit || by[point]!.length === 0) return;
    const x = builder.addColumn(`x_${point}`, worth, 0, false);
    builder.addRow(`couvert_${point}`, Number.NEGATIVE_INFINITY, [[x, 1], ...by[point]!.map((y) => [y, -1] as const)], 0);
  });
  builder.addRow("nombre", Number.NEGATIVE_INFINITY, columns.map((column) => [column, 1] as const), p);
  return builder.end("max");
}

/** From the matrix to the proof: inhabitants gained by the best choice. */
function ours(highs: Highs, siting: Siting): { readonly gained: number; readonly request: SolveRequest } {
  const steps = optimize("mclp", siting);
  let [step, request] = [steps.next(), null as SolveRequest | null];
  while (step.done !== true) {
    request = typeof step.value === "number" ? request : step.value;
    step = steps.next(typeof step.value === "number" ? undefined : solveWith(highs, step.value, () => undefined));
  }
  const answer = step.value;
  if (!answer.ok || answer.bound !== answer.value || request === null) throw new Error("implantation : pas d'optimum prouvé");
  const before = siting.base.reduce((sum, minutes, point) => (minutes <= siting.limit ? sum + siting.weight[point]! : sum), 0);
  return { gained: answer.value - before, request };
}

function objective({ cost }: LinearProgram, { values }: LinearSolution): number {
  return values?.reduce((sum, value, c) => sum + value * cost[c]!, 0) ?? Number.NaN;
}

/** An outside solver on the LP file, timed by itself. */
interface Outil {
  readonly nom: string;
  readonly paquet: string;
  args(file: string): readonly string[];
  readonly valeur: RegExp;
  readonly secondes: RegExp;
}

const OUTILS: readonly Outil[] = [
  { nom: "cbc", paquet: "coinor-cbc", args: (file) => [file, "-ratio", "0", "-allow", "0", "solve"], valeur: /^Objective value:\s+(-?[\d.]+)/m, secondes: /^Total time \(CPU seconds\):\s+([\d.]+)/m },
  { nom: "glpsol", paquet: "glpk-utils", args: (file) => ["--lp", file, "--cuts", "--tmlim", "300", "-o", `${file}.txt`], valeur: /mip =\s+(-?[\d.e+]+)\s+(?:<=|>=)\s+tree is empty/m, secondes: /^Time used:\s+([\d.]+) secs/m },
];

function outside({ nom, paquet, args, valeur, secondes }: Outil, file: string): Coureur<number> {
  const run = (): { readonly value: number; readonly ms: number } => {
    const { error, stdout } = spawnSync(nom, args(file), { encoding: "utf8", maxBuffer: 1 << 26 });
    if (error !== undefined) throw new PairAbsent(`${nom} manque : à installer avec \`apt-get install ${paquet}\``);
    const read = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
    // cbc minimises the opposite of what it is asked to maximise.
    return { value: Math.abs(read(valeur)), ms: 1000 * read(secondes) };
  };
  return { answer: () => run().value, times: () => Promise.resolve([run().ms]) };
}

/** The same optimum: solvers print six figures. */
const differenceOfOptima = (mine: number, theirs: number): string | null => (Math.abs(mine - theirs) <= 1e-5 * mine ? null : `${mine} et ${theirs} habitants gagnés`);

async function openHighs(): Promise<Highs> {
  const { default: loadHighs } = await import("highs");
  return loadHighs();
}

const TITRE = `${SITES} sites de plus à ${MINUTES} min, optimum prouvé (195 candidates, mailles)`;

function againstPlain(): Bench {
  return match({
    nom: "implantation-directe",
    titre: TITRE,
    pair: "HiGHS, une ligne par maille",
    async prepare() {
      const [highs, siting] = [await openHighs(), await instance()];
      const program = plainProgram(siting);
      return {
        n: siting.weight.length,
        ours: inProcess(() => ours(highs, siting).gained, 1),
        peer: inProcess(() => objective(program, solveWith(highs, { program, first: null, seconds: 300 }, () => undefined)), 1),
        difference: differenceOfOptima,
      };
    },
  });
}

function againstTool(outil: Outil): Bench {
  return match({
    nom: `implantation-${outil.nom}`,
    titre: TITRE,
    pair: `${outil.nom}, notre fichier LP`,
    async prepare() {
      const [highs, siting] = [await openHighs(), await instance()];
      const { request } = ours(highs, siting);
      const file = path.join(temporaryFolder(), "implantation.lp");
      writeFileSync(file, toLpFile(request.program, []));
      return {
        n: request.program.names.length,
        ours: inProcess(() => objective(request.program, solveWith(highs, request, () => undefined)), 1),
        peer: outside(outil, file),
        difference: differenceOfOptima,
      };
    },
  });
}

/** Siting: our formulation against the plain one with the same solver, and our file given to Debian's solvers. */
export const IMPLANTATION: readonly Bench[] = [againstPlain(), ...OUTILS.map(againstTool)];
