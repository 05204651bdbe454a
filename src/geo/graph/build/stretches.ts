import type { RoadLines } from "../road-lines";

/**
 * The lines cut where they meet: each stretch runs from a junction to a junction and is one edge to be.
 * Stretch s runs through `lines.place[first[s]] .. lines.place[last[s]]`, both included.
 */
export interface Stretches {
  readonly count: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Line each stretch is cut from. */
  readonly line: Int32Array;
  /** Nodes at both ends: junctions numbered in the order of their places. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Place of each node. */
  readonly nodePlace: Int32Array;
}

/** Whether each place is a junction: an end of a line, or named more than once. */
function junctionsOf({ lonE7, start, place }: RoadLines): Uint8Array {
  const uses = new Uint8Array(lonE7.length);
  for (let line = 0; line + 1 < start.length; line += 1) {
    const last = start[line + 1]! - 1;
    for (let i = start[line]!; i <= last; i += 1) {
      const at = place[i]!;
      uses[at] = i === start[line] || i === last ? 2 : Math.min(2, uses[at]! + 1);
    }
  }
  return uses;
}

/** Cuts lines at the places they share, at their ends, and where one of them meets itself. */
export function cutStretches(lines: RoadLines): Stretches {
  const { start, place } = lines;
  const uses = junctionsOf(lines);
  const isNode = (i: number): boolean => uses[place[i]!] === 2;
  let count = 0;
  for (let line = 0; line + 1 < start.length; line += 1) {
    for (let i = start[line]! + 1; i < start[line + 1]!; i += 1) if (isNode(i)) count += 1;
  }
  const nodes = uses.reduce((sum, used) => (used === 2 ? sum + 1 : sum), 0);
  const nodePlace = new Int32Array(nodes);
  const rank = new Int32Array(uses.length);
  for (let at = 0, node = 0; at < uses.length; at += 1) {
    if (uses[at] !== 2) continue;
    rank[at] = node;
    nodePlace[node] = at;
    node += 1;
  }
  const column = (): Int32Array => new Int32Array(count);
  const cut = { count, first: column(), last: column(), line: column(), from: column(), to: column(), nodePlace };
  let s = 0;
  for (let line = 0; line + 1 < start.length; line += 1) {
    let first = start[line]!;
    for (let i = first + 1; i < start[line + 1]!; i += 1) {
      if (!isNode(i)) continue;
      cut.first[s] = first;
      cut.last[s] = i;
      cut.line[s] = line;
      cut.from[s] = rank[place[first]!]!;
      cut.to[s] = rank[place[i]!]!;
      first = i;
      s += 1;
    }
  }
  return cut;
}
