import type { GenreTerritoire, Niveau } from "../domain/perimetre";
import type { Quality } from "../domain/provenance";
import { formatNumber, plural } from "./format";

/** Every sentence and label of the screen's frame. Results, issues and sheets have their own files. */

export const NIVEAU: Record<Niveau, string> = {
  commune: "Communes",
  epci: "EPCI",
  "bassin-de-vie": "Bassins de vie",
  canton: "Cantons",
  departement: "Départements",
  region: "Région",
  cpts: "CPTS (importées)",
};

export const GENRE_TERRITOIRE: Record<GenreTerritoire, string> = {
  region: "Région",
  departement: "Départements",
  epci: "Intercommunalités",
  commune: "Commune",
};

export const QUALITE_AIDE: Record<Quality, string> = {
  officiel: "Publié tel quel par le producteur.",
  derive: "Calculé ici à partir de données officielles.",
  illustratif: "Jeu de démonstration : il montre le fonctionnement, pas la réalité.",
};

export const APP = {
  nom: "Maillage",
  devise: "Où manque-t-il des soins ?",
  allerAuContenu: "Aller à la carte",
  espaces: "Espaces",
  explorer: "Explorer",
  fragilites: "Fragilités",
  implanter: "Implanter",
  stages: "Stages",
  presenter: "Présenter",
  terrain: "Terrain",
  donnees: "Données",
  methode: "Méthode",
  guide: "Guide",
  carte: "Carte",
  chargement: "Chargement de la carte…",
  outils: "Outils",
  codeAbsent: "Cette partie de l'application n'a pas pu être chargée. Vérifiez la connexion, puis réessayez.",
  scenarios: "Scénarios",
  ajouterPage: "Ajouter à la présentation",
  presenterRate: "Le code de l'espace Présenter n'a pas pu être chargé : vérifiez la connexion et réessayez.",
  annuler: "Annuler la dernière modification",
  retablir: "Rétablir",
  copierLien: "Copier le lien",
  imprimer: "Imprimer en A4",
  exporter: "Exporter",
  plus: "Autres outils",
  masquerPanneau: "Masquer le panneau",
  afficherPanneau: "Afficher le panneau",
  ouvrirPanneau: "Réglages et légende",
  reduirePanneau: "Réduire",
  recommencer: "Repartir de la première carte",
  versionPrete: "Une nouvelle version de Maillage est prête.",
  installer: "Recharger avec la nouvelle version",
  sansWebgl: "Ce navigateur n'affiche pas la carte interactive (WebGL absent) : voici la carte dessinée, avec les mêmes chiffres.",
  webglPerdu: "L'affichage de la carte a été interrompu ; il revient dès que possible. En attendant, voici la carte dessinée.",
  enregistre: (heure: string) => `Enregistré à ${heure}`,
  pasEnregistre: "Pas encore enregistré",
  local: "Rien ne quitte votre navigateur.",
} as const;

export const EXPORT = {
  tableau: "Exporter le tableau",
  csv: "Tableau CSV",
  csvAide: "Excel français : point-virgule, virgule décimale",
  mailles: "Mailles habitées CSV",
  maillesAide: "Commune, minutes et habitants de chaque maille",
  geojson: "Territoires GeoJSON",
  geojsonAide: "Contours, chiffres et sources",
  svg: "Carte SVG",
  svgAide: "Dessin vectoriel avec légende et sources",
  png: "Carte PNG",
  pngAide: "Image à coller dans un document",
  echec: "La carte n'a pas pu être dessinée. Réessayez, ou exportez-la en SVG.",
} as const;

export const RECHERCHE = {
  libelle: "Chercher une commune, un établissement, un lieu",
  invite: "Chercher une commune, une maison de santé…",
  vide: "Rien ne porte ce nom dans les données chargées.",
  resultats: (n: number) => (n === 0 ? "Aucun résultat" : plural(n, "résultat", "résultats")),
} as const;

export const OU = {
  territoire: "Territoire",
  niveau: "Lu par",
  epciDe: (nom: string) => `Intercommunalités · ${nom}`,
} as const;

export const QUOI = {
  avances: "Plus de réglages",
  analyse: "Analyse",
  modifier: "Choisir",
  poids: "Poids de chaque composante (somme : 100)",
  aucun: "aucun",
  tousLesSites: "Tous les sites",
  retirer: (nom: string) => `Retirer ${nom}`,
  choisis: (n: number, max: number) => `${formatNumber(n)} sur ${formatNumber(max)} au plus`,
} as const;

export const RESULTAT = {
  titre: "Résultat",
  aJour: "à jour",
  calcul: "calcul",
  perime: "périmé",
  attente: "en attente",
  echec: "échec",
  annuler: "Annuler le calcul",
  relancer: "Relancer le calcul",
  perimeAide: "Le calcul a été arrêté : ce résultat correspond aux réglages précédents.",
  rien: "Les minutes par la route se calculent dans votre navigateur ; le premier calcul prend quelques secondes.",
  echecAide: "Le calcul n'a pas abouti.",
  limites: "À savoir",
  mesure: "Mesure",
  sources: "Sources",
} as const;

export const LEGENDE = {
  histogramme: (titre: string) => `Répartition : ${titre}`,
  borne: (rang: number) => `Borne ${formatNumber(rang)}`,
  aideBornes: "Glissez une borne, ou utilisez les flèches, pour changer les classes.",
  methode: "Classes",
  nombre: "Nombre",
  retour: "Classes d'origine",
  methodes: {
    seuils: "Seuils de référence",
    quantiles: "Quantiles (effectifs égaux)",
    egal: "Intervalles égaux",
    ckmeans: "Ruptures naturelles",
    q6: "Q6 (5/25/50/75/95 %)",
    "ecart-type": "Écart-type",
    manuel: "Bornes choisies à la main",
  },
  preset: (libelle: string) => `Seuils : ${libelle}`,
  vue: "Chiffre montré sur la carte",
} as const;

export const COUCHES_TEXTE = {
  titre: "Couches de la carte",
  soins: "Soins et zonage",
  limites: "Limites",
  enChargement: "chargement…",
  corrections: "Compter les maisons de santé connues par d'autres sources",
  correctionsAide: "Ouvertes depuis la dernière publication du répertoire FINESS de 2021.",
} as const;

export const SITES = {
  titre: "Sites pris en compte",
  chercher: "Filtrer les sites",
  aide: "Décochez un site pour voir ce que change son absence.",
  compte: (n: number, total: number) => `${formatNumber(n)} sur ${plural(total, "site", "sites")}`,
  importer: "Importer mes sites (CSV)",
  importerAide: "Un fichier avec les colonnes lon, lat et, si possible, nom. Il reste dans votre navigateur.",
  retirer: "Revenir aux sites officiels",
  miens: (n: number) => `Vos propres sites remplacent la liste officielle (${plural(n, "site", "sites")}).`,
  aucun: "Cette analyse ne compte pas de trajet vers des sites.",
  retablir: "Tout rétablir",
  deplacer: (nom: string) => `Déplacer ${nom}`,
} as const;

export const FICHE = {
  nom: "Fiche",
  fermer: "Fermer la fiche",
  sources: "Sources de la fiche",
  chargement: "Lecture de la fiche…",
  ici: "Regarder ce territoire",
} as const;

export const TABLEAU = {
  titre: "Tableau",
  ouvrir: "Ouvrir le tableau",
  fermer: "Fermer le tableau",
  filtrer: "Filtrer par nom",
  lignes: (n: number, total: number) => (n === total ? plural(total, "ligne", "lignes") : `${formatNumber(n)} sur ${plural(total, "ligne", "lignes")}`),
  hauteur: "Hauteur du tableau",
  vide: "Aucune ligne ne correspond à ce filtre.",
  effacer: "Effacer le filtre",
  classeSeule: (classe: string) => `Classe de la légende : ${classe}`,
  toutesClasses: "Montrer toutes les classes",
  attente: "Le tableau se remplit avec le premier résultat.",
  trier: (colonne: string) => `Trier par ${colonne}`,
  aide: "Flèches pour changer de ligne, Entrée pour ouvrir la fiche.",
  oui: "oui",
  non: "non",
} as const;

export const DONNEES = {
  titre: "Données",
  chapeau: "Tout ce que Maillage sait est dans ce paquet, embarqué avec l'application. Chaque jeu garde son producteur, sa licence et son millésime.",
  paquet: "Jeux embarqués",
  chercher: "Chercher un jeu de données",
  ressource: "Jeu de données",
  producteur: "Producteur",
  licence: "Licence",
  millesime: "Millésime",
  qualite: "Qualité",
  lignes: "Lignes",
  taille: "Taille",
  vide: "L'inventaire des données n'a pas pu être lu. Rechargez la page.",
  aucune: "Aucun jeu ne correspond à cette recherche.",
  chargement: "Lecture de l'inventaire…",
  total: (n: number, octets: string) => `${plural(n, "jeu de données", "jeux de données")}, ${octets} en tout`,
} as const;

export const METHODE = {
  titre: "Méthode",
  chapeau: "Comment chaque chiffre est calculé, avec quelles définitions et dans quelles limites.",
  sommaire: "Sommaire",
  glossaire: "Glossaire",
  reperes: "Chiffres de référence",
  limites: "Limites",
  licences: "Licences",
  citee: "citée",
  recalculee: "recalculée",
} as const;

export const ERREUR = {
  titre: "Une partie de l'écran s'est arrêtée",
  texte: "Le reste de l'application fonctionne encore et votre travail est enregistré dans ce navigateur.",
  reprendre: "Réessayer",
  recharger: "Recharger la page",
  copier: "Copier le détail",
  copie: "Détail copié.",
  copieRefusee: "Le navigateur refuse la copie : sélectionnez le détail ci-dessous.",
  detail: "Détail technique",
} as const;

export const NOTICES = {
  region: "Messages",
  fermer: "Fermer ce message",
  ton: { info: "Information", attention: "Attention", erreur: "Erreur" },
} as const;

const heures = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });
const jours = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long" });

/** « 14:32 » from epoch milliseconds. */
export function formatHeure(instant: number): string {
  return heures.format(instant);
}

/** « 3 mars 2026 » from epoch milliseconds. */
export function formatJour(instant: number): string {
  return jours.format(instant);
}

const UNITES_OCTET = ["o", "ko", "Mo"] as const;

/** « 12,4 ko »: bytes in decimal multiples. */
export function formatOctets(octets: number): string {
  const rang = octets < 1000 ? 0 : octets < 1_000_000 ? 1 : 2;
  return `${formatNumber(octets / 1000 ** rang, rang === 0 ? 0 : 1)} ${UNITES_OCTET[rang]}`;
}
