import { type Adjacency, ARC_SHIFT } from "../road-graph";

/** State of Tarjan's search: discovery order from 1 (0: not seen yet), lowest order reached, component. */
interface Search {
  readonly order: Int32Array;
  readonly low: Int32Array;
  readonly component: Int32Array;
  /** Nodes whose component is not known yet. */
  readonly open: Int32Array;
  /** The path from the root to the node of the moment, and the next arc to follow from each of its nodes. */
  readonly path: Int32Array;
  readonly arc: Int32Array;
  seen: number;
  opened: number;
  components: number;
}

function enter(search: Search, adjacency: Adjacency, node: number): void {
  search.seen += 1;
  search.order[node] = search.seen;
  search.low[node] = search.seen;
  search.arc[node] = adjacency.start[node]!;
  search.open[search.opened] = node;
  search.opened += 1;
}

/** Closes the component whose first node is `node`: everything opened since belongs to it. */
function close(search: Search, node: number): void {
  let member: number;
  do {
    search.opened -= 1;
    member = search.open[search.opened]!;
    search.component[member] = search.components;
  } while (member !== node);
  search.components += 1;
}

function explore(search: Search, adjacency: Adjacency, root: number): void {
  const { order, low, component, path, arc } = search;
  let depth = 0;
  path[0] = root;
  enter(search, adjacency, root);
  while (depth >= 0) {
    const node = path[depth]!;
    if (arc[node]! < adjacency.start[node + 1]!) {
      const head = adjacency.arcs[2 * arc[node]!]!;
      arc[node]! += 1;
      if ((head & adjacency.barred) !== 0) continue;
      const next = head >> ARC_SHIFT;
      if (order[next] === 0) {
        depth += 1;
        path[depth] = next;
        enter(search, adjacency, next);
      } else if (component[next]! < 0) low[node] = Math.min(low[node]!, order[next]!);
      continue;
    }
    if (low[node] === order[node]) close(search, node);
    depth -= 1;
    if (depth >= 0) low[path[depth]!] = Math.min(low[path[depth]!]!, low[node]!);
  }
}

/** The largest set of nodes from each of which every other can be reached. */
export interface StrongComponent {
  /** 1 for its nodes. */
  readonly inside: Uint8Array;
  readonly size: number;
}

/**
 * Largest strongly connected component (Tarjan 1972, without recursion, on typed arrays: 20 bytes a node).
 * Of components of one size, the first that closes.
 */
export function largestComponent(adjacency: Adjacency): StrongComponent {
  const nodes = adjacency.start.length - 1;
  const column = (): Int32Array => new Int32Array(nodes);
  const component = column().fill(-1);
  const search: Search = { order: column(), low: column(), component, open: column(), path: column(), arc: column(), seen: 0, opened: 0, components: 0 };
  for (let node = 0; node < nodes; node += 1) if (search.order[node] === 0) explore(search, adjacency, node);
  const sizes = new Int32Array(search.components);
  for (const one of component) sizes[one]! += 1;
  const largest = sizes.reduce((best, size, one) => (size > sizes[best]! ? one : best), 0);
  return { inside: Uint8Array.from(component, (one) => (one === largest ? 1 : 0)), size: sizes[largest] ?? 0 };
}
