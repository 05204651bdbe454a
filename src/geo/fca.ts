/**
 * Who can reach which supply, with the weight W of the way between them: those of site j are at `start[j] … start[j + 1] − 1`.
 * A weight of 0 is no link.
 */
export interface Links {
  readonly start: Int32Array;
  /** Demand point of each link. */
  readonly point: Int32Array;
  /** 0 to 1. */
  readonly weight: Float64Array;
  /** Number of demand points. */
  readonly points: number;
}

/** What a floating catchment area gives. */
export interface Catchment {
  /** A, by demand point: supply a unit of demand; 0 where nothing is in reach. */
  readonly access: Float64Array;
  /** R, by site: supply a unit of the demand that it shares itself between; 0 where no demand is in reach. */
  readonly ratio: Float64Array;
}

/** @param supply S, by site @param demand P, by point; none of them NaN */
type Kernel = (links: Links, supply: ArrayLike<number>, demand: ArrayLike<number>) => Catchment;

/** Sum by site of a value of each link. */
function sumBySite({ start, point }: Links, value: (link: number, point: number) => number): Float64Array {
  const sums = new Float64Array(start.length - 1);
  for (let j = 0; j < sums.length; j += 1) {
    let sum = 0;
    for (let link = start[j]!; link < start[j + 1]!; link += 1) sum += value(link, point[link]!);
    sums[j] = sum;
  }
  return sums;
}

/** Sum by demand point of a value of each link. */
function sumByPoint({ start, point, points }: Links, value: (link: number, site: number) => number): Float64Array {
  const sums = new Float64Array(points);
  for (let j = 0; j + 1 < start.length; j += 1) {
    for (let link = start[j]!; link < start[j + 1]!; link += 1) sums[point[link]!]! += value(link, j);
  }
  return sums;
}

const ratioOf = (supply: ArrayLike<number>, demand: Float64Array): Float64Array => demand.map((sum, j) => (sum > 0 ? supply[j]! / sum : 0));

/** R = S / Σ u·P, then A = Σ R·v, with a weight u on the way to the site and v on the way back. */
function twoSteps(links: Links, supply: ArrayLike<number>, demand: ArrayLike<number>, gather: (link: number) => number, give: (link: number) => number): Catchment {
  const ratio = ratioOf(supply, sumBySite(links, (link, i) => gather(link) * demand[i]!));
  return { ratio, access: sumByPoint(links, (link, j) => ratio[j]! * give(link)) };
}

/** W / Σ_j W of each link: how a demand point shares itself between the sites it can reach. */
function shares(links: Links): Float64Array {
  const { point, weight } = links;
  const whole = sumByPoint(links, (link) => weight[link]!);
  return weight.map((w, link) => (w > 0 ? w / whole[point[link]!]! : 0));
}

/** 2SFCA (Luo & Wang 2003): everything in reach is worth the same. R_j = S_j / Σ P_k, A_i = Σ R_j. */
const twoStep: Kernel = (links, supply, demand) => {
  const reach = (link: number): number => (links.weight[link]! > 0 ? 1 : 0);
  return twoSteps(links, supply, demand, reach, reach);
};

/** E2SFCA (Luo & Qi 2009): W in both steps. R_j = S_j / Σ W_kj P_k, A_i = Σ R_j W_ij. */
const enhanced: Kernel = (links, supply, demand) => {
  const weight = (link: number): number => links.weight[link]!;
  return twoSteps(links, supply, demand, weight, weight);
};

/** 3SFCA (Wan, Zou & Sternberg 2012): a choice G_ij = W_ij / Σ_j W_ij goes with W in both steps: sites in competition share the demand. */
const threeStep: Kernel = (links, supply, demand) => {
  const chosen = shares(links).map((share, link) => share * links.weight[link]!);
  const weight = (link: number): number => chosen[link]!;
  return twoSteps(links, supply, demand, weight, weight);
};

/** M2SFCA (Delamater 2013): distance is a loss, supply that is far is partly out of use. A_i = Σ S_j W_ij² / Σ_k W_kj P_k. */
const modified: Kernel = (links, supply, demand) =>
  twoSteps(links, supply, demand, (link) => links.weight[link]!, (link) => links.weight[link]! ** 2);

/** Balanced FCA (Páez, Higgins & Vivona 2019): no demand counted twice, no level of service either. R_j = S_j / Σ_i (P_i W_ij / Σ_j W_ij), A_i = Σ_j R_j W_ij / Σ_i W_ij. */
const balanced: Kernel = (links, supply, demand) => {
  const share = shares(links);
  const bySite = sumBySite(links, (link) => links.weight[link]!);
  const ratio = ratioOf(supply, sumBySite(links, (link, i) => share[link]! * demand[i]!));
  return { ratio, access: sumByPoint(links, (link, j) => (links.weight[link]! > 0 ? (ratio[j]! * links.weight[link]!) / bySite[j]! : 0)) };
};

/** The family of floating catchment areas, by name. */
export const FCA = { "2sfca": twoStep, e2sfca: enhanced, "3sfca": threeStep, m2sfca: modified, equilibree: balanced } as const satisfies Record<string, Kernel>;
export type FcaName = keyof typeof FCA;

/**
 * Demand that comes to each unit of supply when every demand point shares itself between the sites in reach by W × S
 * (Huff 1963): Σ_i W_ij P_i / Σ_k W_ik S_k, by site. 0 where no demand is in reach.
 */
export function pressure(links: Links, supply: ArrayLike<number>, demand: ArrayLike<number>): Float64Array {
  const { weight } = links;
  const offered = sumByPoint(links, (link, j) => weight[link]! * supply[j]!);
  return sumBySite(links, (link, i) => (offered[i]! > 0 ? (weight[link]! * demand[i]!) / offered[i]! : 0));
}
