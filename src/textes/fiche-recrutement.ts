import { type Column, sharedCell } from "../domain/table";
import { formatQuantity, formatNumber, PAS_DE_DONNEE, plural } from "./format";

/** Every phrase of the recruiting sheet of a commune. */
export const RECRUTER = {
  titre: (nom: string): string => `Recruter un maître de stage à ${nom}`,
  onglet: (nom: string, code: string): string => `Fiche de recrutement : ${nom} (${code})`,
  illustratif: "Données illustratives : les maîtres de stage de cette fiche sont un jeu de démonstration inventé. Elle montre le fonctionnement et non la réalité ; importez votre liste pour décider.",
  rang: (rang: number, total: number): string => `Recrutement n° ${formatNumber(rang)} sur ${formatNumber(total)}`,
  horsSuite: "Non retenue dans la suite",
  pourquoi: "Pourquoi ici",
  ensemble: "Dans le territoire",
  carte: (nom: string): string => `Carte de ce que rapprocherait une recrue à ${nom} et aux environs`,
  legende: "Sur la carte",
  contour: (nom: string): string => `contour de ${nom}`,
  chiffres: "Chiffres",
  chiffre: "Chiffre",
  valeur: "Valeur",
  rapproches: "Communes fragiles que cette recrue rapproche",
  aucune: "Aucune dans la suite.",
  autres: (n: number, habitants: number): string => `et ${plural(n, "autre commune", "autres communes")} (${plural(habitants, "habitant", "habitants")})`,
  suite: "La suite des recrutements",
  ordre: "Ordre",
  commune: "Commune",
  gain: "Habitants ajoutés",
  reglages: "Réglages du calcul",
  sources: "Sources",
  secret: "Effectifs de 1 à 4 personnes d'une liste fournie : « < 5 » (secret) ; « masqué » : une différence le donnerait. Aucun nom de personne n'est lu.",
  limites: "Une recrue est placée au chef-lieu ; minutes par la route, sans bouchon. Rien ne dit qu'un médecin compté en 2020 est encore en place, ni qu'il veut accueillir un interne.",
  edition: (jour: string): string => `Maillage, fiche éditée le ${jour}`,
  imprimer: "Imprimer la fiche de recrutement",
  telecharger: "Télécharger la fiche (HTML)",
  echec: "La fiche de recrutement n'a pas pu être préparée. Réessayez, ou exportez le tableau.",
} as const;

/** A cell as it may leave the browser: French figure with its unit, « < 5 » for so few persons, « pas de donnée » for nothing. */
export function celluleImprimee(column: Column, row: number): string {
  const cell = sharedCell(column, row);
  if (cell === null) return column.vide ?? PAS_DE_DONNEE;
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  if (typeof cell === "string" || column.type !== "nombre") return String(cell);
  return formatQuantity(cell, column.unit, column.digits);
}

/** What the command line says of the sheets it writes. */
export const ECRIRE = {
  ecrites: (nombre: number, dossier: string): string => `${plural(nombre, "fiche de recrutement", "fiches de recrutement")} dans « ${dossier} ».`,
  sansSortie: (usage: string): string => `Il manque le dossier où écrire : ajoutez « --sortie dossier ». ${usage}`,
  aucune: (territoire: string): string => `${territoire} : aucun recrutement ne rapprocherait d'habitant de commune fragile, donc aucune fiche ; « --commune code » en écrit une quand même.`,
  communeAilleurs: (code: string, territoire: string): string => `La commune « ${code} » n'est pas dans ${territoire} : donnez un de ses codes INSEE avec « --commune ».`,
} as const;
