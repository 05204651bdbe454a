import { formatNumber } from "./format";

/** Every phrase of the printed list of communes. */
export const LISTE_IMPRIMEE = {
  titre: "Ma liste : où vivre et apprendre",
  territoire: (nom: string, communes: number): string => `${nom} · ${formatNumber(communes)} ${communes > 1 ? "communes retenues" : "commune retenue"}, dans mon ordre`,
  illustratif: "Données illustratives : les lieux de stage de cette liste sont un jeu de démonstration inventé. Importez les vôtres pour décider.",
  ensemble: "Dans le territoire",
  tableau: "Mes communes",
  ordre: "Ordre",
  commune: "Commune",
  note: "Note : ",
  profils: "Côte à côte",
  reglages: "Ce que j'ai demandé",
  sources: "Sources",
  limites: "Minutes par la route depuis le chef-lieu, sans bouchon. Une absence de service dans OpenStreetMap n'est pas une preuve. Ni loyer, ni horaire, ni accord d'un maître de stage n'y sont.",
  edition: (jour: string): string => `Maillage, liste éditée le ${jour}`,
  imprimer: "Imprimer ma liste",
  echec: "La liste n'a pas pu être préparée pour l'impression. Réessayez, ou exportez-la en CSV.",
} as const;
