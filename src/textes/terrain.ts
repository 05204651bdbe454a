import type { NATURES } from "../domain/ateliers";
import type { IndicateurCite, LevierEtude } from "../domain/documents-terrain";
import { NON_INDIQUE } from "./ateliers";
import { formatNumber, plural } from "./format";

export const TERRAIN = {
  titre: "Terrain",
  chapeau: "Ce que les acteurs ont dit, demandé et décidé : faits et chiffres relevés dans cinq documents, dans nos mots, chacun avec sa place dans le texte.",
  onglets: { ateliers: "Ateliers", plan: "Plan d’attractivité", pacte: "Pacte territoire-santé", etude: "Méthode et leviers" },
  chargement: "Lecture des documents…",
  echec: "Ce document n’a pas pu être lu. Rechargez la page.",
  source: (titre: string, auteur: string) => `Source : ${titre}, ${auteur}. « l. » donne les lignes du texte extrait.`,
  aSavoir: "À savoir",
} as const;

export const RECHERCHE_ATELIERS = {
  titre: "Les 47 ateliers du CNR Santé",
  chercher: "Chercher un lieu ou un mot",
  theme: "Thème",
  tousThemes: "Tous les thèmes",
  departement: "Département",
  tousDepartements: "Toute la région",
  compte: (ateliers: number, points: number) => `${plural(ateliers, "atelier", "ateliers")}, ${plural(points, "passage", "passages")}`,
  aucun: "Aucun atelier ne répond à cette recherche. Essayez un autre mot, ou « Tous les thèmes ».",
  carte: "Voir sur la carte",
  sansLieu: "Le document ne dit pas où cette réunion s’est tenue.",
  nonRattache: (nom: string, raison: string) => `« ${nom} » n’est rattaché à aucun code : ${raison}.`,
  chiffres: (n: number) => plural(n, "chiffre cité", "chiffres cités"),
  passages: (n: number) => plural(n, "passage", "passages"),
  thematiques: "Contributions par thématique",
  thematique: "Thématique",
  contributions: "Contributions",
} as const;

export const NATURE: Record<(typeof NATURES)[number], string> = { demande: "demandé", constat: "constaté", situation: "situation" };

export const PACTE = {
  region: "En Nouvelle-Aquitaine",
  departements: "Par département, fin 2016",
  departement: "Département",
  msp: "Maisons de santé ouvertes",
  ptmg: "Contrats de praticien territorial signés",
  action: "Une action",
  france: "Dans les régions de France, 2016",
  nomRegion: "Région",
  colonnes: { cesp: "Engagements de service public", ptmg: "Praticiens territoriaux", mcs: "Correspondants du SAMU", msp: "Maisons de santé" },
  colonne: "Chiffre montré",
} as const;

export const ETUDE = {
  methode: "La méthode",
  constats: "Ce qu’elle a trouvé",
  leviers: "Les leviers, et qui les a essayés",
  preconisations: "Ce qu’elle préconise",
  chiffres: "Chiffres cités",
  exemple: ({ exemple, habitants, generalistes_10000: mg }: LevierEtude) =>
    exemple === null ? "Sans exemple dans le texte extrait." : `${exemple} : ${habitants === null ? NON_INDIQUE : formatNumber(habitants)} habitants, ${mg === null ? NON_INDIQUE : formatNumber(mg, 1)} généralistes pour 10 000.`,
} as const;

const BORNE = { "plus-de": "plus de ", "pres-de": "près de " } as const;

/** « près de 1 800 », « 73 % ». */
export function indicateurText({ valeur, unite, borne }: IndicateurCite): string {
  const figure = formatNumber(valeur, Number.isInteger(valeur) ? 0 : 1);
  const alone = unite === "nombre" || unite === "millions";
  return `${borne === undefined ? "" : BORNE[borne]}${figure}${alone ? "" : ` ${unite}`}`;
}

/** A count of a document, « non indiqué » where it gives none. */
export function compteText(compte: number | null): string {
  return compte === null ? NON_INDIQUE : formatNumber(compte);
}
