import { type Attachments, single } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { findRoute } from "../../geo/route";
import { pathMinutes } from "../../geo/speeds";
import type { SiteList } from "../../domain/genre-site";
import type { Trajets } from "../shared/trajets";
import type { Etape } from "./etapes";

/** A place on the way, alone in its list of attachments. */
export interface Lieu {
  readonly nom: string;
  readonly lon: number;
  readonly lat: number;
  readonly point: Attachments;
  readonly rang: number;
}

/** One leg: minutes and km NaN, no line, where the place is not known or cannot be reached. */
export interface Jambe {
  readonly etape: string;
  readonly genre: string;
  readonly de: Lieu;
  /** null: « lieu à choisir ou à importer », or nowhere to go. */
  readonly a: Lieu | null;
  readonly minutes: number;
  readonly km: number;
  readonly ligne: readonly (readonly [number, number])[];
  /** The edge of the data is nearer than the place. */
  readonly limite: boolean;
}

/** Where a step leads from a place, or null. */
export type Destination = (etape: Etape, de: Lieu) => { readonly lieu: Lieu; readonly limite: boolean } | null;

/** The place of a list at this index, as a step of the way. */
export function lieuDe(sites: SiteList, point: Attachments, rang: number): Lieu {
  return { nom: sites.noms[rang] ?? "", lon: sites.lon[rang] ?? Number.NaN, lat: sites.lat[rang] ?? Number.NaN, point, rang };
}

/** The nearest place of a search, by road, from where one is. */
export function plusProche(trajets: Trajets, { point, rang }: Lieu): { readonly lieu: Lieu; readonly limite: boolean } | null {
  const { site, limite } = trajets.depuis(single(point, rang));
  const found = site[0] ?? -1;
  return found < 0 ? null : { lieu: lieuDe(trajets.sites, trajets.rattachement, found), limite: limite[0] === 1 };
}

function* drive(network: RoadNetwork, etape: string, genre: string, de: Lieu, a: Lieu | null, limite: boolean): Generator<number, Jambe, void> {
  const route = a === null ? null : yield* findRoute(network, de.point, de.rang, a.point, a.rang);
  if (route === null) return { etape, genre, de, a, minutes: Number.NaN, km: Number.NaN, ligne: [], limite };
  return { etape, genre, de, a, minutes: pathMinutes(route.seconds, network.speeds), km: route.metres / 1000, ligne: route.line, limite };
}

/**
 * The legs of one path: from home to each step in turn, then home again. A step without a place leaves the patient
 * where he was.
 */
export function* suivre(network: RoadNetwork, domicile: Lieu, etapes: readonly Etape[], retour: boolean, vers: Destination): Generator<number, readonly Jambe[], void> {
  const jambes: Jambe[] = [];
  let ici = domicile;
  for (const etape of etapes) {
    const but = vers(etape, ici);
    jambes.push(yield* drive(network, etape.label, etape.value, ici, but?.lieu ?? null, but?.limite ?? false));
    ici = but?.lieu ?? ici;
  }
  if (retour && ici !== domicile) jambes.push(yield* drive(network, "Retour au domicile", "retour", ici, domicile, false));
  return jambes;
}
