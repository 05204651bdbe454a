import { tracer } from "./trace";

/** One graph of the growth table. Times in ms of processor, sizes in millions of bytes. */
export interface Mesures {
  readonly noeuds: number;
  readonly troncons: number;
  /** The packed file, compressed. */
  readonly fichierMo: number;
  /** Inflating and decoding it. */
  readonly lectureMs: number;
  /** Weighing the roads and indexing them. */
  readonly preparationMs: number;
  readonly unVersTousMs: number;
  /** One search from 150 sites. */
  readonly sitesMs: number;
  /** What stays in memory of the network once it has been searched both ways. */
  readonly residentMo: number;
  /** The most that the process ever took, Node itself included. */
  readonly pointeMo: number;
}

/** How many times each graph is measured: a busy neighbour takes the caches even from a clock of processor. */
export const PASSAGES = 3;

/** Of several measures of one graph, the lowest of each time and the highest of each size. */
export function keepBest(passes: readonly Mesures[]): Mesures {
  const [first] = passes;
  if (first === undefined) throw new Error("no measure to choose from");
  const names = Object.keys(first) as (keyof Mesures)[];
  const kept = names.map((name) => [name, (name.endsWith("Ms") ? Math.min : Math.max)(...passes.map((one) => one[name]))] as const);
  return Object.fromEntries(kept) as unknown as Mesures;
}

export interface Ligne extends Mesures {
  readonly graphe: string;
}

const number = new Intl.NumberFormat("fr-FR", { maximumSignificantDigits: 3 });
const count = new Intl.NumberFormat("fr-FR");

const COLUMNS: readonly (readonly [title: string, cell: (ligne: Ligne) => string])[] = [
  ["graphe", (l) => l.graphe],
  ["carrefours", (l) => count.format(l.noeuds)],
  ["tronçons", (l) => count.format(l.troncons)],
  ["fichier, Mo", (l) => number.format(l.fichierMo)],
  ["lire, ms", (l) => number.format(l.lectureMs)],
  ["pondérer et indexer, ms", (l) => number.format(l.preparationMs)],
  ["un vers tous, ms", (l) => number.format(l.unVersTousMs)],
  ["150 sites, ms", (l) => number.format(l.sitesMs)],
  ["réseau en mémoire, Mo", (l) => number.format(l.residentMo)],
  ["pointe du processus, Mo", (l) => number.format(l.pointeMo)],
];

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The page of the growth: Markdown, with the plot beside it. */
export function pageCroissance(lignes: readonly Ligne[]): string {
  return [
    "# Temps et mémoire selon la taille du graphe",
    "",
    "Page écrite par `npm run bench -- --croissance` : ne pas la corriger à la main. Temps de processeur (médiane de 7 pour les",
    `recherches, une fois pour la lecture et l’index), chaque graphe dans un processus Node à lui ; de ${String(PASSAGES)} passages, le temps le plus`,
    "bas et la taille la plus haute. Réseau en mémoire : ce qui reste du graphe, de ses poids, de son index et du noyau de recherche après",
    "des recherches dans les deux sens.",
    "",
    row(COLUMNS.map(([title]) => title)),
    row(COLUMNS.map((_, k) => (k === 0 ? "---" : "---:"))),
    ...lignes.map((ligne) => row(COLUMNS.map(([, cell]) => cell(ligne)))),
    "",
    "![Temps et mémoire selon le nombre de carrefours, échelles logarithmiques](croissance.svg)",
    "",
  ].join("\n");
}

/** The plot of the growth: milliseconds on the left, megabytes on the right, both against junctions, log-log. */
export function traceCroissance(lignes: readonly Ligne[]): string {
  const curve = (nom: string, value: (ligne: Ligne) => number): { nom: string; points: (readonly [number, number])[] } => ({ nom, points: lignes.map((l) => [l.noeuds, value(l)] as const) });
  return tracer("Temps et mémoire selon le nombre de carrefours", "carrefours", [
    { titre: "millisecondes de processeur", courbes: [curve("lire", (l) => l.lectureMs), curve("pondérer et indexer", (l) => l.preparationMs), curve("un vers tous", (l) => l.unVersTousMs), curve("150 sites", (l) => l.sitesMs)] },
    { titre: "mégaoctets", courbes: [curve("réseau en mémoire", (l) => l.residentMo), curve("pointe du processus", (l) => l.pointeMo), curve("fichier", (l) => l.fichierMo)] },
  ]);
}
