import type { Attachments } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { findRoute } from "../../geo/route";
import { pathMinutes } from "../../geo/speeds";
import { shortestTour } from "../../geo/tour";
import { travelMatrix } from "../../geo/travel-matrix";

/** One way of the tour: from the place before to this one. */
export interface Etape {
  /** Rank of the stop in the list given; −1 for the way back. */
  readonly arret: number;
  readonly minutes: number;
  readonly km: number;
  readonly ligne: readonly (readonly [number, number])[];
}

/** The stops in the quickest order, and the road between them; null when no order makes them all. Yields the share done. @param points the base, then the stops */
export function* ordonner(network: RoadNetwork, points: Attachments, back: boolean): Generator<number, readonly Etape[] | null, void> {
  const places = points.edge.length;
  const matrix = travelMatrix(network, points, points);
  let found = matrix.next();
  while (found.done !== true) {
    yield found.value / 2;
    found = matrix.next();
  }
  // Minutes are these seconds and a constant a way, as many ways whatever the order.
  const tour = shortestTour(found.value, places, back);
  if (tour === null) return null;
  const etapes: Etape[] = [];
  let from = 0;
  for (const to of [...tour.order, ...(back && tour.order.length > 0 ? [0] : [])]) {
    const route = yield* findRoute(network, points, from, points, to);
    if (route === null) return null;
    etapes.push({ arret: to - 1, minutes: pathMinutes(route.seconds, network.speeds), km: route.metres / 1000, ligne: route.line });
    yield 0.5 + etapes.length / (2 * places);
    from = to;
  }
  return etapes;
}
