import type { CibleSite } from "../domain/genre-site";
import { formatList } from "./format";

/** What one is far from or close to, with its article: « à 20 min au plus d'une pharmacie ». */
const DE_CIBLE: Record<CibleSite, string | readonly string[]> = {
  msp: "d'une maison de santé",
  medecin: "d'une commune avec un médecin généraliste",
  pharmacie: "d'une pharmacie",
  "centre-sante-medecin": "d'un centre de santé avec médecin",
  "centre-sante-infirmier": "d'un centre de soins infirmiers",
  "centre-sante-dentaire": "d'un centre de santé dentaire",
  urgences: "d'un service d'urgences",
  smur: "d'un SMUR",
  "smur-mcs": ["d'un SMUR", "d'un médecin correspondant du SAMU"],
  hopital: "d'un hôpital",
  ehpad: "d'un EHPAD",
  laboratoire: "d'un laboratoire",
  stage: "d'un lieu de stage",
  hebergement: "d'un hébergement d'internes",
  specialiste: "d'une consultation de spécialiste",
  liste: "d'un site de votre liste",
};

/** « d'une maison de santé ou d'une pharmacie ». */
export function deCibles(cibles: readonly CibleSite[]): string {
  return formatList([...new Set(cibles.flatMap((cible) => DE_CIBLE[cible]))], "disjunction");
}
