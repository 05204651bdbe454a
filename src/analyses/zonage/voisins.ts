import { figure, type Groupes } from "../shared/groupes";
import type { Column } from "../../domain/table";

/** Two communes side by side, of different zones and of like score. Rows of the result, the lower first. */
export interface Paire {
  readonly a: number;
  readonly b: number;
  /** Points of score between them. */
  readonly ecart: number;
}

/** Pairs of neighbours whose zones differ though their scores are within `ecart` points, exactly `ecart` included. */
export function pairesDiscordantes(groupes: Groupes, neighbours: ReadonlyMap<string, readonly string[]>, zones: readonly (string | null)[], scores: Float64Array, ecart: number): readonly Paire[] {
  const rows = new Map(groupes.codes.map((code, row) => [code, row]));
  return groupes.codes.flatMap((code, a) =>
    (neighbours.get(code) ?? []).flatMap((other): Paire[] => {
      const b = rows.get(other) ?? -1;
      const gap = Math.abs((scores[a] ?? Number.NaN) - (scores[b] ?? Number.NaN));
      const told = b > a && zones[a] !== null && zones[b] !== null && zones[a] !== zones[b];
      return told && gap <= ecart ? [{ a, b, ecart: gap }] : [];
    }),
  );
}

const points = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** For each row, how many such neighbours it has and which: « Bellac (HZ, 2,1 points) ; … », the most alike first. */
export function colonnesVoisins({ noms, codes }: Groupes, paires: readonly Paire[], zones: readonly (string | null)[]): readonly Column[] {
  const lists = codes.map((): { autre: number; ecart: number }[] => []);
  for (const { a, b, ecart } of paires) {
    lists[a]?.push({ autre: b, ecart });
    lists[b]?.push({ autre: a, ecart });
  }
  const texts = lists.map((list) => {
    const sorted = list.toSorted((x, y) => x.ecart - y.ecart);
    return sorted.length === 0 ? null : sorted.map(({ autre, ecart }) => `${noms[autre] ?? codes[autre] ?? ""} (${zones[autre] ?? ""}, ${points.format(ecart)} points)`).join(" ; ");
  });
  return [
    figure("voisines_classees_autrement", "Communes voisines semblables et classées autrement", "nombre", 0, Float64Array.from(lists, (list) => list.length)),
    { name: "voisines", label: "Lesquelles", type: "texte", values: texts },
  ];
}
