import { type Importable, type TableImportee, TITRE_IMPORTABLE } from "../domain/table-importee";
import { plural } from "./format";

interface TexteTable {
  readonly titre: string;
  /** What the file must hold, and what it is for. */
  readonly chapeau: string;
  /** Once it is read: what it now does. */
  readonly fini: (fichier: string) => string;
  readonly retirer: string;
  /** About persons: what leaves the browser is masked. */
  readonly personnes: boolean;
}

const retire = "Retirer cette table";

/** What is said of each kind of table that the user may bring. */
const PAR_TABLE: Record<Importable, TexteTable> = {
  stages: {
    titre: "Maîtres de stage et lieux de stage",
    chapeau:
      "Ceux de Maillage sont un jeu de démonstration, inventé. Donnez votre liste : « code_insee;nombre », ou une ligne par lieu avec longitude et latitude (ou code_insee), et si vous les avez la capacité, le niveau de l'interne et le mode d'exercice.",
    fini: (fichier) => `« ${fichier} » remplace le jeu de démonstration`,
    retirer: "Retirer, revenir au jeu de démonstration",
    personnes: true,
  },
  "zonage-compare": {
    titre: TITRE_IMPORTABLE["zonage-compare"],
    chapeau: "Un autre millésime du zonage : « code_insee;zone » (ZIP, ZAC, ZV, hors zonage) et, si vous la connaissez, sa date dans « millesime ». L'analyse « Zonage face aux indicateurs » dit alors quelles communes entrent, sortent ou changent de classe.",
    fini: (fichier) => `« ${fichier} » est comparé au zonage de mai 2025`,
    retirer: retire,
    personnes: false,
  },
  "ages-medecins": {
    titre: TITRE_IMPORTABLE["ages-medecins"],
    chapeau: "« code_insee;age », une ligne par médecin, ou « code_insee;tranche;effectif » (60-64, moins de 40, 65 et plus) et, si vous la connaissez, la date des âges dans « millesime ». « Départs de médecins », la fragilité et le recrutement partent alors de ces âges, et non plus de ceux que l'APL de 2021 laisse deviner.",
    fini: (fichier) => `« ${fichier} » donne les âges des médecins`,
    retirer: retire,
    personnes: true,
  },
  cpts: {
    titre: TITRE_IMPORTABLE.cpts,
    chapeau: "« code_insee;cpts », une ligne par commune (plusieurs là où deux CPTS se chevauchent), ou un GeoJSON de surfaces nommées. L'analyse « Couverture par les CPTS » et la couche du même nom les lisent.",
    fini: (fichier) => `« ${fichier} » donne les périmètres de CPTS`,
    retirer: retire,
    personnes: false,
  },
  "soins-non-programmes": {
    titre: TITRE_IMPORTABLE["soins-non-programmes"],
    chapeau: "Maisons médicales de garde, centres de soins non programmés (CSNP), télémédecine : « lon;lat;nom;genre;horaires » (ou code_insee), avec pour horaires jour, nuit, 24h/24, des heures comme 20h-24h, ou des jours et des heures (« lundi au vendredi 9h-19h, samedi matin »).",
    fini: (fichier) => `« ${fichier} » donne les lieux de soins non programmés`,
    retirer: retire,
    personnes: false,
  },
  "secteurs-garde": {
    titre: TITRE_IMPORTABLE["secteurs-garde"],
    chapeau: "« code_insee;secteur » : le secteur de garde de chaque commune, en couche et dans l'analyse « Soins non programmés ».",
    fini: (fichier) => `« ${fichier} » donne les secteurs de garde`,
    retirer: retire,
    personnes: false,
  },
  hebergements: {
    titre: TITRE_IMPORTABLE.hebergements,
    chapeau: "« lon;lat;places », une ligne par lieu, ou « code_insee;places ». Ils deviennent une couche et un genre de site : temps d'accès, couverture, isochrones. Leur nom n'est ni montré ni exporté.",
    fini: (fichier) => `« ${fichier} » donne les hébergements`,
    retirer: retire,
    personnes: false,
  },
  consultations: {
    titre: TITRE_IMPORTABLE.consultations,
    chapeau: "« lon;lat;specialite » (ou code_insee), une ligne par lieu et par spécialité, consultations avancées comprises. Elles deviennent une couche, un genre de site, et l'étape « spécialiste » du patient traceur. Le nom du praticien n'est ni lu, ni montré, ni exporté.",
    fini: (fichier) => `« ${fichier} » donne les consultations de spécialistes`,
    retirer: retire,
    personnes: false,
  },
};

function bilan({ lignes, lues, bilan: detail }: TableImportee): string {
  const { reparees = 0, rejetees = 0, horsRegion = 0 } = detail ?? {};
  const more = [
    ...(reparees === 0 ? [] : [plural(reparees, "réparée", "réparées")]),
    ...(rejetees === 0 ? [] : [plural(rejetees, "refusée", "refusées")]),
    ...(horsRegion === 0 ? [] : [`${plural(horsRegion, "ligne", "lignes")} hors de la région`]),
  ];
  return `${[plural(lues, "ligne lue", "lignes lues"), plural(lignes, "gardée", "gardées"), ...more].join(", ")}.`;
}

/** Every sentence about the tables that the user brings. */
export const TABLES = {
  titre: "Vos tables",
  chapeau: "Elles sont lues dans votre navigateur et n'en sortent pas. Chaque ligne refusée est dite avec son numéro ; les bonnes sont gardées. Une ancienne commune est reportée sur l'actuelle.",
  par: PAR_TABLE,
  aImporter: (ressource: Importable) => `À importer : ${PAR_TABLE[ressource].titre}`,
  ouvrirDonnees: "Importer dans Données",
  importer: "Importer",
  importerQuoi: (ressource: Importable) => `Importer : ${PAR_TABLE[ressource].titre}`,
  modele: "Modèle vide",
  modeleDe: (ressource: Importable) => `Modèle vide : ${PAR_TABLE[ressource].titre}`,
  schema: "Schéma des colonnes",
  schemaDe: (ressource: Importable) => `Schéma des colonnes : ${PAR_TABLE[ressource].titre}`,
  personnes: "Les noms de personnes ne sont pas lus. Dans ce qui s'exporte, un effectif de moins de 5 devient « < 5 ».",
  refuse: (fichier: string) => `« ${fichier} » n'est pas importé`,
  bilan,
  nonGardee: "Le navigateur refuse de la garder (stockage interdit ou plein) : elle sert jusqu'à la fermeture de cette page.",
} as const;
