import path from "node:path";
import * as v from "valibot";
import type { Analysis, Inputs } from "../../src/analyses/analysis";
import { ANALYSES, findAnalysis } from "../../src/analyses/registry";
import { dansEmprise } from "../../src/analyses/shared/emprise";
import { parseNiveau, parseTerritoire } from "../../src/analyses/shared/territoire";
import { auxVitesses } from "../../src/analyses/shared/vitesses";
import { SELECTION_PAR_DEFAUT, type SiteList } from "../../src/domain/genre-site";
import { type Issue, issue } from "../../src/domain/issue";
import type { Outcome } from "../../src/domain/outcome";
import type { Perimetre } from "../../src/domain/perimetre";
import type { Dataset, Donnees, ResourceName } from "../../src/domain/ressource";
import { CLASSES_ROUTE, KMH_MAX, KMH_MIN, normaliserScenario, PREREGLAGES, type ScenarioVitesses } from "../../src/domain/vitesses";
import { runToEnd } from "../../src/geo/nearest-site";
import { decodeText } from "../../src/io/bytes";
import { parseSitesCsv } from "../../src/io/sites-csv";
import { scenarioSchema } from "../../src/project/schema";
import type { Call } from "./arguments";
import { badCall, refusedInput } from "./outcome-error";
import { accepted, Package, readGiven, readReplacements } from "./package";
import { type Format, FORMATS, writeResult } from "./write-result";

/** The value of an outcome, or its issues as a bad call. */
function understood<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw badCall(outcome.issues);
  return outcome.value;
}

function chooseAnalysis(id: string): Analysis {
  const found = findAnalysis(id);
  if (found !== undefined) return found;
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

/** For analyses that drive, the parameters may hold `vitesses`: supposed speeds, as the document has them. */
function splitVitesses(analyse: Analysis, raw: unknown): { readonly scenario: ScenarioVitesses | null; readonly rest: unknown } {
  if (!analyse.reseau || typeof raw !== "object" || raw === null || !("vitesses" in raw)) return { scenario: null, rest: raw };
  const { vitesses, ...rest } = raw;
  const parsed = v.safeParse(scenarioSchema, vitesses);
  if (parsed.success) return { scenario: normaliserScenario(parsed.output), rest };
  const parametre = ["vitesses", v.getDotPath(parsed.issues[0])].filter(Boolean).join(".");
  const attendu = `prereglage (${PREREGLAGES.join(", ")}), kmh (${KMH_MIN} à ${KMH_MAX} km/h par classe et milieu, comme « secondaire/rural ») et fermees (${CLASSES_ROUTE.join(", ")})`;
  throw badCall([issue("parametre-invalide", "erreur", { parametre, valeur: JSON.stringify(parsed.issues[0].input) ?? "", attendu })]);
}

/** The user's sites: any bad row refuses the file, since nobody is there to choose to go on without it. */
async function readSites(file: string | null, issues: Issue[]): Promise<SiteList | null> {
  if (file === null) return null;
  const parsed = parseSitesCsv(await readGiven(file), path.basename(file));
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

/** Answers one call: the text for stdout. Throws BadCall or RefusedInput. */
export async function runAnalysis(call: Call, folder: string): Promise<string> {
  const analyse = chooseAnalysis(call.analyse);
  const format = chooseFormat(call.format);
  const niveau = understood(parseNiveau(call.niveau));
  const { scenario, rest } = splitVitesses(analyse, await readParams(call.params));
  const params = understood(analyse.parseParams(rest));
  const issues: Issue[] = [];
  const data = await Package.open(folder, await readReplacements(call.donnees));
  const read = reader(data, issues);
  const communes = (await read("communes")).table;
  const territoire = understood(parseTerritoire(call.territoire, communes, (await read("territoires")).table));
  const sites = await readSites(call.sites, issues);

  const perimetre: Perimetre = { territoire, niveau };
  const datasets: Dataset[] = [];
  for (const { ressource } of analyse.needs(params, perimetre, sites !== null)) datasets.push(await read(ressource));
  const donnees: Donnees = Object.fromEntries(datasets.map((dataset) => [dataset.name, dataset]));
  const reseau = analyse.reseau && dansEmprise(territoire, communes) ? auxVitesses(await data.reseau(), scenario) : null;
  const inputs: Inputs = { donnees, perimetre, reseau, selection: SELECTION_PAR_DEFAUT, sites };
  const output = runToEnd(analyse.compute(inputs, params));
  if (output.issues.some(({ severity }) => severity === "erreur")) {
    throw refusedInput(output.issues.filter(({ severity }) => severity !== "information"));
  }
  return writeResult(format, { analyse, params, perimetre, output, issues: [...issues, ...output.issues] });
}
