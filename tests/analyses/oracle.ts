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
  readonly secPerCityKm: number;
  readonly constMin: number;
  readonly accesKmh?: number;
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
 * Seconds of one edge, with the formula of the sources: minutes = ramp ? km·60/kmh[12]
 * : km·((u−ud)·60/kmh[2c] + (1−u)·60/kmh[2c+1] + ud·60/dense[c]) + bends, none on motorways; and, off
 * motorways and ramps, the seconds more of the urban part of a large agglomeration.
 */
function secondsOf(graph: RoadGraph, speeds: Speeds, e: number): number {
  const bits = graph.attributes[e]!;
  const [c, ramp, dense] = [bits & 7, (bits & 8) !== 0, (bits & 32) !== 0];
  const km = graph.lengthDm[e]! / 10_000;
  const u = graph.urban[e]! / 100;
  const ud = dense ? u : 0;
  const pace = ramp ? 60 / speeds.kmh[12]! : (60 * (u - ud)) / speeds.kmh[2 * c]! + (60 * (1 - u)) / speeds.kmh[2 * c + 1]! + (60 * ud) / speeds.dense[c]!;
  const bends = c === 0 ? 0 : (speeds.secPer90 * graph.curvature[e]!) / 100;
  const city = (bits & 64) === 0 || ramp || c === 0 ? 0 : u * km * speeds.secPerCityKm;
  return 60 * km * pace + bends + city;
}

const isOneWay = (graph: RoadGraph, e: number): boolean => (graph.attributes[e]! & 16) !== 0;

/** Arcs entering each node. */
export function enteringArcs(graph: RoadGraph, speeds: Speeds, keep: (node: number) => boolean = () => true): Arc[][] {
  const arcs: Arc[][] = Array.from({ length: graph.nodeCount }, () => []);
  for (let e = 0; e < graph.edgeCount; e += 1) {
    const [a, b] = [graph.from[e]!, graph.to[e]!];
    if (!keep(a) || !keep(b)) continue;
    const seconds = secondsOf(graph, speeds, e);
    arcs[b]!.push({ from: a, seconds });
    if (!isOneWay(graph, e)) arcs[a]!.push({ from: b, seconds });
  }
  return arcs;
}

/** A node and the seconds between it and a point. */
interface Gate {
  readonly node: number;
  readonly seconds: number;
}

/** Seconds from every node to the nearest target, through its gates: Dijkstra on a plain binary heap of [seconds, node]. */
export function secondsTo(arcs: readonly (readonly Arc[])[], targets: readonly Gate[]): Float64Array {
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
  for (const { node, seconds } of targets) {
    best[node] = Math.min(best[node]!, seconds);
    push(seconds, node);
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

/** Where a point joins the road: `share` of the edge's length is before the place. */
interface Joined {
  readonly edge: number;
  readonly share: number;
  readonly metres: number;
}

/** The line of an edge, in degrees. */
function lineOf(graph: RoadGraph, e: number): Point[] {
  const line = [{ x: graph.lonE5[graph.from[e]!]!, y: graph.latE5[graph.from[e]!]! }];
  for (let p = graph.shapeStart[e]!; p < graph.shapeStart[e + 1]!; p += 1) {
    line.push({ x: line.at(-1)!.x + graph.shapeDx[p]!, y: line.at(-1)!.y + graph.shapeDy[p]! });
  }
  line.push({ x: graph.lonE5[graph.to[e]!]!, y: graph.latE5[graph.to[e]!]! });
  return line.map(({ x, y }) => ({ lon: x / 1e5, lat: y / 1e5 }));
}

/** Nearest place of a line, on a plane laid flat at the point. */
function joinLine(line: readonly Point[], point: Point): { readonly metres: number; readonly share: number } {
  const flat = line.map(({ lon, lat }) => [(lon - point.lon) * Math.cos(radians(point.lat)) * 111_195.08, (lat - point.lat) * 111_195.08] as const);
  let [metres, before, length] = [Infinity, 0, 0];
  for (let k = 1; k < flat.length; k += 1) {
    const [[x1, y1], [x2, y2]] = [flat[k - 1]!, flat[k]!];
    const stretch = Math.hypot(x2 - x1, y2 - y1);
    const t = stretch === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / stretch ** 2));
    const far = Math.hypot(x1 + t * (x2 - x1), y1 + t * (y2 - y1));
    if (far < metres) [metres, before] = [far, length + t * stretch];
    length += stretch;
  }
  return { metres, share: length === 0 ? 0 : before / length };
}

/** Nearest edge of a point, motorways and ramps apart: squares of 0.02 degree, the nine around the point then wider rings. */
function placeFinder(graph: RoadGraph): (point: Point) => Joined {
  const SIDE = 0.02;
  const squares = new Map<string, number[]>();
  for (let e = 0; e < graph.edgeCount; e += 1) {
    if ((graph.attributes[e]! & 7) === 0 || (graph.attributes[e]! & 8) !== 0) continue;
    const line = lineOf(graph, e);
    const [columns, lines] = [line.map(({ lon }) => Math.floor(lon / SIDE)), line.map(({ lat }) => Math.floor(lat / SIDE))];
    for (let i = Math.min(...columns); i <= Math.max(...columns); i += 1) {
      for (let j = Math.min(...lines); j <= Math.max(...lines); j += 1) {
        const square = squares.get(`${i} ${j}`);
        if (square === undefined) squares.set(`${i} ${j}`, [e]);
        else square.push(e);
      }
    }
  }
  return (point) => {
    const [column, line] = [Math.floor(point.lon / SIDE), Math.floor(point.lat / SIDE)];
    for (let reach = 1; ; reach += 1) {
      let best: Joined = { edge: -1, share: 0, metres: Infinity };
      for (let i = -reach; i <= reach; i += 1) {
        for (let j = -reach; j <= reach; j += 1) {
          for (const edge of squares.get(`${column + i} ${line + j}`) ?? []) {
            const found = joinLine(lineOf(graph, edge), point);
            if (found.metres < best.metres) best = { edge, ...found };
          }
        }
      }
      // Everything within `reach` squares has been seen: 0.02° of longitude is more than 1 400 m here.
      if (best.metres < reach * 1400) return best;
    }
  };
}

/** What is needed to go from points to points along the roads. */
export class Roads {
  readonly graph: RoadGraph;
  readonly speeds: Speeds;
  private readonly find: (point: Point) => Joined;
  constructor(graph: RoadGraph, speeds: Speeds) {
    this.graph = graph;
    this.speeds = speeds;
    this.find = placeFinder(graph);
  }

  join(point: Point): Joined {
    return this.find(point);
  }

  /** Seconds of the crow-fly metres to the road: 20 km/h unless the table says otherwise. */
  access({ metres }: Joined): number {
    return (metres / 1000 / (this.speeds.accesKmh ?? 20)) * 3600;
  }

  /** Nodes by which a place is reached (`arriving`) or left, with the seconds between them. */
  gates(place: Joined, arriving: boolean): Gate[] {
    const whole = secondsOf(this.graph, this.speeds, place.edge);
    const both = !isOneWay(this.graph, place.edge);
    const from = { node: this.graph.from[place.edge]!, seconds: this.access(place) + place.share * whole };
    const to = { node: this.graph.to[place.edge]!, seconds: this.access(place) + (1 - place.share) * whole };
    return [...(arriving || both || place.share === 0 ? [from] : []), ...(!arriving || both || place.share === 1 ? [to] : [])];
  }

  /** Seconds along one edge, without passing by a node; Infinity when it is not the same edge or not the right way. */
  along(start: Joined, end: Joined): number {
    if (start.edge !== end.edge || (isOneWay(this.graph, start.edge) && end.share < start.share)) return Infinity;
    return Math.abs(end.share - start.share) * secondsOf(this.graph, this.speeds, start.edge) + this.access(start) + this.access(end);
  }

  /** Seconds from a place to the nearest of some others, `seconds` being those of the nodes to them. */
  seconds(place: Joined, targets: readonly Joined[], seconds: (node: number) => number): number {
    return Math.min(
      ...this.gates(place, false).map((gate) => gate.seconds + seconds(gate.node)),
      ...targets.map((target) => this.along(place, target)),
    );
  }
}

/** Smallest value at or under which at least the share q of the weight stands. */
export function quantile(pairs: readonly (readonly [value: number, weight: number])[], q: number): number {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
  const whole = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  for (const [value, weight] of sorted) {
    below += weight;
    // Weights that add up to exactly q of the whole reach it, whatever the order they were added in.
    if (below >= q * whole * (1 - 1e-12)) return value;
  }
  return Number.NaN;
}
