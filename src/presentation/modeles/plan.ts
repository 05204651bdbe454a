import { DEPARTEMENT_PLAN, type Plan } from "../../domain/plan";
import { dernierEtat, ETATS_SUIVI, type SuiviPlan } from "../../domain/suivi-plan";
import type { Graphique, Tableau } from "../../documents/pages/feuille";
import { PLAN } from "../../textes/modeles";
import { SOURCE_PLAN } from "../../textes/plan";
import type { Autour } from "../lire-ecran";
import type { Capture } from "../page";
import type { Modele, PageVoulue } from "./modele";

const BLEU = "#2f6fb5";
const OCRE = "#d9701a";

/** Content drawn from the document rather than computed: a date and a source, nothing to compute again. */
function tire(plan: Plan, date: number, more: Partial<Pick<Capture, "tableau" | "graphique" | "chiffres">>): Capture {
  return {
    date, cle: "", listes: [], territoire: { genre: "departement", code: DEPARTEMENT_PLAN, nom: PLAN.lieux[DEPARTEMENT_PLAN] ?? "" }, titre: PLAN.titre, phrase: "", dessin: { svg: "<svg></svg>", largeur: 1, hauteur: 1 }, legendes: [], paire: null,
    tableau: { entetes: [], lignes: [] }, graphique: null, chiffres: [], fiche: null, sources: [SOURCE_PLAN(plan)], illustratif: false, estimation: false, lien: "#/explorer?t=87", ...more,
  };
}

const entete = (libelle: string) => ({ libelle, nombre: false, decimales: null, part: false, vide: null });

/** Actions that a page can hold without cutting their words. */
const PAR_PAGE = 6;

/** The actions of an axis, with the state last noted of each, by pages as full as each other. */
function actionsDe({ actions, objectifs }: Plan, axe: string, suivi: SuiviPlan): readonly Tableau[] {
  const noms = new Map(objectifs.map(({ id, intitule }) => [id, intitule]));
  const entetes = [PLAN.action, PLAN.objectif, PLAN.pilotes, PLAN.calendrier, PLAN.etat].map(entete);
  const own = actions.filter((action) => action.axe === axe);
  const pages = Math.ceil(own.length / PAR_PAGE);
  const par = Math.ceil(own.length / pages);
  return Array.from({ length: pages }, (_, page) => ({
    entetes,
    lignes: own.slice(page * par, (page + 1) * par).map(({ id, intitule, objectif, pilotes, calendrier }) => [intitule, noms.get(objectif) ?? objectif, pilotes.join(", "), calendrier ?? PLAN.nonIndique, PLAN.etatDit(dernierEtat(suivi, id), suivi[id]?.at(-1)?.date ?? null)]),
  }));
}

/** How many times each value comes, most often first. */
function compter(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

const barres = (titre: string, unite: string, counts: readonly (readonly [string, number])[], couleur: string): Graphique => ({ titre, unite, decimales: 0, barres: counts.map(([libelle, valeur]) => ({ libelle, valeur, couleur })) });

/** Densities of GPs that the plan cites, at the same date. */
function densites({ indicateurs }: Plan): Graphique {
  const cited = indicateurs.filter(({ id }) => /^densite-generalistes-(87|na|fr)$/.test(id));
  const annee = cited[0]?.date?.slice(0, 4) ?? "";
  return { ...barres(PLAN.densitePlan(`fin ${annee}`), "", cited.map(({ territoire, valeur }) => [PLAN.lieux[territoire] ?? territoire, valeur]), OCRE), decimales: 1 };
}

/** How many actions are in each state, in the order of progress. */
function etats({ actions }: Plan, suivi: SuiviPlan): readonly (readonly [string, number])[] {
  return ETATS_SUIVI.map((etat) => [etat, actions.filter(({ id }) => dernierEtat(suivi, id) === etat).length]);
}

function pagesDuPlan(plan: Plan, { date, suivi }: Pick<Autour, "date" | "suivi">): readonly PageVoulue[] {
  const pilotes = compter(plan.actions.flatMap((action) => action.pilotes));
  const objectifs = compter(plan.actions.map(({ objectif }) => plan.objectifs.find(({ id }) => id === objectif)?.intitule ?? objectif));
  const avancement = etats(plan, suivi);
  const contenu = (cle: string, genre: PageVoulue["genre"], titre: string, more: Parameters<typeof tire>[2], texte = ""): PageVoulue => ({ cle, genre, titre: () => titre, texte: () => texte, contenu: tire(plan, date, more) });
  return [
    contenu("debut", "section", PLAN.titre, {}, PLAN.sousTitre),
    contenu("bref", "texte", PLAN.essentiel, {}, PLAN.resume(plan.axes.map(({ intitule }) => intitule), plan.objectifs.length, plan.actions.length, pilotes.length, avancement)),
    contenu("avancement", "graphique", PLAN.avancement, { graphique: barres("", PLAN.uniteEtat, avancement, BLEU) }),
    ...plan.axes.flatMap(({ id, intitule }) =>
      actionsDe(plan, id, suivi).map((tableau, i, tous): PageVoulue => ({ cle: `${id}-${i}`, genre: "tableau", titre: () => PLAN.axe(intitule, i + 1, tous.length), notes: () => PLAN.notes, contenu: tire(plan, date, { tableau }) })),
    ),
    contenu("pilotes", "graphique", PLAN.parPilote, { graphique: barres("", PLAN.uniteActions, pilotes.slice(0, 9), BLEU) }),
    contenu("objectifs", "graphique", PLAN.parObjectif, { graphique: barres("", PLAN.uniteObjectif, objectifs, BLEU) }),
    contenu("chiffres", "graphique", PLAN.chiffresPlan, { graphique: densites(plan) }),
    { cle: "aujourdhui", genre: "carte", titre: () => PLAN.aujourdhui, notes: () => PLAN.aujourdhuiTexte, ecran: { analyse: "densite", couches: ["medecins"] } },
    { cle: "stages", genre: "carte", titre: () => PLAN.stages, ecran: { analyse: "maitrise-de-stage", params: { seuil: 20 }, couches: ["stages"] } },
    { cle: "msp", genre: "carte", titre: () => PLAN.msp, ecran: { analyse: "implantation", params: { p: 2, seuil_minutes: 15 }, couches: ["msp"] } },
    contenu("suite", "texte", PLAN.suite, {}, PLAN.questions),
  ];
}

/** Follow-up of the plan of the Haute-Vienne: only there. */
export const plan: Modele = {
  id: "plan",
  pour: ({ code }) => code === DEPARTEMENT_PLAN,
  pages: async (_, autour) => pagesDuPlan((await import("../../io/terrain/plan")).lirePlan(), autour),
};
