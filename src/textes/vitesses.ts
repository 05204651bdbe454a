import { LIBELLE_CLASSE, LIBELLE_PREREGLAGE, type ClasseRoute, type Milieu, PREREGLAGES } from "../domain/vitesses";

/** The panel of supposed speeds. */
export const VITESSES = {
  titre: "Vitesses",
  parDefaut: "par défaut",
  modifiees: "modifiées",
  chapeau: "Supposez d'autres vitesses que celles, calées sur les temps publiés, de l'analyse : toutes les minutes suivent, et le disent.",
  prereglage: "Hypothèse",
  options: [{ value: "", label: "Vitesses par défaut" }, ...PREREGLAGES.map((value) => ({ value, label: LIBELLE_PREREGLAGE[value].replace(/^./, (lettre) => lettre.toUpperCase()) }))],
  aide: "Hypothèses rondes, pour raisonner : −30 % en ville dense, −20 % en agglomération et −5 % ailleurs aux heures de pointe ; −40 % partout par temps de neige.",
  fermer: "Fermer à la circulation",
  table: "Vitesses en km/h, par classe de route",
  classe: "Classe",
  milieu: { urbain: "Bourgs", rural: "Campagne", dense: "Ville dense" } satisfies Record<Milieu, string>,
  cellule: (classe: ClasseRoute, milieu: Milieu): string => `${LIBELLE_CLASSE[classe]}, ${VITESSES_MILIEU[milieu]}, km/h`,
  retour: "Revenir aux vitesses par défaut",
  attente: "Lecture des vitesses…",
} as const;

const VITESSES_MILIEU: Record<Milieu, string> = { urbain: "dans les bourgs", rural: "à la campagne", dense: "en ville dense" };

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
  aide: "Flèches : déplacer le site (Majuscule : à grands pas). Entrée : le poser. Échap : le remettre où il était. Suppr : le retirer.",
  fermer: "Ne plus compter ce site",
  rouvrir: "Compter de nouveau ce site",
} as const;
