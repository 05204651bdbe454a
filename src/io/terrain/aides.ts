import type { AideCitee } from "../../domain/aides";
import type { IndicateurCite } from "../../domain/documents-terrain";
import { DEPARTEMENTS_NA } from "../../domain/perimetre";
import { DEPARTEMENT_PLAN, type Plan } from "../../domain/plan";
import { lireDocuments } from "./documents";
import { lirePlan } from "./plan";

/** Actions of the plan that are an aid, and whom it is for. */
const DU_PLAN = [
  { id: "action-21", pour: "site" },
  { id: "action-20", pour: "site" },
  { id: "action-29", pour: "medecins" },
] as const;

/** Figures of the regional Pacte that are the amount of an aid, for territories that lack professionals. */
const DU_PACTE = ["garantie-ptmg", "bourse-cesp"] as const;

/** Of the study, the advice that lists what pays for a maison de santé, and the fact that does. */
const CONSEIL_MSP = "msp";
const FINANCEMENTS = "Financements listés";

function required<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`no aid « ${what} » in seeds/`);
  return found;
}

function duPlan({ document, actions }: Plan): readonly AideCitee[] {
  return DU_PLAN.map(({ id, pour }) => {
    const { intitule, pilotes, lignes } = required(actions.find((action) => action.id === id), id);
    return { id, intitule, pour, qui: pilotes, departements: [DEPARTEMENT_PLAN], lieux: null, document: document.titre, date: document.date, lignes };
  });
}

const montant = ({ libelle, valeur, unite }: IndicateurCite): string => `${libelle} : ${valeur.toLocaleString("fr-FR")} ${unite}`;

/** The aids that the seed documents name, those of the place first. Throws when a file of the project is not what it must be. */
export function lireAides(): readonly AideCitee[] {
  const { region, etude } = lireDocuments();
  const duPacte = DU_PACTE.map((id): AideCitee => {
    const found = required(region.indicateurs.find((one) => one.id === id), id);
    return { id, intitule: montant(found), pour: "medecins", qui: [], departements: DEPARTEMENTS_NA, lieux: "manque-de-professionnels", document: region.document.court, date: region.document.date, lignes: found.lignes };
  });
  const conseil = required(etude.preconisations.find(({ id }) => id === CONSEIL_MSP)?.faits.find(({ texte }) => texte.startsWith(FINANCEMENTS)), FINANCEMENTS);
  const ailleurs: AideCitee = { id: "etude-msp", intitule: conseil.texte, pour: "site", qui: [], departements: null, lieux: null, document: etude.document.court, date: etude.document.date, lignes: conseil.lignes };
  return [...duPlan(lirePlan()), ...duPacte, ailleurs];
}
