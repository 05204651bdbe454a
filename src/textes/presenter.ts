import { formatNumber, plural } from "./format";

/** Every phrase of the Présenter space. */
export const PRESENTER = {
  titre: "Présenter",
  chapeau: "Une suite de pages prises dans les cartes, à projeter devant une assemblée et à remettre en PDF ou en diapositives.",
  sansTitre: "Présentation sans titre",
  titrePresentation: "Titre de la présentation",
  ajoutee: (rang: number, titre: string): string => `Page ${formatNumber(rang)} ajoutée : ${titre}`,
  ouvrir: "Voir la présentation",
  rienACapturer: "Il n'y a pas encore de résultat à l'écran : attendez la fin du calcul, puis ajoutez la page.",
  pages: "Pages",
  nombre: (n: number): string => plural(n, "page", "pages"),
  page: (rang: number, titre: string): string => `Page ${formatNumber(rang)} : ${titre}`,
  videTitre: "Aucune page pour l'instant",
  videAide: "Dans Explorer, Fragilités ou Implanter, le bouton « Ajouter à la présentation » prend la carte à l'écran avec ses réglages. Ou partez d'une présentation toute prête, calculée maintenant pour le territoire choisi :",
  modeles: "Présentations prêtes",
  modelesPour: (territoire: string): string => `Calculées maintenant pour : ${territoire}`,
  modeleEnCours: (fait: number, total: number): string => `Calcul des pages : ${formatNumber(fait)} sur ${formatNumber(total)}`,
  modeleSansDonnee: (titre: string): string => `« ${titre} » n'a pas pu être calculée : sa page est laissée de côté.`,
  nouvelleTexte: "Page de texte",
  nouvelleSection: "Page de section",
  titreTexte: "Nouvelle page",
  titreSection: "Nouvelle partie",
  monter: "Monter la page",
  descendre: "Descendre la page",
  dupliquer: "Dupliquer la page",
  supprimer: "Supprimer la page",
  supprimee: (titre: string): string => `Page supprimée : ${titre}`,
  annuler: "Annuler",
  retablir: "Rétablir",
  genre: "Montrer",
  titrePage: "Titre de la page",
  texte: "Texte de la page",
  sousTitre: "Sous-titre",
  phrase: "Phrase de la page",
  phraseAide: "Laissée vide, c'est la phrase du résultat.",
  texteAide: "Une ligne par paragraphe ; « - » au début d'une ligne en fait un élément de liste.",
  notes: "Notes de l'orateur",
  notesAide: "Visibles dans la vue présentateur et dans les notes des diapositives, jamais sur la page.",
  rafraichir: "Recalculer la page",
  rafraichirTout: "Recalculer les pages périmées",
  ouvrirCarte: "Ouvrir sur la carte",
  projeter: "Présenter",
  projeterAide: "Plein écran ; flèches, Page précédente et Page suivante, Espace, Début, Fin, Échap",
  vuePresentateur: "Vue présentateur",
  fenetreRefusee: "Le navigateur a refusé la seconde fenêtre : autorisez les fenêtres surgissantes pour ce site (icône à droite de l'adresse), puis rouvrez la vue présentateur. La projection marche sans elle.",
  exporter: "Exporter",
  exportPdf: "PDF 16:9",
  exportPdfA4: "PDF A4",
  exportPdfAide: "Texte et cartes vectoriels",
  exportPptx: "Diapositives PPTX",
  exportPptxAide: "Titres, légendes, tableaux et graphiques modifiables ; notes gardées",
  exportXlsx: "Tableaux XLSX",
  exportXlsxAide: "Une feuille par page qui a un tableau",
  exportFichier: "Fichier de présentation",
  exportFichierAide: "À rouvrir dans Maillage, sur une autre machine",
  importer: "Ouvrir un fichier de présentation",
  importee: (n: number, fichier: string): string => `${plural(n, "page lue", "pages lues")} dans « ${fichier} ».`,
  exportEnCours: (format: string, fait: number, total: number): string => `${format} : ${formatNumber(fait)} page${fait > 1 ? "s" : ""} sur ${formatNumber(total)}`,
  arreter: "Arrêter",
  exportArrete: "Export arrêté : aucun fichier n'a été écrit.",
  exportFini: (nom: string): string => `Fichier prêt : ${nom}`,
  exportRate: (raison: string): string => `L'export n'a pas abouti (${raison}). Aucun fichier n'a été écrit ; réessayez.`,
  sansTableau: "Aucune page n'a de tableau : rien à mettre dans le classeur.",
  pasCalculee: "Cette page n'a pas encore été calculée.",
  rienDeCeGenre: "Ce résultat n'a rien à montrer sous cette forme : choisissez-en une autre.",
  etat: { "a-jour": "à jour", perime: "périmé", absente: "données absentes", calcul: "calcul", inconnu: "" },
  imageGardee: (jour: string): string => `Image du ${jour} : les données ou le scénario ne sont plus là`,
  perimeDepuis: (jour: string): string => `Chiffres du ${jour}, périmés`,
  rafraichirImpossible: (titre: string): string => `« ${titre} » ne peut plus être recalculée : sa dernière image est gardée, avec sa date.`,
  enregistree: (heure: string): string => `Enregistrée à ${heure}`,
  pasEnregistree: "Le navigateur refuse d'enregistrer la présentation : exportez-la en fichier avant de fermer la page.",
  illisible: (fichier: string, raison: string): string => `« ${fichier} » n'est pas une présentation lisible : ${raison}.`,
  raisonJson: "ce n'est pas un fichier de présentation de Maillage",
  raisonVersion: (version: string, connue: number): string => `elle est de la version ${version}, cette application lit jusqu'à la version ${formatNumber(connue)} ; rechargez la page pour mettre l'application à jour`,
  pagesEcartees: (n: number): string => `${plural(n, "page illisible a été laissée", "pages illisibles ont été laissées")} de côté.`,
  ecranPerdu: (n: number): string => `${plural(n, "page ne peut", "pages ne peuvent")} plus être ${n > 1 ? "recalculées" : "recalculée"} : ${n > 1 ? "leurs réglages ne se lisent" : "ses réglages ne se lisent"} plus, l'image est gardée.`,
  fichierIllisible: (fichier: string): string => `« ${fichier} » n'a pas pu être lu.`,
  // Full screen and presenter's window.
  diaporama: "Présentation en cours",
  suivante: "Page suivante",
  precedente: "Page précédente",
  quitter: "Quitter la présentation",
  pleinEcran: "Plein écran",
  position: (rang: number, total: number): string => `Page ${formatNumber(rang)} sur ${formatNumber(total)}`,
  aSuivre: "À suivre",
  fin: "Fin de la présentation",
  ecoule: "Temps écoulé",
  heure: "Heure",
  sansNotes: "Pas de notes pour cette page.",
  fenetre: "Maillage, vue présentateur",
} as const;

export const GENRE_PAGE = {
  carte: "Carte",
  tableau: "Tableau",
  graphique: "Graphique",
  fiche: "Fiche",
  chiffre: "Chiffres",
  texte: "Texte",
  section: "Section",
} as const;


/** What the command line says of a presentation written as files. */
export const EN_FICHIERS = {
  sansSortie: (usage: string): string => `Il manque le dossier où écrire : ajoutez « --sortie dossier ». ${usage}`,
  modeleInconnu: (modele: string, connus: readonly string[]): string => `Présentation prête inconnue : « ${modele} ». Attendu après « --modele » : ${connus.join(", ")}.`,
  pasIci: (modele: string, territoire: string): string => `La présentation « ${modele} » ne se fait pas pour ${territoire} : choisissez un autre territoire ou une autre présentation.`,
  sansPptx: "Les diapositives PPTX s'exportent de l'espace Présenter : leurs cartes sont des images, que seul un navigateur peint. Ici : pdf, pdf-a4, xlsx, json.",
  ecriture: (dossier: string, raison: string): string => `Impossible d'écrire dans « ${dossier} » (${raison}) : choisissez un dossier où vous pouvez écrire.`,
  ecrits: (pages: number, noms: readonly string[], dossier: string, manquees: readonly string[]): string =>
    `${plural(pages, "page", "pages")} dans « ${dossier} » : ${noms.join(", ")}${manquees.length === 0 ? "" : `. Laissées de côté, faute de données : ${manquees.join(", ")}`}`,
} as const;

const deux = (n: number): string => String(n).padStart(2, "0");

/** « 12:05 », « 1:02:05 »: a duration in milliseconds, in hours, minutes and seconds. */
export function formatDuree(ms: number): string {
  const secondes = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(secondes / 3600), Math.floor(secondes / 60) % 60, secondes % 60];
  return h > 0 ? `${h}:${deux(m)}:${deux(s)}` : `${m}:${deux(s)}`;
}
