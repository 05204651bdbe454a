import { fileURLToPath } from "node:url";
import { Package } from "../../scripts/cli/package";
import { runSolving } from "../../scripts/cli/solveur";
import type { Output, Params, Reseau } from "../../src/analyses/analysis";
import { findAnalysis } from "../../src/analyses/registry";
import { auxMedecins } from "../../src/analyses/shared/medecins";
import { parseTerritoire } from "../../src/analyses/shared/territoire";
import { auxVitesses } from "../../src/analyses/shared/vitesses";
import type { EcartsMedecins, EtatCompare } from "../../src/domain/changements";
import { ID_LISTE, SELECTION_PAR_DEFAUT, type SelectionSites, type SiteList } from "../../src/domain/genre-site";
import type { Outcome } from "../../src/domain/outcome";
import { DEPARTEMENTS_NA, type Niveau } from "../../src/domain/perimetre";
import type { Dataset, ResourceName } from "../../src/domain/ressource";
import { cellAt, type Cell } from "../../src/domain/table";
import type { ScenarioVitesses } from "../../src/domain/vitesses";
import { lireAides } from "../../src/io/terrain/aides";
import type { Solve } from "../../src/workers/pump";

/** The committed data package, each resource read once. */
export const DATA = fileURLToPath(new URL("../../data", import.meta.url));
const datasets = new Map<ResourceName, Promise<Dataset>>();
const networks = new Map<"hv50" | "region", Promise<Reseau>>();

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const open = Package.open(DATA, new Map());

export function load(name: ResourceName): Promise<Dataset> {
  const known = datasets.get(name) ?? open.then((data) => data.dataset(name)).then(must);
  datasets.set(name, known);
  return known;
}

export function loadReseau(which: "hv50" | "region" = "hv50"): Promise<Reseau> {
  const known = networks.get(which) ?? open.then((data) => data.reseau(which === "hv50" ? "hv50" : DEPARTEMENTS_NA));
  networks.set(which, known);
  return known;
}

/** A user's list: [lon, lat] in degrees, names « S1 », « S2 »… */
export function siteList(points: readonly (readonly [number, number])[]): SiteList {
  return {
    ids: points.map((_, i) => `${ID_LISTE}${i + 2}`),
    noms: points.map((_, i) => `S${i + 1}`),
    communes: points.map(() => null),
    lon: Float64Array.from(points, ([lon]) => lon),
    lat: Float64Array.from(points, ([, lat]) => lat),
    capacite: new Float64Array(points.length).fill(Number.NaN),
  };
}

export interface Ask {
  readonly territoire?: string;
  readonly niveau?: Niveau;
  readonly params?: Params;
  readonly sites?: SiteList | null;
  readonly selection?: SelectionSites;
  /** Practitioners supposed. */
  readonly medecins?: EcartsMedecins;
  /** States to compare. */
  readonly etats?: readonly EtatCompare[];
  readonly vitesses?: ScenarioVitesses | null;
  /** Datasets that stand for those of the package. */
  readonly donnees?: Readonly<Partial<Record<ResourceName, Dataset>>>;
  /** false: as if no graph had been loaded; « region »: every tile, where the analysis does not ask for them itself. */
  readonly reseau?: boolean | "region";
  /** A solver that stands for HiGHS. */
  readonly solve?: Solve;
}

/** Runs one analysis on the real package, as the app and the command line do. */
export async function run(id: string, ask: Ask = {}): Promise<Output> {
  const analyse = await findAnalysis(id)?.open();
  if (analyse === undefined) throw new Error(`no analysis « ${id} »`);
  const { territoire = "87", niveau = "commune", sites = null, selection = SELECTION_PAR_DEFAUT } = ask;
  const [communes, territoires] = await Promise.all([load("communes"), load("territoires")]);
  const perimetre = { territoire: must(parseTerritoire(territoire, communes.table, territoires.table)), niveau };
  const params = must(analyse.parseParams(ask.params ?? {}));
  const needed = analyse.needs(params, perimetre, sites !== null).filter(({ ressource }) => ask.donnees?.[ressource] === undefined);
  const read = await Promise.all(needed.map(({ ressource }) => load(ressource)));
  const donnees = { ...Object.fromEntries(read.map((dataset) => [dataset.name, dataset])), ...ask.donnees };
  const which = analyse.graphe === "region" || ask.reseau === "region" ? "region" : "hv50";
  const reseau = analyse.reseau && ask.reseau !== false ? auxVitesses(await loadReseau(which), ask.vitesses ?? null) : null;
  const etats = ask.etats === undefined ? {} : { etats: ask.etats };
  const inputs = auxMedecins({ donnees, perimetre, reseau, selection, sites, ...etats, ...(analyse.aides === true ? { aides: lireAides() } : {}) }, ask.medecins ?? {});
  return runSolving(analyse.compute(inputs, params), ask.solve);
}

/** Rows as objects, by code. */
export function rowsOf({ table }: Output): ReadonlyMap<string, Readonly<Record<string, Cell>>> {
  return new Map(
    Array.from({ length: table.length }, (_, row) => {
      const cells = Object.fromEntries(table.columns.map((cell) => [cell.name, cellAt(cell, row)]));
      return [String(cells["code"]), cells] as const;
    }),
  );
}

/** One column as numbers, in row order; null is NaN. */
export function column(output: Output, name: string): readonly number[] {
  return [...rowsOf(output).values()].map((row) => (typeof row[name] === "number" ? row[name] : Number.NaN));
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
