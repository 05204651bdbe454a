import type { CoucheId } from "../domain/couche";
import type { Zone } from "../domain/fiche";
import type { GenreSite } from "../domain/genre-site";
import { plural } from "./format";

export interface TexteCouche {
  /** Name in the list of layers and in legends. */
  readonly nom: string;
  /** What one of its features is, for counts. */
  readonly un: string;
  readonly plusieurs: string;
  /** What the reader must know, in one sentence; empty when there is nothing to say. */
  readonly note: string;
}

const A_IMPORTER = "Ce que vous avez importé dans l'espace Données ; rien sans cela.";

export const COUCHE_TEXTE: Record<CoucheId, TexteCouche> = {
  zonage: {
    nom: "Zonage des médecins",
    un: "zone",
    plusieurs: "zones",
    note: "Zonage en vigueur en mai 2025, probablement remplacé début 2026 ; à confirmer auprès de l'ARS.",
  },
  "limites-epci": { nom: "Limites des EPCI", un: "EPCI", plusieurs: "EPCI", note: "" },
  "limites-bassin-de-vie": {
    nom: "Limites des bassins de vie",
    un: "bassin de vie",
    plusieurs: "bassins de vie",
    note: "Bassins de vie 2022 de l'INSEE : ce ne sont pas les territoires de vie-santé.",
  },
  "limites-canton": { nom: "Limites des cantons", un: "canton", plusieurs: "cantons", note: "" },
  "limites-departement": { nom: "Limites des départements", un: "département", plusieurs: "départements", note: "" },
  medecins: {
    nom: "Médecins généralistes par commune",
    un: "commune avec médecin",
    plusieurs: "communes avec médecin",
    note: "Base permanente des équipements 2020 : la surface du cercle suit le nombre de médecins.",
  },
  pharmacie: { nom: "Pharmacies", un: "pharmacie", plusieurs: "pharmacies", note: "État de janvier 2021." },
  ehpad: { nom: "EHPAD", un: "EHPAD", plusieurs: "EHPAD", note: "État de janvier 2021." },
  laboratoire: { nom: "Laboratoires", un: "laboratoire", plusieurs: "laboratoires", note: "État de janvier 2021." },
  hopital: { nom: "Hôpitaux", un: "hôpital", plusieurs: "hôpitaux", note: "État de janvier 2021." },
  urgences: { nom: "Services d'urgences", un: "service d'urgences", plusieurs: "services d'urgences", note: "" },
  smur: { nom: "SMUR", un: "SMUR", plusieurs: "SMUR", note: "Services mobiles d'urgence et de réanimation, antennes comprises." },
  mcs: {
    nom: "Médecins correspondants du SAMU",
    un: "commune avec MCS",
    plusieurs: "communes avec MCS",
    note: "État de fin 2019 ; placés au chef-lieu de la commune.",
  },
  "centres-sante": {
    nom: "Centres de santé",
    un: "centre de santé",
    plusieurs: "centres de santé",
    note: "Les centres infirmiers et dentaires ne donnent pas accès à un médecin généraliste.",
  },
  "secteurs-garde": { nom: "Secteurs de garde", un: "secteur", plusieurs: "secteurs", note: A_IMPORTER },
  cpts: { nom: "Périmètres de CPTS", un: "CPTS", plusieurs: "CPTS", note: A_IMPORTER },
  "soins-non-programmes": { nom: "Soins non programmés", un: "lieu", plusieurs: "lieux", note: A_IMPORTER },
  hebergements: { nom: "Hébergements d'internes", un: "hébergement", plusieurs: "hébergements", note: A_IMPORTER },
  consultations: { nom: "Consultations de spécialistes", un: "consultation", plusieurs: "consultations", note: A_IMPORTER },
  stages: {
    nom: "Lieux de stage",
    un: "lieu de stage",
    plusieurs: "lieux de stage",
    note: "Jeu de démonstration tant que la liste du département universitaire de médecine générale n'est pas importée (espace Données).",
  },
  ateliers: {
    nom: "Ateliers CNR Santé",
    un: "atelier",
    plusieurs: "ateliers",
    note: "Ateliers de fin 2022, placés au chef-lieu de la commune qui les a reçus ; deux réunions sans lieu connu n'y sont pas.",
  },
  msp: {
    nom: "Maisons de santé",
    un: "maison de santé",
    plusieurs: "maisons de santé",
    note: "Répertoire FINESS de janvier 2021, incomplet depuis.",
  },
};

/** « 10 maisons de santé ». */
export function coucheCount(couche: CoucheId, count: number): string {
  const { un, plusieurs } = COUCHE_TEXTE[couche];
  return plural(count, un, plusieurs);
}

export const ZONE_TEXTE: Record<Zone, string> = {
  ZIP: "zone d'intervention prioritaire",
  ZAC: "zone d'action complémentaire",
  HZ: "hors zonage",
};

/** What each symbol stands for, in the singular. */
export const SYMBOLE_TEXTE: Record<GenreSite | "centre-sante-autre" | "mcs" | "maison-medicale-garde" | "csnp" | "telemedecine" | "ateliers", string> = {
  msp: "maison de santé pluriprofessionnelle",
  medecin: "médecin généraliste",
  pharmacie: "pharmacie",
  "centre-sante-medecin": "centre de santé avec médecin",
  "centre-sante-infirmier": "centre de soins infirmiers",
  "centre-sante-dentaire": "centre de santé dentaire",
  "centre-sante-autre": "autre centre de santé",
  urgences: "service d'urgences",
  smur: "SMUR",
  "smur-mcs": "SMUR ou médecin correspondant du SAMU",
  mcs: "commune avec un médecin correspondant du SAMU",
  hopital: "hôpital",
  ehpad: "EHPAD",
  laboratoire: "laboratoire",
  stage: "lieu de stage",
  hebergement: "hébergement d'internes",
  specialiste: "consultation de spécialiste",
  "maison-medicale-garde": "maison médicale de garde",
  csnp: "centre de soins non programmés",
  telemedecine: "télémédecine",
  ateliers: "atelier du CNR Santé",
};
