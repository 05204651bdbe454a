import { type Changements, NOM_MAX, NOM_PRESENT } from "../domain/changements";
import { libelleScenario } from "../domain/vitesses";
import { formatList, formatNumber, plural } from "./format";

const NOMS_CITES = 3;

/** The first names; the others are counted. */
const cites = (noms: readonly string[]): readonly string[] => (noms.length <= NOMS_CITES ? noms : [...noms.slice(0, NOMS_CITES - 1), plural(noms.length - NOMS_CITES + 1, "autre", "autres")]);

/** « 2 sites ajoutés (Bellac et Châlus), 1 fermé, heures de pointe »: what a state changes. */
function resume({ selection, vitesses, medecins }: Changements): string {
  const { ajouts, exclus } = selection;
  const fermes = exclus.filter((id) => !ajouts.some((site) => site.id === id)).length;
  const communes = Object.keys(medecins).length;
  const parts = [
    ...(ajouts.length === 0 ? [] : [`${plural(ajouts.length, "site ajouté", "sites ajoutés")} (${formatList(cites(ajouts.map(({ nom }) => nom)))})`]),
    ...(fermes === 0 ? [] : [plural(fermes, "site fermé", "sites fermés")]),
    ...(communes === 0 ? [] : [`généralistes changés dans ${plural(communes, "commune", "communes")}`]),
    ...(vitesses === null ? [] : [libelleScenario(vitesses)]),
  ];
  return parts.length === 0 ? "aucun changement" : parts.join(", ");
}

/** An added site: its name, when it is open, and of which structure. */
export const SITE_AJOUTE = {
  nom: "Nom du site",
  nomDe: (nom: string) => `Nom de « ${nom} »`,
  nomPret: "OK",
  deplacer: "Glissez-le sur la carte, ou déplacez-le avec les flèches du clavier ; les minutes suivent.",
  refus: {
    vide: (nom: string) => `Un site a besoin d'un nom : celui-ci reste « ${nom} ».`,
    pris: (nom: string) => `Un autre site ajouté porte déjà ce nom : choisissez-en un autre. Celui-ci reste « ${nom} ».`,
  },
  ouvert: (nom: string) => `${nom}, ouvert`,
  toute: "ouvert toute la semaine",
  demi: (n: number) => (n === 1 ? "ouvert 1 demi-journée par semaine" : `ouvert ${n} demi-journées par semaine`),
  structure: (nom: string) => `${nom}, site de`,
  seule: "une structure à lui seul",
  avec: (nom: string) => `site de la structure de ${nom}`,
  note: "Une maison de santé sur plusieurs sites compte pour une. Les demi-journées réduisent les médecins et les places d'un site, pas ses minutes.",
} as const;

const DEPLACE = " (déplacé)";

/** The panel of scenarios. */
export const SCENARIOS = {
  present: NOM_PRESENT,
  chapeau: "Un scénario garde un jeu de changements : sites ajoutés, déplacés ou fermés, routes, généralistes. Toute analyse porte sur l'état choisi ici.",
  etat: "État à l'écran",
  resume,
  date: (jour: string, heure: string) => `modifié le ${jour} à ${heure}`,
  creer: "Créer un scénario avec ces changements",
  creerCopie: "Nouveau scénario à partir de celui-ci",
  numero: (numero: number) => `Scénario ${formatNumber(numero)}`,
  copie: (nom: string) => `${nom} (copie)`.slice(0, NOM_MAX),
  cree: (nom: string) => `« ${nom} » est créé et affiché ; l'état présent est de nouveau sans changement.`,
  supprime: (nom: string) => `« ${nom} » est supprimé.`,
  plein: (max: number) => `${formatNumber(max)} scénarios au plus : supprimez-en un pour en créer un autre.`,
  choix: (noms: readonly string[]) => (noms.length === 0 ? "Sans site de plus" : `Ouvrir à ${formatList(cites(noms))}`).slice(0, NOM_MAX),
  fait: (nom: string) => `Le scénario « ${nom} » est enregistré, à côté de l'état présent.`,
  enFaire: "En faire un scénario",
  tous: "tous",
  comparer: "Comparer",
  comparerTous: "Comparer les scénarios",
  rienAComparer: "Créez un scénario pour le comparer à l'état présent.",
  nom: "Nom du scénario",
  commentaire: "Commentaire",
  dupliquer: "Dupliquer",
  supprimer: "Supprimer",
  deplace: (nom: string) => `${nom.slice(0, NOM_MAX - DEPLACE.length)}${DEPLACE}`,
  aDeplacer: (nom: string) => `${nom} : glissez-le sur la carte, ou déplacez-le avec les flèches du clavier. Le site d'origine est fermé.`,
  medecins: "Généralistes",
  medecinsAide: "Arrivées (+) ou départs (−) par rapport à la BPE 2020. La densité, l'APL estimée, la fragilité (densité) et les candidates suivent ; l'APL officielle et le zonage, publiés tels quels, ne suivent pas.",
  commune: "Commune",
  communeVide: "nom ou code",
  ecart: (nom: string) => `Généralistes de plus ou de moins à ${nom}`,
  retirerMedecins: (nom: string) => `Revenir aux données pour ${nom}`,
  etatsCompares: "États comparés",
  etatsAide: "Deux à quatre ; les autres se mesurent au premier.",
} as const;

/** Before and after on the map. */
export const VOLET = {
  ouvrir: { volet: "Avant / après sur la carte", "deux-cartes": "Deux cartes côte à côte" },
  cote: { gauche: "À gauche", droite: "À droite" },
  poignee: "Limite entre avant et après",
  valeur: (part: number): string => `avant sur ${formatNumber(part)} % de la carte`,
} as const;
