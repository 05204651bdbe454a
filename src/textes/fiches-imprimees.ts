import type { CleFait, Fait, FaitsFiche } from "../domain/fiche";
import { ZONES } from "../domain/fiche";
import { LIBELLE_GENRE, type GenreSite } from "../domain/genre-site";
import type { PlanDuLieu } from "../domain/plan";
import type { Unit } from "../domain/units";
import { ZONE_TEXTE } from "./couches";
import { NOTE, texteDe } from "./fiches";
import { formatNumber, formatQuantity, PAS_DE_DONNEE, plural } from "./format";

/** Letters and figures alone: « Le Vigen » is in « PHARMACIE DU VIGEN - LE-VIGEN ». */
function simple(nom: string): string {
  return nom.normalize("NFD").toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** Every phrase of a printed sheet and of its index. */
export const IMPRIME = {
  retour: "Toutes les fiches",
  figures: "Chiffres clés",
  repere: "Chiffre",
  soins: "Les soins autour",
  genre: "Genre",
  nombre: "Dans la commune",
  nombreGroupe: "Dans le territoire",
  minutes: "Minutes par la route",
  minutesMoyennes: "Minutes en moyenne",
  plusProche: "Le plus proche",
  acces: "Depuis Limoges",
  limoges: (minutes: string): string => `${minutes} par la route depuis le chef-lieu de Limoges.`,
  limogesMoyenne: (minutes: string): string => `${minutes} par la route depuis le chef-lieu de Limoges, en moyenne par habitant (chef-lieu de sa commune).`,
  limogesInconnu: "Depuis le chef-lieu de Limoges : pas de donnée.",
  plan: "Plan d'attractivité",
  vivant: "Vue vivante",
  rouvrir: "Rouvrir cette fiche dans Maillage",
  qr: "QR code de l'adresse de la vue vivante",
  sources: "Sources",
  legende: "Sur la carte",
  contour: (nom: string): string => `contour de ${nom}`,
  carte: (nom: string): string => `Carte de ${nom} et de ses environs`,
  carteVide: (noms: readonly string[]): string => `Aucun site de ce genre sur cette carte : ${noms.join(", ").toLowerCase()}.`,
  revenuGroupe: "Le revenu médian n'est publié que par commune : il ne se déduit pas pour un groupe.",
  nearestIn: (nom: string, commune: string | null): string => (commune === null || simple(nom).includes(simple(commune)) ? nom : `${nom}, ${commune}`),
  ouverte: (annee: string): string => `ouverture ${annee}`,
  minutesPrecision: "Minutes par la route au départ du chef-lieu, vitesses par défaut, sans bouchon ; les sites des départements voisins comptent.",
  minutesMoyennesPrecision: "Minutes par la route jusqu'au site le plus proche, du chef-lieu de chaque commune, en moyenne par habitant ; vitesses par défaut, sans bouchon ; les sites des environs comptent.",
  nomsPublics: "Noms des sites tels que les registres les écrivent.",
  index: (territoire: string): string => `Fiches des territoires : ${territoire}`,
  indexChapeau: (nombre: string): string => `${nombre}. Une fiche est une page A4 à imprimer ; chaque chiffre y porte sa source.`,
  population: "Population",
  zonage: "Zonage",
  msp: "Minutes à la MSP",
  communes: "Communes",
  departement: "Département",
} as const;

export const NOMMER: Record<"commune" | "epci" | "bassin-de-vie", readonly [un: string, plusieurs: string]> = {
  commune: ["commune", "communes"],
  epci: ["EPCI", "EPCI"],
  "bassin-de-vie": ["bassin de vie", "bassins de vie"],
};

/** What a sheet cannot be made from, for the command line. */
export const REFUS = {
  sansSortie: (usage: string): string => `Il manque le dossier où écrire : ajoutez « --sortie dossier ». ${usage}`,
  ecriture: (dossier: string, raison: string): string => `Impossible d'écrire dans le dossier « ${dossier} » (${raison}) : donnez-en un autre avec « --sortie ».`,
} as const;

export const ecrites = (fiches: string, dossier: string): string => `${fiches} dans « ${dossier} », avec leur index (index.html).`;

/** The rows of the table of figures, in their order. */
export const LIGNES: readonly CleFait[] = ["population", "communes", "surface", "zone", "medecins", "medecins-densite", "apl", "apl-65", "apl-62", "revenu"];

/** Units as a narrow table says them; those that are not here stand in the label already. */
const UNITE: Readonly<Partial<Record<Unit, string>>> = { km2: "km²", euros: "€", consultations: "consult. par an et par hab." };

/** « Surface (km²) ». */
export function enTete(cle: CleFait): string {
  const { libelle, unit } = texteDe(cle);
  const unite = unit === undefined ? undefined : UNITE[unit];
  return unite === undefined ? libelle : `${libelle} (${unite})`;
}

const faitDe = ({ faits }: FaitsFiche, cle: CleFait): Fait | undefined => faits.find((fait) => fait.cle === cle);

/** The zone of a commune, in short; for a group, its communes by zone. */
export function zonageText(fiche: FaitsFiche): string {
  const own = faitDe(fiche, "zone");
  if (own !== undefined) return typeof own.valeur === "string" ? own.valeur : PAS_DE_DONNEE;
  const counts = ZONES.flatMap((zone) => {
    const count = faitDe(fiche, `communes-${zone}`)?.valeur;
    return typeof count === "number" ? [`${formatNumber(count)} ${zone}`] : [];
  });
  return counts.length === 0 ? PAS_DE_DONNEE : counts.join(" · ");
}

/** « ZIP : zone d'intervention prioritaire ; … ». */
export const zonesText = (): string => `${ZONES.map((zone) => `${zone} : ${ZONE_TEXTE[zone]}`).join(" ; ")} (pour un groupe, nombre de communes)`;

/** A figure without its unit, which its row gives; « pas de donnée » where nothing is known, never 0. */
export function celluleText(fiche: FaitsFiche, cle: CleFait): string {
  if (cle === "zone") return zonageText(fiche);
  const valeur = faitDe(fiche, cle)?.valeur;
  return typeof valeur === "number" ? formatNumber(valeur, texteDe(cle).digits ?? 0) : PAS_DE_DONNEE;
}

/** What must be read with the figures of a sheet, each once. */
export function notesText({ faits }: FaitsFiche): readonly string[] {
  return [...new Set(faits.filter(({ cle }) => !cle.startsWith("minutes-")).flatMap(({ note }) => (note === undefined ? [] : [NOTE[note]])))];
}

export function minutesText(minutes: number | null): string {
  return formatQuantity(minutes, "minutes", 1);
}

/** The territories that a density is smoothed among. */
export const PARMI: Record<"commune" | "epci" | "bassin-de-vie", string> = {
  commune: "communes de même taille de Nouvelle-Aquitaine",
  epci: "EPCI de Nouvelle-Aquitaine",
  "bassin-de-vie": "bassins de vie de Nouvelle-Aquitaine",
};

/** How sure the density of a small territory is. */
export interface Lissage {
  /** For 100 000 inhabitants. */
  readonly taux: number | null;
  /** 0 to 1. */
  readonly fiabilite: number | null;
  readonly lecture: string | null;
  /** The territories it is smoothed among. */
  readonly parmi: string;
}

export function lissageText({ taux, fiabilite, lecture, parmi }: Lissage): string {
  if (taux === null || fiabilite === null) return `Fiabilité de la densité : ${PAS_DE_DONNEE}.`;
  return `Densité brute ${lecture ?? ""} (fiabilité ${formatQuantity(fiabilite, "part")}) ; lissée parmi les ${parmi} : ${formatNumber(taux, 1)} pour 100 000 hab.`;
}

/** « Maison de santé (MSP) »; general practitioners, known by commune only, are placed at its chef-lieu. @param places whether one travels to them */
export function genreText(genre: GenreSite, places: boolean): string {
  if (genre !== "medecin") return LIBELLE_GENRE[genre];
  return places ? "Médecin généraliste (au chef-lieu)" : "Médecin généraliste";
}

/** « 2014 » of a day or of a year. */
export function anneeText(ouverture: string): string {
  return ouverture.slice(0, 4);
}

const JOUR = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

export function planText({ titre, date, partout, objectifs, etat, ici }: PlanDuLieu): string {
  const autres = ici.length === 0 ? "Aucune ne nomme ce territoire." : "Ce territoire est nommé par :";
  return `${titre} (${JOUR.format(new Date(`${date}T00:00:00Z`))}) : ${plural(partout, "action", "actions")} pour tout le département, en ${plural(objectifs, "objectif", "objectifs")}, état d'avancement ${etat}. ${autres}`;
}

export function actionText({ intitule, pilotes, calendrier }: PlanDuLieu["ici"][number]): string {
  return `${intitule} (pilotes : ${pilotes.join(", ")} ; calendrier : ${calendrier ?? "non indiqué"})`;
}
