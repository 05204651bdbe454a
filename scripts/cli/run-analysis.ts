import path from "node:path";
import type { Analysis, Inputs, Params, Reseau } from "../../src/analyses/analysis";
import { ANALYSES, findAnalysis } from "../../src/analyses/registry";
import { etendueDe, type Graphe, grapheDe } from "../../src/analyses/shared/graphe";
import { auxMedecins } from "../../src/analyses/shared/medecins";
import { besoinsDe } from "../../src/analyses/shared/besoins";
import { auNiveau } from "../../src/analyses/shared/niveau-cpts";
import { parseNiveau, parseTerritoire } from "../../src/analyses/shared/territoire";
import { tuilesDuCalcul } from "../../src/analyses/shared/tuiles";
import { auxVitesses } from "../../src/analyses/shared/vitesses";
import { SELECTION_PAR_DEFAUT, type SiteList } from "../../src/domain/genre-site";
import { type Issue, issue, warnings } from "../../src/domain/issue";
import type { Outcome } from "../../src/domain/outcome";
import type { Perimetre } from "../../src/domain/perimetre";
import type { Dataset, Donnees, ResourceName } from "../../src/domain/ressource";
import type { Table } from "../../src/domain/table";
import { runToEnd } from "../../src/geo/nearest-site";
import { decodeText } from "../../src/io/bytes";
import { parseSitesCsv } from "../../src/io/sites-csv";
import { lireAides } from "../../src/io/terrain/aides";
import type { Call } from "./arguments";
import { splitHypotheses, verifierMedecins } from "./hypotheses";
import { etatsDuFichier, splitScenarios } from "./scenarios";
import { badCall, RefusedInput, refusedInput } from "./outcome-error";
import { accepted, Package, readGiven, readReplacements } from "./package";
import { runSolving } from "./solveur";
import { type Format, FORMATS, type Result, writeResult } from "./write-result";

/** The value of an outcome, or its issues as a bad call. */
function understood<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw badCall(outcome.issues);
  return outcome.value;
}

function chooseAnalysis(id: string): Promise<Analysis> {
  const found = findAnalysis(id);
  if (found !== undefined) return found.open();
  throw badCall([issue("analyse-inconnue", "erreur", { analyse: id, attendues: ANALYSES.map((analysis) => analysis.id).join(", ") })]);
}

function chooseFormat(format: string): Format {
  const found = FORMATS.find((known) => known === format);
  if (found === undefined) throw badCall([issue("format-inconnu", "erreur", { format, attendus: FORMATS.join(", ") })]);
  return found;
}

async function readParams(file: string | null): Promise<unknown> {
  if (file === null) return {};
  try {
    return JSON.parse(decodeText(await readGiven(file)).text);
  } catch (error) {
    if (error instanceof SyntaxError) throw badCall([issue("fichier-illisible", "erreur", { fichier: file, raison: "ce n'est pas du JSON" })]);
    throw error;
  }
}

const AUCUN_SITE: SiteList = { ids: [], noms: [], communes: [], lon: new Float64Array(), lat: new Float64Array(), capacite: new Float64Array() };

/** The user's sites: any bad row refuses the file, since nobody is there to choose to go on without it. An empty file is no site at all, where that means something. */
async function readSites(file: string | null, analyse: Analysis, issues: Issue[]): Promise<SiteList | null> {
  if (file === null) return null;
  const parsed = parseSitesCsv(await readGiven(file), path.basename(file));
  if (analyse.listeVide === true && !parsed.ok && parsed.issues.every(({ code }) => code === "fichier-vide")) return AUCUN_SITE;
  if (parsed.issues.some(({ severity }) => severity === "erreur")) throw refusedInput(parsed.issues);
  issues.push(...parsed.issues);
  return accepted(parsed);
}

/** Reads resources one by one, each once, and keeps what is to be said of them. */
function reader(data: Package, issues: Issue[]): (name: ResourceName) => Promise<Dataset> {
  const known = new Map<ResourceName, Dataset>();
  return async (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const read = await data.dataset(name);
    const dataset = accepted(read);
    issues.push(...read.issues);
    known.set(name, dataset);
    return dataset;
  };
}

/** Reads a road graph; null when the package has none that can be read, which is said. One that the user gave is refused. */
async function readReseau(data: Package, graphe: Graphe, call: Call, issues: Issue[]): Promise<Reseau | null> {
  try {
    return await data.reseau(graphe);
  } catch (error) {
    const given = call.donnees.some(([nom]) => nom.startsWith("graphe-") || nom === "vitesses");
    if (given || !(error instanceof RefusedInput)) throw error;
    issues.push(...warnings(error.issues));
    return null;
  }
}

/** Opens tiles of the graph until the minutes are those of the whole region's. */
async function openTuiles(read: (graphe: Graphe) => Promise<Reseau | null>, communes: Table, analyse: Analysis, params: Params, inputs: Inputs): Promise<Inputs> {
  const more = runToEnd(tuilesDuCalcul(inputs, communes, analyse.destinations(inputs, params)));
  if (more.length === 0) return inputs;
  const reseau = await read([...(inputs.reseau?.tuilage?.tuiles ?? []), ...more]);
  return openTuiles(read, communes, analyse, params, { ...inputs, reseau });
}

/** Computes what a call asks for. Throws BadCall or RefusedInput. */
export async function resultOf(call: Call, folder: string): Promise<Result> {
  const analyse = await chooseAnalysis(call.analyse);
  const niveau = understood(parseNiveau(call.niveau));
  const raw = await readParams(call.params);
  const { ecrits, rest: own } = analyse.etats === true ? splitScenarios(raw) : { ecrits: [], rest: raw };
  const { hypotheses, rest } = splitHypotheses(analyse, own);
  const params = understood(analyse.parseParams(rest));
  const issues: Issue[] = [];
  const data = await Package.open(folder, await readReplacements(call.donnees));
  const read = reader(data, issues);
  const communes = (await read("communes")).table;
  const territoire = understood(parseTerritoire(call.territoire, communes, (await read("territoires")).table));
  const sites = await readSites(call.sites, analyse, issues);

  const perimetre: Perimetre = { territoire, niveau };
  const datasets: Dataset[] = [];
  for (const { ressource } of besoinsDe(analyse, params, perimetre, sites !== null)) datasets.push(await read(ressource));
  const prets = auNiveau(Object.fromEntries(datasets.map((dataset) => [dataset.name, dataset])), perimetre);
  const donnees: Donnees = accepted(prets);
  issues.push(...prets.issues);
  const open = async (graphe: Graphe): Promise<Reseau | null> => {
    const found = await readReseau(data, graphe, call, issues);
    return found === null ? null : auxVitesses(found, hypotheses.vitesses);
  };
  const reseau = analyse.reseau ? await open(grapheDe(territoire, communes, sites, etendueDe(analyse, params))) : null;
  const etats: Pick<Inputs, "etats"> = analyse.etats === true ? { etats: await etatsDuFichier(ecrits, analyse.genres(params), sites) } : {};
  verifierMedecins(hypotheses.medecins, communes, "medecins");
  for (const [rang, etat] of (etats.etats ?? []).entries()) verifierMedecins(etat.medecins, communes, `scenarios.${rang - 1}.medecins`);
  const first = auxMedecins({ donnees, perimetre, reseau, selection: SELECTION_PAR_DEFAUT, sites, ...etats, ...(analyse.aides === true ? { aides: lireAides() } : {}) }, hypotheses.medecins);
  const inputs = await openTuiles(open, communes, analyse, params, first);
  const output = await runSolving(analyse.compute(inputs, params));
  if (output.issues.some(({ severity }) => severity === "erreur")) {
    throw refusedInput(output.issues.filter(({ severity }) => severity !== "information"));
  }
  return { analyse, params, perimetre, output, issues: [...issues, ...output.issues] };
}

/** Answers one call: the text for stdout. Throws BadCall or RefusedInput. */
export async function runAnalysis(call: Call, folder: string): Promise<string> {
  await chooseAnalysis(call.analyse);
  const format = chooseFormat(call.format);
  return writeResult(format, await resultOf(call, folder));
}
