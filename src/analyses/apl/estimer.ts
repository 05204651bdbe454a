import type { SiteList } from "../../domain/genre-site";
import { capacitesEffectives } from "../../domain/ouverture";
import { type Decay, gaussianDecay, stepDecay } from "../../geo/decay";
import { FCA, type Links, pressure } from "../../geo/fca";
import type { AplParams } from "./description";
import type { Liaisons, Lieux } from "./lieux";

/** Minutes beyond which no way counts. */
export function limiteDe({ methode, decroissance, palier3, adoucissement }: AplParams): number {
  return methode !== "2sfca" && decroissance === "paliers" ? palier3 + adoucissement : palier3;
}

/** All or nothing for 2SFCA: within its limit, every minute is worth the same. */
export function decroissanceDe(params: AplParams): Decay {
  const { methode, palier1, palier2, palier3, poids2, poids3, adoucissement, portee } = params;
  if (methode === "2sfca") return stepDecay([{ upTo: palier3, weight: 1 }], 0);
  if (params.decroissance === "gaussienne") return gaussianDecay(portee, palier3);
  return stepDecay([{ upTo: palier1, weight: 1 }, { upTo: palier2, weight: poids2 }, { upTo: palier3, weight: poids3 }], adoucissement);
}

/** Weights of the ways; within one's own commune, that of the minutes of the parameter. */
export function liens(lieux: Lieux, sites: SiteList, { start, point, minutes }: Liaisons, params: AplParams): Links {
  const decay = decroissanceDe(params);
  const own = decay(params.interne);
  const weight = new Float64Array(point.length);
  for (let j = 0; j + 1 < start.length; j += 1) {
    for (let link = start[j]!; link < start[j + 1]!; link += 1) {
      const inside = sites.communes[j] !== null && sites.communes[j] === lieux.codes[point[link]!];
      weight[link] = inside ? own : decay(minutes[link]!);
    }
  }
  return { start, point, weight, points: lieux.codes.length };
}

/** Doctors of a site, full time: its capacity, or one where the list does not say, by the half-days it is open. */
export const medecinsDe = (sites: SiteList): Float64Array => capacitesEffectives(sites, 1);

export interface Estimation {
  /** Consultations a year an inhabitant, by commune of `lieux`. */
  readonly apl: Float64Array;
  /** Doctors of each site once those with too few people around count in part. */
  readonly actifs: Float64Array;
}

/** Demand by commune; one that is not known asks for nothing. */
function demandeDe(lieux: Lieux, { demande }: AplParams): Float64Array {
  return (demande === "standardisee" ? lieux.standardisee : lieux.habitants).map((value) => (Number.isNaN(value) ? 0 : value));
}

/** See README.md: supply cut down where people are few, then the chosen method. @param medecins by site */
export function estimer(lieux: Lieux, links: Links, medecins: Float64Array, params: AplParams): Estimation {
  const demande = demandeDe(lieux, params);
  const { patients, consultations, methode } = params;
  const habitants = patients > 0 ? pressure(links, medecins, demande) : null;
  const actifs = medecins.map((n, j) => (habitants === null ? n : n * Math.min(1, (habitants[j] ?? 0) / patients)));
  return { actifs, apl: FCA[methode](links, actifs.map((n) => n * consultations), demande).access };
}
