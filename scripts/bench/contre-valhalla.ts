import { booleanPointInPolygon } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import { reachedEdges } from "../../src/geo/isochrone/reached-edges";
import { searchWithin } from "../../src/geo/isochrone/search-within";
import { spreadSeconds } from "../../src/geo/isochrone/spread";
import { zonesOf } from "../../src/geo/isochrone/zones";
import { nearestSite, oneToAll, runToEnd } from "../../src/geo/nearest-site";
import type { RoadNetwork } from "../../src/geo/road-network";
import { travelMatrix } from "../../src/geo/travel-matrix";
import { type Bench, cpuMs, type Coureur, inProcess, match, ours, ReponsesDifferentes } from "./bench";
import { secondsTable } from "./contre-ngraph";
import { attachmentsAt, pointsFor, spread } from "./situation";
import { bothEngines, type Case, inMetres, type Lieu, placeOf, SHORTEST, type Valhalla } from "./valhalla";

const PAIR = "Valhalla, mêmes routes";
/** Valhalla measures on a sphere of 6 378 137 m, ours is of 6 371 008.8 m. */
const SPHERE = 6_378_137 / 6_371_008.8;
const MINUTES = [15, 30, 45, 60];

/**
 * Why two tables of the kilometres of the shortest road are not the same: 19 in 20 within 0.1 %, all within 2 % (ends are
 * on a node for ours, on a road for Valhalla). Each engine has its own speeds: only their kilometres can be compared.
 */
export function differenceOfKilometres(metres: readonly number[], table: readonly (readonly Case[])[]): string | null {
  const theirs = table.flatMap((row) => row.map(({ distance }) => (distance === null ? Number.NaN : (1000 * distance) / SPHERE)));
  if (theirs.length !== metres.length) return `${String(metres.length)} distances et ${String(theirs.length)}`;
  // Under a kilometre, Valhalla's rounding to the metre and the ends count for more than the road.
  const errors = metres.flatMap((m, i) => (m < 1000 ? [] : [Math.abs(theirs[i]! / m - 1)])).toSorted((a, b) => a - b);
  const [usual, worst] = [errors[Math.floor(0.95 * errors.length)] ?? Number.NaN, errors.at(-1) ?? Number.NaN];
  return usual <= 1e-3 && worst <= 2e-2 ? null : `kilomètres : 19 sur 20 à ${String(usual)} près, le pire à ${String(worst)}`;
}

let compared: Promise<void> | null = null;

/** Throws ReponsesDifferentes unless both engines know the same roads. */
function compareRoads(valhalla: Valhalla, roads: RoadNetwork, origins: readonly number[], targets: readonly number[]): Promise<void> {
  const compare = async (): Promise<void> => {
    const at = (node: number): Lieu => placeOf(roads.graph, node);
    const { sources_to_targets: table } = await valhalla.matrix({ sources: origins.map(at), targets: targets.map(at), costing: "auto", costing_options: SHORTEST });
    const metres = secondsTable(inMetres(roads), origins, targets);
    // Ours is target by target, theirs source by source.
    const bySource = origins.flatMap((_, i) => targets.map((_target, j) => metres[j * origins.length + i]!));
    const reason = differenceOfKilometres(bySource, table);
    if (reason !== null) throw new ReponsesDifferentes(`Valhalla : réponses différentes (${reason})`);
  };
  compared ??= compare();
  return compared;
}

async function engines(): Promise<Awaited<ReturnType<typeof bothEngines>> & ReturnType<typeof pointsFor>> {
  const both = await bothEngines();
  const points = pointsFor(both.roads);
  await compareRoads(both.valhalla, both.roads, spread(points.communes, 30), spread(points.sites, 10));
  return { ...both, ...points };
}

/** A peer that takes a minute is run once: its answer and its time are of the same run. */
function once<T>(run: () => Promise<T>): Coureur<T> {
  let ms = Number.NaN;
  return {
    async answer() {
      const before = cpuMs();
      const answer = await run();
      ms = cpuMs() - before;
      return answer;
    },
    times: () => Promise.resolve([ms]),
  };
}

const differenceOfReach = (mine: readonly number[], theirs: readonly number[]): string | null =>
  mine.length === theirs.length && [...mine, ...theirs].every((seconds) => Number.isFinite(seconds)) ? null : "des trajets sans réponse";

const secondsOf = ({ time }: Case): number => time ?? Number.NaN;

const sitesValhalla = match({
  nom: "150-sites-valhalla",
  titre: "de 195 communes au plus proche de 150 sites",
  pair: `${PAIR} (matrice)`,
  async prepare() {
    const { valhalla, roads, communes, sites } = await engines();
    const at = (node: number): Lieu => placeOf(roads.graph, node);
    return {
      n: communes.length,
      ours: ours(() => {
        const { seconds } = runToEnd(nearestSite(roads, sites));
        return communes.map((node) => seconds[node]!);
      }),
      peer: once(async () => {
        const { sources_to_targets: table } = await valhalla.matrix({ sources: communes.map(at), targets: sites.map(at), costing: "auto" });
        return table.map((row) => Math.min(...row.map(secondsOf)));
      }),
      difference: differenceOfReach,
    };
  },
});

const matriceValhalla = match({
  nom: "matrice-valhalla",
  titre: "matrice de 192 communes × 19 sites",
  pair: `${PAIR} (matrice)`,
  async prepare() {
    const { valhalla, roads, communes, sites } = await engines();
    const at = (node: number): Lieu => placeOf(roads.graph, node);
    const [origins, targets] = [spread(communes, 192), spread(sites, 19)];
    const [from, to] = [attachmentsAt(roads, origins), attachmentsAt(roads, targets)];
    return {
      n: origins.length * targets.length,
      ours: ours(() => [...runToEnd(travelMatrix(roads, from, to))]),
      peer: inProcess(async () => {
        const { sources_to_targets: table } = await valhalla.matrix({ sources: origins.map(at), targets: targets.map(at), costing: "auto" });
        return table.flatMap((row) => row.map(secondsOf));
      }, 1),
      difference: differenceOfReach,
    };
  },
});

function zonesAround(roads: RoadNetwork, site: number, limits: readonly number[]): readonly MultiPolygon[] {
  const last = limits.at(-1)!;
  const reached = reachedEdges(runToEnd(searchWithin(roads, attachmentsAt(roads, [site]), "from-sites", last)));
  const field = runToEnd(spreadSeconds(roads, reached, last));
  return field === null ? [] : runToEnd(zonesOf(field, limits));
}

/**
 * The share of nodes that a zone and the road agree on: in where the road is shorter than the limit, out beyond.
 * A node within 3 % of the limit says nothing.
 */
export function agreement(zones: readonly (Polygon | MultiPolygon)[], limits: readonly number[], nodes: readonly { readonly place: Lieu; readonly far: number }[]): number {
  let [asked, agreed] = [0, 0];
  for (const { place, far } of nodes) {
    limits.forEach((limit, k) => {
      if (Math.abs(far / limit - 1) < 0.03) return;
      asked += 1;
      if (zones[k] !== undefined && booleanPointInPolygon([place.lon, place.lat], zones[k]) === far < limit) agreed += 1;
    });
  }
  return agreed / asked;
}

/** Both engines draw 15 to 60 km by the shortest road, the weights they share: their zones are then the same. */
async function differenceOfZones(valhalla: Valhalla, roads: RoadNetwork, site: number): Promise<string | null> {
  const metres = inMetres(roads);
  const limits = MINUTES.map((km) => 1000 * km);
  const far = runToEnd(oneToAll(metres, site)).seconds;
  const every = Math.floor(roads.graph.nodeCount / 2000);
  const nodes = Array.from({ length: 2000 }, (_, k) => ({ place: placeOf(roads.graph, k * every), far: far[k * every]! }));
  const { features } = await valhalla.isochrone({ locations: [placeOf(roads.graph, site)], costing: "auto", costing_options: SHORTEST, contours: MINUTES.map((distance) => ({ distance })), polygons: true });
  const theirs = limits.map((_, k) => features.find((f) => f.properties.contour === MINUTES[k])!.geometry);
  const shares = [agreement(zonesAround(metres, site, limits), limits, nodes), agreement(theirs, limits.map((l) => l / SPHERE), nodes)];
  return shares.every((share) => share >= 0.98) ? null : `zones d'accord avec la route pour ${shares.map((s) => s.toFixed(3)).join(" et ")} des carrefours`;
}

const isochronesValhalla = match({
  nom: "isochrones-valhalla",
  titre: "zones à moins de 15, 30, 45 et 60 min de Limoges",
  pair: `${PAIR} (isochrone)`,
  async prepare() {
    const { valhalla, roads, origin } = await engines();
    const reason = await differenceOfZones(valhalla, roads, origin);
    return {
      n: MINUTES.length,
      ours: ours(() => zonesAround(roads, origin, MINUTES.map((minutes) => 60 * minutes)).length),
      peer: inProcess(async () => (await valhalla.isochrone({ locations: [placeOf(roads.graph, origin)], costing: "auto", contours: MINUTES.map((time) => ({ time })), polygons: true })).features.length, 1),
      difference: (mine: number, theirs: number) => reason ?? (mine === theirs ? null : `${String(mine)} zones et ${String(theirs)}`),
    };
  },
});

export const CONTRE_VALHALLA: readonly Bench[] = [sitesValhalla, matriceValhalla, isochronesValhalla];
