import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { RoadGraph } from "../../src/geo/graph/road-graph";

/*
 * The independent computation: its own CSV reader, its own speeds, its own search, its own sums. It shares nothing with
 * src/ but the decoded columns of the graph, and is written to be read rather than to be fast.
 */

const data = (name: string): URL => new URL(`../../data/${name}`, import.meta.url);

export type Row = Readonly<Record<string, string>>;

/** A CSV text, character by character. */
function readCsvText(text: string): Row[] {
  const lines: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const line = lines.at(-1)!;
    if (quoted && char === '"' && text.charAt(i + 1) === '"') line[line.length - 1] += text.charAt((i += 1));
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") line.push("");
    else if (!quoted && char === "\n") lines.push([""]);
    else line[line.length - 1] += char;
  }
  const [header = [], ...rows] = lines.filter((line) => line.length > 1);
  return rows.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ""])));
}

export function readRows(name: string): Row[] {
  const bytes = readFileSync(data(name));
  return readCsvText((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Points of a GeoJSON resource, with their properties. */
export function readPoints(name: string): (Point & { readonly properties: Readonly<Record<string, string | null>> })[] {
  const { features } = JSON.parse(readFileSync(data(name), "utf8")) as {
    features: { geometry: { coordinates: [number, number] }; properties: Record<string, string | null> }[];
  };
  return features.map(({ geometry, properties }) => ({ lon: geometry.coordinates[0], lat: geometry.coordinates[1], properties }));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle metres. */
export function metresBetween(a: Point, b: Point): number {
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

/** Lambert-93 metres to degrees: inverse of the conformal conic, IGN NT/G 71 (algorithms 1 to 4), GRS80. */
export function fromLambert93(x: number, y: number): Point {
  const [n, c, xs, ys, e] = [0.725_607_765_053_267_2, 11_754_255.426_096, 700_000, 12_655_612.049_876, 0.081_819_191_042_815_7];
  const iso = -Math.log(Math.hypot(x - xs, y - ys) / c) / n;
  const lon = 3 + (Math.atan((x - xs) / (ys - y)) / n) * (180 / Math.PI);
  let phi = 2 * Math.atan(Math.exp(iso)) - Math.PI / 2;
  for (let i = 0; i < 8; i += 1) {
    phi = 2 * Math.atan(((1 + e * Math.sin(phi)) / (1 - e * Math.sin(phi))) ** (e / 2) * Math.exp(iso)) - Math.PI / 2;
  }
  return { lon, lat: (phi * 180) / Math.PI };
}

export interface Speeds {
  readonly kmh: readonly number[];
  readonly dense: readonly number[];
  readonly secPer90: number;
  readonly constMin: number;
}

export function readSpeeds(): Speeds {
  return (JSON.parse(readFileSync(data("vitesses.json"), "utf8")) as { defaut: Speeds }).defaut;
}

/** An arc that enters a node: where it comes from, and the seconds it takes. */
export interface Arc {
  readonly from: number;
  readonly seconds: number;
}

/**
 * Arcs entering each node, with the formula of the sources: minutes = ramp ? km·60/kmh[12]
 * : km·((u−ud)·60/kmh[2c] + (1−u)·60/kmh[2c+1] + ud·60/dense[c]) + bends, none on motorways.
 */
export function enteringArcs(graph: RoadGraph, speeds: Speeds, keep: (node: number) => boolean = () => true): Arc[][] {
  const arcs: Arc[][] = Array.from({ length: graph.nodeCount }, () => []);
  for (let e = 0; e < graph.edgeCount; e += 1) {
    const [a, b] = [graph.from[e]!, graph.to[e]!];
    if (!keep(a) || !keep(b)) continue;
    const bits = graph.attributes[e]!;
    const [c, ramp, oneWay, dense] = [bits & 7, (bits & 8) !== 0, (bits & 16) !== 0, (bits & 32) !== 0];
    const km = graph.lengthDm[e]! / 10_000;
    const u = graph.urban[e]! / 100;
    const ud = dense ? u : 0;
    const pace = ramp ? 60 / speeds.kmh[12]! : (60 * (u - ud)) / speeds.kmh[2 * c]! + (60 * (1 - u)) / speeds.kmh[2 * c + 1]! + (60 * ud) / speeds.dense[c]!;
    const bends = c === 0 ? 0 : (speeds.secPer90 * graph.curvature[e]!) / 100;
    const seconds = 60 * km * pace + bends;
    arcs[b]!.push({ from: a, seconds });
    if (!oneWay) arcs[a]!.push({ from: b, seconds });
  }
  return arcs;
}

/** Seconds from every node to the nearest target: Dijkstra on a plain binary heap of [seconds, node]. */
export function secondsTo(arcs: readonly (readonly Arc[])[], targets: readonly number[]): Float64Array {
  const best = new Float64Array(arcs.length).fill(Infinity);
  const heap: [number, number][] = [];
  const swap = (i: number, j: number): void => {
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
  };
  const push = (seconds: number, node: number): void => {
    heap.push([seconds, node]);
    for (let i = heap.length - 1; i > 0 && heap[(i - 1) >> 1]![0] > heap[i]![0]; i = (i - 1) >> 1) swap(i, (i - 1) >> 1);
  };
  const pop = (): [number, number] => {
    swap(0, heap.length - 1);
    const top = heap.pop()!;
    for (let i = 0; ; ) {
      const smallest = [2 * i + 1, 2 * i + 2].reduce((s, child) => (child < heap.length && heap[child]![0] < heap[s]![0] ? child : s), i);
      if (smallest === i) return top;
      swap(i, smallest);
      i = smallest;
    }
  };
  for (const target of targets) {
    best[target] = 0;
    push(0, target);
  }
  while (heap.length > 0) {
    const [seconds, node] = pop();
    if (seconds > best[node]!) continue;
    for (const arc of arcs[node]!) {
      if (seconds + arc.seconds < best[arc.from]!) {
        best[arc.from] = seconds + arc.seconds;
        push(best[arc.from]!, arc.from);
      }
    }
  }
  return best;
}

/** Nearest node of a point: squares of 0.02 degree, the nine around the point then wider rings. */
export function nodeFinder(graph: RoadGraph): (point: Point) => number {
  const SIDE = 0.02;
  const squares = new Map<string, number[]>();
  const place = (node: number): Point => ({ lon: graph.lonE5[node]! / 1e5, lat: graph.latE5[node]! / 1e5 });
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const { lon, lat } = place(node);
    const key = `${Math.floor(lon / SIDE)} ${Math.floor(lat / SIDE)}`;
    const square = squares.get(key);
    if (square === undefined) squares.set(key, [node]);
    else square.push(node);
  }
  return (point) => {
    const [column, line] = [Math.floor(point.lon / SIDE), Math.floor(point.lat / SIDE)];
    for (let reach = 1; ; reach += 1) {
      let [best, metres] = [-1, Infinity];
      for (let i = -reach; i <= reach; i += 1) {
        for (let j = -reach; j <= reach; j += 1) {
          for (const node of squares.get(`${column + i} ${line + j}`) ?? []) {
            const far = metresBetween(point, place(node));
            if (far < metres) [best, metres] = [node, far];
          }
        }
      }
      // Everything within `reach` squares has been seen: 0.02° of longitude is more than 1 400 m here.
      if (metres < reach * 1400) return best;
    }
  };
}

/** Smallest value at or under which at least the share q of the weight stands. */
export function quantile(pairs: readonly (readonly [value: number, weight: number])[], q: number): number {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
  const whole = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  for (const [value, weight] of sorted) {
    below += weight;
    if (below >= q * whole) return value;
  }
  return Number.NaN;
}
