import type { Attachments } from "./attachments";
import { ARC_SHIFT } from "./graph/road-graph";
import type { RoadNetwork } from "./road-network";
import { arcsOf, type Direction, emptyLabels, type Labels, type Reach, Search, type Seeds } from "./search";
import { reachPoint, searchSites, SiteSearch, siteSeeds } from "./site-search";
import { settleNow } from "./settle";
import { toSeconds, UNREACHED } from "./ticks";

function withSite({ edge, share, metres }: Attachments, site: number, place: Attachments | null): Attachments {
  const length = Math.max(edge.length, site + 1);
  const next = { edge: new Int32Array(length), share: new Float32Array(length), metres: new Float32Array(length) };
  next.edge.set(edge);
  next.share.set(share);
  next.metres.set(metres);
  next.edge[site] = place?.edge[0] ?? -1;
  next.share[site] = place?.share[0] ?? 0;
  next.metres[site] = place?.metres[0] ?? Number.NaN;
  return next;
}

/** A site that serves this part of the network (one in so many nodes), and that many nodes, is not worth a repair. */
const FULL_SEARCH_SHARE = 3;
const FULL_SEARCH_MIN = 10;

/**
 * A search from sites that is kept while they are edited. After each edit its times and winners are those of a full
 * search from the same list, to the bit: a closed site stays in the list with edge −1, so that the others keep
 * their index. Adding only improves; closing repairs only what the site served; moving does both at once.
 */
export class LiveSearch {
  private readonly labels: Labels;
  private current: SiteSearch;
  /** Edit in which each node last changed. */
  private readonly changedAt: Int32Array;
  private edits = 0;
  /** Edges of the site of the last edit, before and after it; −1 for none. */
  private editedEdges: readonly [number, number] = [-1, -1];
  private changed: Int32Array = new Int32Array();
  /** A list of nodes, as long as the longest one so far. */
  private buffer = new Int32Array(1024);

  private constructor(search: SiteSearch) {
    this.current = search;
    this.labels = search.labels;
    this.changedAt = new Int32Array(search.network.graph.nodeCount);
  }

  /** The first, full search. Yields the share done. */
  static *start(network: RoadNetwork, sites: Attachments, direction: Direction): Generator<number, LiveSearch, void> {
    return new LiveSearch(yield* searchSites(network, sites, direction));
  }

  /** The search as it stands; its labels go on changing with the edits. */
  get search(): SiteSearch {
    return this.current;
  }

  /** Nodes whose time or site is not what it was before the last edit. */
  get changedNodes(): Int32Array {
    return this.changed;
  }

  /** Adds a site at the one place given; gives its index. */
  add(place: Attachments): number {
    const site = this.current.sites.edge.length;
    this.edit(site, place);
    return site;
  }

  /** Moves a site, or opens a closed one again. */
  move(site: number, place: Attachments): void {
    this.edit(site, place);
  }

  close(site: number): void {
    this.edit(site, null);
  }

  /** Whether the last edit may have changed a point of this edge. */
  mayHaveChanged(edge: number): boolean {
    if (edge < 0 || this.edits === 0) return false;
    const { from, to } = this.current.network.graph;
    return (
      this.changedAt[from[edge]!] === this.edits || this.changedAt[to[edge]!] === this.edits || edge === this.editedEdges[0] || edge === this.editedEdges[1]
    );
  }

  private edit(site: number, place: Attachments | null): void {
    const { network, direction, sites } = this.current;
    const { ticks, source } = this.labels;
    const before = sites.edge[site] ?? -1;
    const edited = withSite(sites, site, place);
    this.current = new SiteSearch(network, direction, edited, this.labels);
    this.editedEdges = [before, edited.edge[site]!];
    this.edits += 1;
    const seeds = siteSeeds(network, edited, direction);
    const lost = before < 0 ? new Int32Array() : this.collect(site, before);
    if (lost === null) {
      this.startAgain(seeds);
      return;
    }
    const old = Int32Array.from(lost, (node) => ticks[node]!);
    for (const node of lost) ticks[node] = UNREACHED;
    // The seeds of sites whose nodes are not lost improve nothing, and are dropped.
    this.addBorder(lost, seeds);
    const search = new Search(network, direction, seeds, this.labels);
    for (const node of lost) this.changedAt[node] = -this.edits;
    const improved = this.spread(search);
    const moved = lost.filter((node, i) => ticks[node] !== old[i] || source[node] !== site);
    for (const node of moved) this.changedAt[node] = this.edits;
    this.changed = new Int32Array(improved.length + moved.length);
    this.changed.set(improved);
    this.changed.set(moved, improved.length);
  }

  /** Writes a node in the list, which grows when it must. */
  private note(at: number, node: number): void {
    if (at === this.buffer.length) {
      const more = new Int32Array(2 * at);
      more.set(this.buffer);
      this.buffer = more;
    }
    this.buffer[at] = node;
  }

  /** A full search: cheaper than a repair when a site served most of the network. */
  private startAgain(seeds: Seeds): void {
    const { network, direction } = this.current;
    const { ticks, source } = this.labels;
    const { labels: found } = settleNow(network, direction, seeds, UNREACHED);
    let count = 0;
    for (let node = 0; node < ticks.length; node += 1) {
      const [time, site] = [found.ticks[node]!, found.source[node]!];
      if (ticks[node] === time && source[node] === site) continue;
      ticks[node] = time;
      source[node] = site;
      this.changedAt[node] = this.edits;
      this.note(count, node);
      count += 1;
    }
    this.changed = this.buffer.slice(0, count);
  }

  /**
   * Nodes that a site serves, their site forgotten; null, nothing forgotten, when they are a third of the network or
   * more. The way that gives a node to a site passes only by nodes of that site: all of them are met from the ends of
   * its edge.
   */
  private collect(site: number, edge: number): Int32Array | null {
    const { network, direction } = this.current;
    const { graph } = network;
    const { start, arcs, barred } = arcsOf(network, direction);
    const { source } = this.labels;
    let count = 0;
    const visit = (node: number): void => {
      if (source[node] !== site) return;
      source[node] = -1;
      this.note(count, node);
      count += 1;
    };
    visit(graph.from[edge]!);
    visit(graph.to[edge]!);
    for (let i = 0; i < count; i += 1) {
      const node = this.buffer[i]!;
      for (let arc = start[node]!, end = start[node + 1]!; arc < end; arc += 1) {
        const head = arcs[2 * arc]!;
        if ((head & barred) === 0) visit(head >> ARC_SHIFT);
      }
      if (count * FULL_SEARCH_SHARE < graph.nodeCount || count < FULL_SEARCH_MIN) continue;
      for (let k = 0; k < count; k += 1) source[this.buffer[k]!] = site;
      return null;
    }
    return this.buffer.slice(0, count);
  }

  /** The best times that lost nodes can have from neighbours that are not lost. */
  private addBorder(lost: Int32Array, seeds: Seeds): void {
    const { network, direction } = this.current;
    const { start, arcs, barred } = arcsOf(network, direction === "to-sites" ? "from-sites" : "to-sites");
    const { ticks, source } = this.labels;
    for (const node of lost) {
      let [best, winner] = [UNREACHED, -1];
      for (let arc = start[node]!, end = start[node + 1]!; arc < end; arc += 1) {
        const tail = arcs[2 * arc]!;
        const neighbour = tail >> ARC_SHIFT;
        if ((tail & barred) !== 0 || source[neighbour]! < 0) continue;
        const total = ticks[neighbour]! + arcs[2 * arc + 1]!;
        if (total > best || (total === best && source[neighbour]! >= winner)) continue;
        best = total;
        winner = source[neighbour]!;
      }
      if (winner < 0) continue;
      seeds.node.push(node);
      seeds.ticks.push(best);
      seeds.source.push(winner);
    }
  }

  /** Runs the repair; gives the nodes that it improved, without those that were lost. */
  private spread(search: Search): Int32Array {
    let count = 0;
    while (search.advance()) {
      for (let i = 0; i < search.count; i += 1) {
        const node = search.taken[i]!;
        if (Math.abs(this.changedAt[node]!) === this.edits) continue;
        this.changedAt[node] = this.edits;
        this.note(count, node);
        count += 1;
      }
    }
    return this.buffer.slice(0, count);
  }
}

/** Points that follow a live search: their times and sites, kept up to date edit after edit. */
export class LivePoints {
  readonly points: Attachments;
  private readonly labels: Labels;
  private readonly seconds: Float32Array;

  constructor(live: LiveSearch, points: Attachments) {
    this.points = points;
    this.labels = emptyLabels(points.edge.length);
    this.seconds = new Float32Array(points.edge.length);
    for (let i = 0; i < points.edge.length; i += 1) this.update(live, i);
  }

  /** Seconds and site of each point, as `reachPoints` gives them; the arrays are the same after each `follow`. */
  get reach(): Reach {
    return { seconds: this.seconds, source: this.labels.source };
  }

  /** To be called after each edit: gives the points whose time or site has changed, ascending. */
  follow(live: LiveSearch): Int32Array {
    const { ticks, source } = this.labels;
    const { edge } = this.points;
    const changed = new Int32Array(edge.length);
    let count = 0;
    for (let i = 0; i < edge.length; i += 1) {
      if (!live.mayHaveChanged(edge[i]!)) continue;
      const [time, site] = [ticks[i], source[i]];
      this.update(live, i);
      if (ticks[i] === time && source[i] === site) continue;
      changed[count] = i;
      count += 1;
    }
    return changed.subarray(0, count);
  }

  private update(live: LiveSearch, i: number): void {
    reachPoint(live.search, this.points, i, this.labels);
    this.seconds[i] = toSeconds(this.labels.ticks[i]!);
  }
}
