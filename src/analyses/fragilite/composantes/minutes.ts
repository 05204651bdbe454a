import { type GenreSite, SELECTION_PAR_DEFAUT } from "../../../domain/genre-site";
import { meanByGroup } from "../../shared/groupes";
import { resourcesOf } from "../../shared/sites";
import type { Composante } from "./composante";

/** Minutes by road from the chefs-lieux to the nearest site of a kind, in the mean of the inhabitants. */
function minutesVers(genre: GenreSite, id: string, vers: string, favorable: number, fragile: number): Composante {
  return {
    id,
    label: `Minutes jusqu'${vers}`,
    unit: "minutes",
    digits: 1,
    bornes: { favorable, fragile },
    ressources: resourcesOf([genre], SELECTION_PAR_DEFAUT),
    genre,
    lire: ({ lieux: { groupes, chefs }, minutes }) => {
      const found = minutes.get(genre);
      if (found === undefined) throw new Error(`minutes to « ${genre} » are read but were not computed`);
      return meanByGroup(groupes, found, chefs.demande.habitants);
    },
  };
}

export const minutesMedecin = minutesVers("medecin", "minutes_medecin", "à une commune avec généraliste", 5, 20);
export const minutesMsp = minutesVers("msp", "minutes_msp", "à une maison de santé", 10, 30);
export const minutesPharmacie = minutesVers("pharmacie", "minutes_pharmacie", "à une pharmacie", 5, 20);
export const minutesUrgences = minutesVers("urgences", "minutes_urgences", "à un service d'urgences", 15, 30);
