import type { SiteList } from "../../domain/genre-site";
import { numberValues, type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import { crowFlyMinutes, crowFlyPairs } from "../../geo/crow-fly";
import { pairsWithin } from "../../geo/pairs-within";
import type { RoadNetwork } from "../../geo/road-network";
import { snapPoints } from "../../geo/snap";
import { pathMinutes } from "../../geo/speeds";
import type { Inputs, Progress } from "../analysis";
import { step } from "../shared/acces";
import { attachPoints, type Demande } from "../shared/points";
import { requireTable } from "../shared/sources";
import { scaled } from "../shared/trajets";

/** The communes whose inhabitants count: those of the whole region in the order of `communes`, then those of the ring. */
export interface Lieux {
  readonly codes: readonly (string | null)[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly standardisee: Float64Array;
  readonly habitants: Float64Array;
}

/** Values of the two tables of communes, one after the other; the APL table is read by code. */
export function lireLieux({ donnees }: Inputs): Lieux {
  const communes = requireTable(donnees, "communes");
  const couronne = requireTable(donnees, "communes-couronne");
  const apl = requireTable(donnees, "apl");
  const rows = new Map(textValues(apl, "code").map((code, row) => [code, row]));
  const codes = textValues(communes, "code");
  const join = (name: string): Float64Array => {
    const [near, far] = [numberValues(apl, name), numberValues(couronne, name)];
    return Float64Array.from([...codes.map((code) => near[rows.get(code) ?? -1] ?? Number.NaN), ...far]);
  };
  const both = (name: string): Float64Array => Float64Array.from([...numberValues(communes, name), ...numberValues(couronne, name)]);
  return {
    codes: [...codes, ...textValues(couronne, "code")],
    lon: both("lon"),
    lat: both("lat"),
    standardisee: join("population_standardisee"),
    habitants: join("population_2021"),
  };
}

/** Minutes from communes to sites, site after site: those of site j are at `start[j] … start[j + 1] − 1`. */
export interface Liaisons {
  readonly start: Int32Array;
  readonly point: Int32Array;
  readonly minutes: Float64Array;
}

function* attachAll(network: RoadNetwork, tables: readonly Table[]): Generator<number, Attachments, void> {
  const parts: Attachments[] = [];
  for (const [i, table] of tables.entries()) {
    const rows = Int32Array.from({ length: table.length }, (_, row) => row);
    const demande: Demande = { rows, commune: rows, habitants: new Float64Array(table.length) };
    parts.push(yield* scaled(attachPoints(network, table, demande), (part) => part, i / tables.length, (i + 1) / tables.length));
  }
  return {
    edge: Int32Array.from(parts.flatMap(({ edge }) => [...edge])),
    share: Float32Array.from(parts.flatMap(({ share }) => [...share])),
    metres: Float32Array.from(parts.flatMap(({ metres }) => [...metres])),
  };
}

interface Known extends Liaisons {
  readonly cle: string;
  readonly limite: number;
}

/** The search is the long part, and the same whatever the weights: the last one of each network is remembered, and dies with it. */
const remembered = new WeakMap<RoadNetwork, Known>();

function* roadTrajets(network: RoadNetwork, inputs: Inputs, sites: SiteList, limite: number): Generator<Progress, Liaisons, void> {
  const cle = `${sites.lon.join()} ${sites.lat.join()}`;
  const known = remembered.get(network);
  if (known !== undefined && known.cle === cle && known.limite >= limite) return known;
  const { donnees } = inputs;
  const points = yield* scaled(attachAll(network, [requireTable(donnees, "communes"), requireTable(donnees, "communes-couronne")]), step("sites"), 0.1, 0.2);
  const rattachement = snapPoints(network.graph, sites.lon, sites.lat, network.edges);
  // A second more: rounding must not lose a point at exactly the limit; the decay has the last word.
  const seconds = Math.max(0, (limite - network.speeds.constMin) * 60 + 1);
  const { start, point, seconds: found } = yield* scaled(pairsWithin(network, rattachement, points, "to-sites", seconds), step("trajets"), 0.2, 0.9);
  const made = { cle, limite, start, point, minutes: Float64Array.from(found, (value) => pathMinutes(value, network.speeds)) };
  remembered.set(network, made);
  return made;
}

/**
 * Minutes, patient to doctor, from every commune to every site within `limite`: by the road, or as the crow flies where
 * there is no graph. Progress from 0.1 to 0.9.
 */
export function* minutesEntre(inputs: Inputs, lieux: Lieux, sites: SiteList, limite: number): Generator<Progress, Liaisons, void> {
  if (inputs.reseau !== null) return yield* roadTrajets(inputs.reseau.network, inputs, sites, limite);
  const { start, point, km } = yield* scaled(crowFlyPairs(sites.lon, sites.lat, lieux.lon, lieux.lat, limite), step("trajets"), 0.1, 0.9);
  return { start, point, minutes: km.map(crowFlyMinutes) };
}
