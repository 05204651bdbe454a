import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DemandeMatrice } from "../../src/domain/moteur";
import type { Monde } from "../../src/workers/moteurs/monde";

export interface Recue {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Answers one request; the response is ended by it, or never. */
export type Repondre = (recue: Recue, response: ServerResponse, rang: number) => void;

export interface Serveur {
  readonly adresse: string;
  readonly recues: Recue[];
  close(): Promise<void>;
}

/** An engine on loopback, over real HTTP. */
export async function serve(repondre: Repondre): Promise<Serveur> {
  const recues: Recue[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const recue = { url: request.url ?? "", method: request.method ?? "", headers: request.headers, body: Buffer.concat(chunks).toString("utf8") };
      recues.push(recue);
      response.setHeader("Access-Control-Allow-Origin", "*");
      repondre(recue, response, recues.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    adresse: `http://127.0.0.1:${port}`,
    recues,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Seconds between two points, as these engines answer: no road is straighter. */
export function seconds([lon1, lat1]: readonly [number, number], [lon2, lat2]: readonly [number, number]): number {
  return Math.round(1e6 * (Math.abs(lon1 - lon2) + Math.abs(lat1 - lat2))) / 100;
}

/** OSRM as its document says. `null` where `way` says there is none. */
export function osrmTable({ url }: Recue, way: (from: readonly [number, number], to: readonly [number, number]) => boolean = () => true): unknown {
  const { pathname, searchParams } = new URL(url, "http://osrm");
  const places = (pathname.split("/").at(-1) ?? "").split(";").map((place) => place.split(",").map(Number) as [number, number]);
  const pick = (name: string): readonly [number, number][] => (searchParams.get(name) ?? "").split(";").map((index) => places[Number(index)]!);
  const rows = pick("sources").map((from) => pick("destinations").map((to) => (way(from, to) ? seconds(from, to) : null)));
  return { code: "Ok", durations: rows, distances: rows };
}

/** IGN « itinéraire » as its document says. */
export function ignItineraire({ url }: Recue): unknown {
  const { searchParams } = new URL(url, "http://ign");
  const at = (name: string): [number, number] => (searchParams.get(name) ?? "").split(",").map(Number) as [number, number];
  return { duration: seconds(at("start"), at("end")), distance: 1, geometry: {}, portions: [] };
}

/** A square around a point, 0.012° a minute from its middle to its sides: wider for more minutes. */
export function carre([lon, lat]: readonly [number, number], minutes: number): { readonly type: "Polygon"; readonly coordinates: number[][][] } {
  const half = 0.012 * minutes;
  return { type: "Polygon", coordinates: [[[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half], [lon - half, lat - half]]] };
}

/** IGN « isochrone » as its document says. */
export function ignIsochrone({ url }: Recue): unknown {
  const { searchParams } = new URL(url, "http://ign");
  const at = (name: string): string => searchParams.get(name) ?? "";
  const [lon = 0, lat = 0] = at("point").split(",").map(Number);
  const costValue = Number(at("costValue"));
  return { point: at("point"), resource: at("resource"), resourceVersion: "2026-11-01", costType: "time", costValue, profile: "car", direction: at("direction"), crs: "EPSG:4326", geometry: carre([lon, lat], costValue), alerts: [] };
}

/** Valhalla « isochrone » as its document says: the longest first. */
export function valhallaIsochrone({ body }: Recue): unknown {
  const { locations, contours } = JSON.parse(body) as { locations: readonly { lon: number; lat: number }[]; contours: readonly { time: number }[] };
  const { lon, lat } = locations[0] ?? { lon: 0, lat: 0 };
  const features = contours.toReversed().map(({ time }) => ({ type: "Feature", properties: { contour: time, metric: "time", color: "#bf4040" }, geometry: carre([lon, lat], time) }));
  return { type: "FeatureCollection", features };
}

/** openrouteservice « isochrones » as its document says. */
export function orsIsochrones({ body }: Recue): unknown {
  const { locations, range } = JSON.parse(body) as { locations: readonly [number, number][]; range: readonly number[] };
  const features = range.map((value) => ({ type: "Feature", properties: { group_index: 0, value, center: locations[0] }, geometry: carre(locations[0] ?? [0, 0], value / 60) }));
  return { type: "FeatureCollection", bbox: [], features, metadata: {} };
}

export interface FauxMonde extends Monde {
  /** Time at which each request left, ms. */
  readonly departs: number[];
  /** Lets the time pass while requests are on their way too: for servers that never answer. */
  patient: boolean;
  /** Runs until the promise settles: when nothing is on its way, the clock jumps to the next timer. */
  drive<T>(promise: Promise<T>): Promise<T>;
}

/** A clock that no real time moves, around the real network of this machine. */
export function fauxMonde(debut = 1_000_000): FauxMonde {
  let now = debut;
  let onTheWay = 0;
  let timers: { readonly at: number; readonly action: () => void }[] = [];
  const jump = (): void => {
    const next = timers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) return;
    timers = timers.filter((timer) => timer !== next);
    now = Math.max(now, next.at);
    next.action();
  };
  const monde: FauxMonde = {
    departs: [],
    patient: false,
    now: () => now,
    after(ms, action) {
      const timer = { at: now + ms, action };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    async fetch(url, init) {
      monde.departs.push(now);
      onTheWay += 1;
      try {
        const response = await fetch(url, init);
        return new Response(await response.text(), { status: response.status, headers: response.headers });
      } finally {
        onTheWay -= 1;
      }
    },
    async drive(promise) {
      const end = { reached: false };
      const finish = (): void => void (end.reached = true);
      promise.then(finish, finish);
      while (!end.reached) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!end.reached && (onTheWay === 0 || monde.patient)) jump();
      }
      return promise;
    },
  };
  return monde;
}

/** Origins and sites in a row, each origin with the `k` sites that follow its number. */
export function matrice(origines: number, sites: number, k: number): DemandeMatrice {
  const line = (n: number, lat: number) => ({ lon: Float64Array.from({ length: n }, (_, i) => 1 + i / 1000), lat: new Float64Array(n).fill(lat) });
  return { origines: line(origines, 45.5), sites: line(sites, 45.6), candidats: Int32Array.from({ length: origines * k }, (_, i) => (Math.floor(i / k) + (i % k)) % sites), k };
}

/** The nearest candidate of each origin by the rule of `seconds`, computed apart. */
export function attendues({ origines, sites, candidats, k }: DemandeMatrice): readonly number[] {
  return Array.from({ length: origines.lon.length }, (_, i) =>
    Math.min(...[...candidats.subarray(i * k, (i + 1) * k)].map((site) => seconds([origines.lon[i]!, origines.lat[i]!], [sites.lon[site]!, sites.lat[site]!]) / 60)),
  );
}
