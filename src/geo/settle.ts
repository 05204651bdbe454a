import { type Run, SearchKernel } from "./kernel/search-kernel";
import type { RoadNetwork } from "./road-network";
import { type Direction, type Labels, Search, type Seeds } from "./search";

/** What one search has found, to be read or copied before the next one on the same graph. */
export interface Settled {
  readonly labels: Labels;
  /** Nodes that have a label, each once, in any order. */
  readonly nodes: Int32Array;
}

/** Nodes labelled between two yields: about a millisecond of work. */
const SLICE = 8192;
/** Buckets settled between two looks at what is found: half a minute of road. */
const STRIDE = 16;

/** The same without the kernel. */
class SlowRun implements Run {
  readonly alive = true;
  count = 0;
  private readonly search: Search;

  constructor(network: RoadNetwork, direction: Direction, seeds: Seeds) {
    this.search = new Search(network, direction, seeds);
  }

  get horizon(): number {
    return this.search.horizon;
  }

  get labels(): Labels {
    return this.search.labels;
  }

  get nodes(): Int32Array {
    return Int32Array.from(this.labels.source.keys()).filter((node) => this.labels.source[node]! >= 0);
  }

  advance(buckets: number, limit: number): boolean {
    for (let k = 0; k < buckets; k += 1) {
      if (!this.search.advance(limit)) return false;
      this.count += this.search.count;
    }
    return true;
  }
}

/**
 * A full search, stopped at a limit (ticks, exactly that many included; times above it may not be final). The labels
 * are the caller's own. Yields the share of the nodes reached. When another search takes the kernel between two steps, or the
 * queue outgrows it, this one starts again without it.
 */
export function* settle(network: RoadNetwork, direction: Direction, seeds: Seeds, limit: number): Generator<number, Labels, void> {
  let run = SearchKernel.start(network, direction, seeds) ?? new SlowRun(network, direction, seeds);
  let shown = 0;
  while (run.advance(STRIDE, limit)) {
    if (!run.alive) {
      run = new SlowRun(network, direction, seeds);
      shown = 0;
    }
    if (run.count < shown + SLICE) continue;
    shown = run.count;
    yield Math.min(shown / network.graph.nodeCount, 1);
  }
  const { ticks, source } = run.labels;
  return { ticks: ticks.slice(), source: source.slice() };
}

/**
 * One search at once, stopped at a limit (ticks, exactly that many included) or as soon as every target node is
 * settled. Times above the limit, or beyond the farthest target, may not be final.
 */
export function settleNow(network: RoadNetwork, direction: Direction, seeds: Seeds, limit: number, targets: ArrayLike<number> | null = null): Settled {
  let run = SearchKernel.start(network, direction, seeds) ?? new SlowRun(network, direction, seeds);
  let met = 0;
  while (run.advance(STRIDE, limit)) {
    if (!run.alive) {
      run = new SlowRun(network, direction, seeds);
      met = 0;
    }
    if (targets === null) continue;
    const { ticks } = run.labels;
    while (met < targets.length && ticks[targets[met]!]! < run.horizon) met += 1;
    if (met === targets.length) break;
  }
  return run;
}
