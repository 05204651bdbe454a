import { BORNES_ECART, type CalageCharge, type EcartsDepartement } from "../domain/calage";
import { NOMS_DEPARTEMENT } from "../domain/perimetre";
import { formatList, formatNumber, formatQuantity, PAS_DE_DONNEE, plural } from "./format";

/** « +0,5 min », « −1,3 min », « 0,0 min ». */
export function formatEcart(minutes: number, digits = 1): string {
  const shown = formatNumber(Math.abs(minutes), digits);
  if (!/[1-9]/.test(shown)) return `${shown} min`;
  return `${minutes < 0 ? "−" : "+"}${shown} min`;
}

const signe = (minutes: number): string => `${minutes < 0 ? "−" : "+"}${Math.abs(minutes)}`;

/** Label of a class of residuals: ]a ; b]. */
export function classeEcart(rank: number): string {
  const [from, to] = [BORNES_ECART[rank - 1], BORNES_ECART[rank]];
  if (from === undefined) return `${signe(to ?? 0)} min ou moins : Maillage plus court`;
  if (to === undefined) return `plus de ${signe(from)} min : Maillage plus long`;
  return `plus de ${signe(from)} à ${signe(to)} min`;
}

const GROUPES: Readonly<Record<string, string>> = { tous: "Les onze départements", "autour-87": "À 50 km autour de la Haute-Vienne" };

export function nomDepartement(dep: string): string {
  const nom = NOMS_DEPARTEMENT[dep];
  return nom === undefined ? (GROUPES[dep] ?? dep) : `${nom} (${dep})`;
}

/** What is measured on départements left out of the fit, in one sentence. */
export function phraseEcarts({ n, biais, mae, r, cinq, classe }: EcartsDepartement): string {
  return `Sur ${plural(n, "commune", "communes")} de onze départements, chacun lu à des vitesses calées sans lui, nos minutes s'écartent de celles de METRIC de ${formatQuantity(mae, "minutes", 2)} en moyenne (biais ${formatEcart(biais, 2)}, corrélation ${formatNumber(r, 3)}) ; ${formatQuantity(cinq, "part", 1)} des communes sont à 5 min près et ${formatQuantity(classe, "part", 1)} dans la même classe.`;
}

/** The two worst départements, named rather than lost in a mean. */
export function phrasePires(departements: readonly EcartsDepartement[]): string {
  const pires = departements.filter(({ dep, lecture }) => lecture === "ecarte" && dep in NOMS_DEPARTEMENT).toSorted((a, b) => b.mae - a.mae).slice(0, 2);
  return `Les moins bons : ${formatList(pires.map(({ dep, mae, r }) => `${nomDepartement(dep)} (${formatQuantity(mae, "minutes", 2)} d'écart moyen, ${formatNumber(r, 3)} de corrélation)`))}.`;
}

/** What the shipped speeds give where they were fitted: said apart, since it is no proof. */
export function phraseLivrees({ mae, r }: EcartsDepartement): string {
  return `Les vitesses livrées sont calées sur les onze départements à la fois : elles y donnent ${formatQuantity(mae, "minutes", 2)} et ${formatNumber(r, 3)}, ce qui n'est pas une preuve. La Haute-Vienne n'a pas servi au calage ; ses minutes METRIC ne sont pas publiées dans cette source, et l'écart n'y est donc pas mesuré ici : la constante est réglée sur ses cinq voisins.`;
}

export function phraseApart(aPart: CalageCharge["aPart"]): string {
  if (aPart.length === 0) return "Aucune commune n'a sa commune équipée hors de notre graphe.";
  const liste = formatList(aPart.map(({ nom, metric, ecarte }) => `${nom} (METRIC ${formatNumber(metric)}, Maillage ${formatNumber(ecarte)} min)`));
  return `À part, mais comptées dans tous les chiffres : ${liste}, que METRIC mène à Blaye par le bac de la Gironde, absent de notre graphe. Aucune commune équipée nommée par la source n'est hors du graphe.`;
}

export const CALAGE = {
  titre: "Les minutes face à METRIC",
  chargement: "Lecture des écarts à METRIC…",
  absent: "Les écarts à METRIC n'ont pas pu être lus.",
  modele:
    "METRIC, le distancier de l'INSEE, est lui-même un modèle : des minutes en heure creuse, entières, de chef-lieu à chef-lieu. S'en approcher n'est pas mesurer la route. La référence est la minute publiée par la DREES pour chaque commune jusqu'à la commune équipée d'urgences ou d'un SMUR la plus proche, fin 2019 ; les nôtres vont des mêmes chefs-lieux aux mêmes communes, par le calcul de l'application, sur le graphe de la région recousu.",
  relief:
    "Le relief n'est pas dans nos données : nos minutes sont trop courtes en Corrèze, trop longues dans les plaines de l'ouest. METRIC va de commune à commune, sur un réseau sans rues : nos entrées dans le centre de Poitiers, par ses sens uniques, sont plus longues que les siennes.",
  nuage: {
    titre: "Commune par commune",
    x: "minutes de METRIC",
    y: "minutes de Maillage, département écarté",
    legende: "Un point par commune ; sur le trait plein, les deux minutes sont égales ; entre les tirets, elles le sont à 5 min près.",
    description: (n: number): string => `Nuage de ${plural(n, "commune", "communes")} : minutes de METRIC en abscisse, de Maillage en ordonnée. Les chiffres sont dans le tableau par département.`,
  },
  carte: {
    titre: "Où sont les écarts",
    legende: "Minutes de Maillage moins minutes de METRIC",
    sansDonnee: `${PAS_DE_DONNEE} (METRIC)`,
    communes: (n: number): string => plural(n, "commune", "communes"),
    description: (classes: readonly string[]): string => `Carte des écarts par commune. ${classes.join(" ; ")}.`,
  },
  tableau: {
    titres: { ecarte: "Par département, écarté du calage", maillage: "Par département, aux vitesses livrées" },
    defilement: (titre: string): string => `${titre} : tableau à faire défiler`,
    colonnes: ["Département", "Communes", "Biais", "Écart moyen", "Corrélation", "À 5 min près", "Même classe"],
    note: "Biais : nos minutes moins celles de METRIC, en moyenne. Classes : moins de 10, 10 à 20, 20 à 30, 30 à 45, 45 min et plus.",
  },
} as const;
