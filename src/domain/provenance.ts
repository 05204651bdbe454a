/** officiel: published by the producer as it stands; derive: computed here from official data; illustratif: made up to show how it works. */
export type Quality = "officiel" | "derive" | "illustratif";

/** Where a figure comes from. Shown wherever the figure shows, on screen and in exports. */
export interface Provenance {
  /** Name of the resource in data/datapackage.json. */
  readonly resource: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Millésime in words or as a date: « mai 2025 », « 2021-01-08 ». */
  readonly vintage: string;
  readonly quality: Quality;
  /** A limit the reader must know, in French; absent when there is none. */
  readonly note?: string;
}

const RANK: Record<Quality, number> = { officiel: 0, derive: 1, illustratif: 2 };

/** The quality of a figure made of several sources is that of the weakest one. */
export function weakestQuality(qualities: readonly Quality[]): Quality {
  return qualities.reduce<Quality>((worst, q) => (RANK[q] > RANK[worst] ? q : worst), "officiel");
}
