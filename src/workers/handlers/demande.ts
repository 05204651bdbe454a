import type { Analysis, Inputs, Params, Reseau } from "../../analyses/analysis";
import { auxMedecins } from "../../analyses/shared/medecins";
import type { Entry } from "../../analyses/registry";
import { besoinsDe } from "../../analyses/shared/besoins";
import type { SiteList } from "../../domain/genre-site";
import { type Issue, warnings } from "../../domain/issue";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import { type Outcome, success } from "../../domain/outcome";
import { NIVEAU_IMPORTE } from "../../domain/perimetre";
import type { Loader } from "../loader";
import type { RunRequest } from "../protocol";
import { resultKey } from "../result-key";
import type { Job } from "../server";
import { lireDonnees } from "./donnees";
import type { Lieu } from "./lieu";
import { lireQuestion } from "./question";
import type { OuvrirReseau } from "./reseau";

/** Where the minutes of a request will come from. */
export interface Route {
  readonly origine: OrigineMinutes["kind"];
  readonly reseau: Reseau | null;
  /** Why there is no graph where there should be one. */
  readonly issues: readonly Issue[];
}

/**
 * The network the analysis drives on: see `OuvrirReseau`. Without one, or when the file of the embedded graph cannot be
 * read, the result is an estimate (or has no minutes) and says so. An imported network that is no longer there is refused.
 */
async function lireRoute(ouvrir: OuvrirReseau, analyse: Analysis, params: Params, ask: RunRequest, lieu: Lieu, job: Job): Promise<Outcome<Route>> {
  const { moteur, reseau: choix } = ask;
  if (!analyse.reseau) return success({ origine: "route", reseau: null, issues: [] });
  if (moteur !== null && analyse.moteurs === "minutes") return success({ origine: "moteur", reseau: null, issues: [] });
  const read = await ouvrir.premier(analyse, params, lieu, ask, job);
  if (!read.ok && choix !== null) return read;
  const reseau = read.ok ? read.value : null;
  return success({ origine: reseau === null ? "estimation" : "route", reseau, issues: warnings(read.issues) });
}

/** A computation about to run: what it reads, and where its minutes come from. */
export interface Depart {
  readonly inputs: Inputs;
  readonly route: Route;
}

/** No site at all: every point is nearer to a closed tile. */
const AUCUN_SITE: SiteList = { ids: [], noms: [], communes: [], lon: new Float64Array(), lat: new Float64Array(), capacite: new Float64Array() };

/** The lists that tiles are opened for: those the analysis goes to, and the same without a site that will move. */
function listes(analyse: Analysis, params: Params, inputs: Inputs, mobile: string | undefined): readonly SiteList[] {
  const lists = analyse.destinations(inputs, params);
  if (mobile === undefined) return lists;
  const { selection } = inputs;
  const without = analyse.destinations({ ...inputs, selection: { ...selection, exclus: [...selection.exclus, mobile] } }, params);
  return [...lists, ...(without.length === 0 ? [AUCUN_SITE] : without)];
}

/** Opens the tiles of the graph that the minutes need. When one cannot be read, the whole result is an estimate: minutes by road and as the crow flies never mix. */
async function completer(ouvrir: OuvrirReseau, lieu: Lieu, lists: readonly SiteList[], { inputs, route }: Depart, job: Job): Promise<Depart> {
  const completed = await ouvrir.completer(lieu, lists, inputs, job);
  if (completed.ok) return { inputs: completed.value, route };
  return { inputs: { ...inputs, reseau: null }, route: { origine: "estimation", reseau: null, issues: warnings(completed.issues) } };
}

/** A run that is understood, with where its minutes will come from; `lire` then loads the rest of what it computes with. */
export interface Demande {
  readonly analyse: Analysis;
  readonly params: Params;
  readonly route: Route;
  /** Name of the result, its minutes coming from there. */
  keyOf(origine: Route["origine"]): string;
  /**
   * @param mobile a site that will move: the tiles opened are then those that the minutes would need without it too. Where
   * `doutes` of the network says nothing, the minutes towards any place it goes to are those of the whole graph: a way that
   * leaves the open tiles is already longer than the way to another site.
   */
  lire(mobile?: string): Promise<Outcome<Depart>>;
  /** See `doutesDe`. */
  doutes(reseau: Reseau): ReturnType<OuvrirReseau["doutes"]>;
}

export type Comprendre = (ask: RunRequest, job: Job) => Promise<Outcome<Demande>>;

export function comprendre(loader: Loader, analyses: readonly Entry[], ouvrir: OuvrirReseau): Comprendre {
  return async (ask, job) => {
    const question = await lireQuestion(loader, analyses, ask);
    if (!question.ok) return question;
    const { analyse, params, lieu, manifeste } = question.value;
    const besoins = besoinsDe(analyse, params, ask.perimetre, ask.sites !== null);
    const [donnees, route] = await Promise.all([lireDonnees(loader, besoins, lieu.etendue), lireRoute(ouvrir, analyse, params, ask, lieu, job)]);
    if (!route.ok) return route;
    const lire: Demande["lire"] = async (mobile) => {
      if (!donnees.ok) return donnees;
      const { perimetre, selection, sites, etats } = ask;
      // Loaded on first use: most visits bring no perimeter.
      const prets = perimetre.niveau === NIVEAU_IMPORTE ? (await import("../../analyses/shared/niveau-cpts")).auNiveau(donnees.value, perimetre) : success(donnees.value);
      if (!prets.ok) return prets;
      const read: Inputs = { donnees: prets.value, perimetre, reseau: route.value.reseau, selection, sites, ...(etats === undefined ? {} : { etats }), ...(analyse.aides === true ? { aides: (await import("../../io/terrain/aides")).lireAides() } : {}) };
      const inputs = auxMedecins(read, ask.medecins ?? {});
      return success(await completer(ouvrir, lieu, listes(analyse, params, inputs, mobile), { inputs, route: { ...route.value, issues: [...route.value.issues, ...prets.issues] } }, job));
    };
    // The user's own tables are data too: another one gives another result.
    const importees = donnees.ok ? Object.values(donnees.value).flatMap(({ name, importee }) => (importee === undefined ? [] : [`${name}=${importee}`])) : [];
    const revision = [manifeste.version, ...importees.toSorted()].join(";");
    const keyOf: Demande["keyOf"] = (origine) => resultKey({ ...ask, params }, analyse.version, revision, origine);
    return success({ analyse, params, route: route.value, keyOf, lire, doutes: (reseau) => ouvrir.doutes(lieu, reseau) });
  };
}
