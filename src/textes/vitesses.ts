import { LIBELLE_CLASSE, LIBELLE_PREREGLAGE, type ClasseRoute, type Milieu, PREREGLAGES } from "../domain/vitesses";
import { formatNumber, plural } from "./format";

/** The panel of supposed speeds. */
export const VITESSES = {
  titre: "Vitesses",
  parDefaut: "par défaut",
  modifiees: "modifiées",
  chapeau: "Supposez d'autres vitesses que celles, calées sur les temps publiés, de l'analyse : toutes les minutes suivent, et le disent.",
  prereglage: "Hypothèse",
  options: [{ value: "", label: "Vitesses par défaut" }, ...PREREGLAGES.map((value) => ({ value, label: LIBELLE_PREREGLAGE[value].replace(/^./, (lettre) => lettre.toUpperCase()) }))],
  aide: "Hypothèses pour raisonner : aux heures de pointe, −40 % en ville dense et −20 % dans les bourgs (facteurs publiés par METRIC) ; par temps de neige, −40 % partout.",
  fermer: "Fermer à la circulation",
  tracer: "Dessiner une zone fermée",
  zonesPleines: (max: number) => `${max} zones au plus : rouvrez-en une pour en dessiner une autre.`,
  zone: (rang: number) => `Zone fermée ${rang + 1}`,
  rouvrir: (rang: number) => `Rouvrir la zone ${rang + 1}`,
  table: "Vitesses en km/h, par classe de route",
  classe: "Classe",
  milieu: { urbain: "Bourgs", rural: "Campagne", dense: "Ville dense" } satisfies Record<Milieu, string>,
  cellule: (classe: ClasseRoute, milieu: Milieu): string => `${LIBELLE_CLASSE[classe]}, ${VITESSES_MILIEU[milieu]}, km/h`,
  ville: (secondes: number): string =>
    `Dans les grandes agglomérations (300 km de routes bâties ou plus dans un carré de 10,5 km : Limoges, Brive ou Agen, par exemple), chaque kilomètre bâti prend ${formatNumber(secondes)} s de plus, autoroutes et bretelles exceptées.`,
  retour: "Revenir aux vitesses par défaut",
  attente: "Lecture des vitesses…",
} as const;

const VITESSES_MILIEU: Record<Milieu, string> = { urbain: "dans les bourgs", rural: "à la campagne", dense: "en ville dense" };

/** Drawing a zone on the map. */
export const TRACE = {
  titre: "Zone fermée à la circulation",
  consigne: (sommets: number): string =>
    sommets < 3
      ? `Cliquez sur la carte pour poser les coins de la zone (${plural(sommets, "coin posé", "coins posés")}, trois au moins). Au clavier : touche A sur la carte. Échap pour renoncer.`
      : `${plural(sommets, "coin posé", "coins posés")} : ajoutez-en d'autres, ou fermez la zone. Aucune route qui y entre ne sera empruntée.`,
  fermer: "Fermer la zone",
  reculer: "Retirer le dernier coin",
  renoncer: "Renoncer",
} as const;

/** Adding, moving and removing sites on the map. */
export const AJOUTS = {
  ajouter: "Ajouter un site",
  renoncer: "Ne pas ajouter",
  ou: "Cliquez sur la carte pour y poser le site. Échap pour renoncer.",
  ici: "Ajouter un site ici",
  titre: "Sites ajoutés sur la carte",
  retirer: (nom: string) => `Retirer ${nom}`,
  epingle: (nom: string) => `${nom}, à déplacer`,
  role: "site déplaçable",
  aide: "Flèches : déplacer le site (Majuscule : à grands pas). Entrée : le poser. Échap : le remettre où il était. F2 : le renommer. Suppr : le retirer.",
  fermer: "Ne plus compter ce site",
  rouvrir: "Compter de nouveau ce site",
} as const;
