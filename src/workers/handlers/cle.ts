import type { Entry } from "../../analyses/registry";
import { besoinsDe } from "../../analyses/shared/besoins";
import { issue } from "../../domain/issue";
import { failure, success } from "../../domain/outcome";
import type { Loader } from "../loader";
import type { Reseaux } from "../reseaux";
import { resultKey } from "../result-key";
import type { Handler } from "../server";
import type { Tables } from "../tables";
import { lireQuestion } from "./question";

/**
 * Names what a result would be made of today, without computing it nor opening the road graph: another name than the one
 * kept means that the kept figures are out of date. Refused when the territory, the analysis or an imported network is gone.
 */
export function cle(loader: Loader, analyses: readonly Entry[], reseaux: Reseaux, tables: Tables): Handler<"cle"> {
  return async (ask) => {
    const question = await lireQuestion(loader, analyses, ask);
    if (!question.ok) return question;
    const { analyse, params, manifeste } = question.value;
    const { reseau } = ask;
    if (reseau !== null && !(await reseaux.liste()).some(({ id }) => id === reseau.id)) return failure(issue("reseau-inconnu", "erreur", { fichier: reseau.fichier }));
    const besoins = besoinsDe(analyse, params, ask.perimetre, ask.sites !== null).map(({ ressource }) => ressource as string);
    const importees = (await tables.liste()).filter(({ ressource }) => besoins.includes(ressource));
    const revision = [manifeste.version, ...importees.map(({ ressource, date }) => `${ressource}=${date}`).toSorted()].join(";");
    return success({ cle: resultKey({ ...ask, params }, analyse.version, revision, "route"), listes: importees.map(({ ressource }) => ressource) });
  };
}
