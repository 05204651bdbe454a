import type { ActionPlan, IndicateurPlan, PeriodePlan, Plan } from "../domain/plan";
import type { Provenance } from "../domain/provenance";
import { dernierEtat, type EntreeSuivi, type SuiviPlan } from "../domain/suivi-plan";
import type { Column, Table } from "../domain/table";
import { jourText, NON_INDIQUE, placeText } from "./ateliers";
import { formatNumber, plural } from "./format";

export const PLAN = {
  chapeau: "34 actions, 2 axes, 11 objectifs. La source donnait l’état de chaque action par une couleur que le texte ne garde pas : aucun n’est deviné. Notez l’état, la date et un commentaire : tout reste dans ce navigateur, avec l’historique.",
  vue: "Présentation",
  tableau: "Par état",
  frise: "Frise",
  axe: "Axe",
  tousAxes: "Les deux axes",
  pilote: "Pilote",
  tousPilotes: "Tous les pilotes",
  exporter: "Exporter en CSV",
  compte: (n: number) => plural(n, "action", "actions"),
  vide: "Aucune action",
  pilotes: "Pilotes",
  partenaires: "Partenaires",
  calendrier: "Échéance",
  demarrage: "Démarrage",
  etat: "État",
  date: "À la date du",
  commentaire: "Commentaire",
  enregistrer: "Enregistrer",
  modifier: "Noter l’état",
  historique: "Historique",
  retirer: "Retirer la dernière note",
  mesure: (analyse: string) => `Mesurer : ${analyse}`,
  mesureAide: "Le lien vers l’analyse est de Maillage : le plan n’en nomme aucune.",
  territoire: "Voir le territoire nommé",
  indicateurs: "Indicateurs du plan",
  colonneAction: "Action",
  colonnePeriode: "Période",
  ouverte: "sans échéance datée",
  inversee: "échéance imprimée avant le démarrage",
  sansDate: "ni démarrage ni échéance datés",
  resultats: "Résultats attendus",
} as const;

const MOIS = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });

/** « septembre 2023 » of a number of months since January of the year 0. */
export function moisText(mois: number): string {
  return MOIS.format(new Date(Date.UTC(Math.floor(mois / 12), mois % 12, 1)));
}

/** « de septembre 2023 à juillet 2024 ». */
export function periodeText(periode: PeriodePlan | null): string {
  if (periode === null) return PLAN.sansDate;
  const { debut, fin, ouverte, inversee } = periode;
  if (ouverte) return `à partir de ${moisText(debut)}, ${PLAN.ouverte}`;
  return `de ${moisText(debut)} à ${moisText(fin)}${inversee ? ` (${PLAN.inversee})` : ""}`;
}

const INSTANT = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short" });

/** « en cours au 3 mars 2026 : texte (noté le 4 mars 2026 à 10:12) ». */
export function entreeText({ le, etat, date, commentaire }: EntreeSuivi): string {
  const at = date === null ? etat : `${etat} au ${jourText(date)}`;
  return `${commentaire === "" ? at : `${at} : ${commentaire}`} (noté le ${INSTANT.format(new Date(le))})`;
}

const LIEU = { "87": "Haute-Vienne", NA: "Nouvelle-Aquitaine", FR: "France" } as const;

/** « 109,2 pour 100 000 habitants (Haute-Vienne, 2021-12-31, Assurance maladie) ». */
export function indicateurPlanText({ valeur, borne, unite, territoire, date, source }: IndicateurPlan): string {
  const figure = formatNumber(valeur, Number.isInteger(valeur) ? 0 : 1);
  const where = [LIEU[territoire], date, source].filter(Boolean).join(", ");
  return `${borne === "plus-de" ? "plus de " : ""}${figure}${unite === "nombre" ? "" : ` ${unite}`} (${where})`;
}

function texte(name: string, label: string, values: readonly (string | null)[]): Column {
  return { type: "texte", name, label, values, vide: "" };
}

/** The plan and its follow-up as a table to export. */
export function tablePlan({ actions, axes, objectifs }: Plan, suivi: SuiviPlan): Table {
  const column = (name: string, label: string, of: (action: ActionPlan) => string | null): Column => texte(name, label, actions.map(of));
  const last = ({ id }: ActionPlan): EntreeSuivi | undefined => suivi[id]?.at(-1);
  return {
    id: "plan-attractivite-87",
    length: actions.length,
    columns: [
      column("action", "Action", ({ id }) => id),
      column("intitule", PLAN.colonneAction, ({ intitule }) => intitule),
      column("axe", PLAN.axe, ({ axe }) => axes.find(({ id }) => id === axe)?.intitule ?? axe),
      column("objectif", "Objectif", ({ objectif }) => objectifs.find(({ id }) => id === objectif)?.intitule ?? objectif),
      column("pilotes", PLAN.pilotes, ({ pilotes }) => pilotes.join(", ")),
      column("partenaires", PLAN.partenaires, ({ partenaires }) => partenaires.join(", ")),
      column("echeance", PLAN.calendrier, ({ calendrier }) => calendrier ?? NON_INDIQUE),
      column("demarrage", PLAN.demarrage, ({ demarrage }) => demarrage ?? NON_INDIQUE),
      column("etat", PLAN.etat, ({ id }) => dernierEtat(suivi, id)),
      column("date", PLAN.date, (action) => last(action)?.date ?? null),
      column("commentaire", PLAN.commentaire, (action) => last(action)?.commentaire ?? null),
      column("historique", PLAN.historique, ({ id }) => (suivi[id] ?? []).map(entreeText).join(" | ")),
      column("place", "Place dans la source", ({ lignes }) => placeText(lignes)),
    ],
  };
}

export const SOURCE_PLAN = ({ document }: Plan): Provenance => ({
  resource: "plan-attractivite-87", title: document.titre, publisher: "ARS, Assurance maladie et leurs partenaires", licence: "faits cités", vintage: document.date, quality: "derive",
});
