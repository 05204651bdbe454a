import { PbfReader } from "pbf";
import { type RoadTag, type RoadTags, ROAD_TAGS } from "../road-tags";

/** Field numbers of the messages read here (osmformat.proto). */
const BLOCK = { strings: 1, group: 2, granularity: 17, latOffset: 19, lonOffset: 20 } as const;
const GROUP = { node: 1, dense: 2, way: 3 } as const;
const NODE = { id: 1, lat: 8, lon: 9 } as const;
const DENSE = { id: 1, lat: 8, lon: 9 } as const;
const WAY = { keys: 2, values: 3, refs: 8 } as const;

const KNOWN_TAGS: ReadonlySet<string> = new Set(ROAD_TAGS);
const utf8 = new TextDecoder();

/** The strings of a block, decoded when they are asked for: most never are. */
class Strings {
  private readonly bytes: Uint8Array[] = [];
  private readonly texts: string[] = [];
  /** 0 unknown yet, 1 a tag of roads, 2 another. */
  private roles = new Uint8Array();

  read(pbf: PbfReader): void {
    pbf.readMessage((field, into: Uint8Array[], inner) => {
      if (field === 1) into.push(inner.readBytes());
    }, this.bytes);
    this.roles = new Uint8Array(this.bytes.length);
  }

  text(index: number): string {
    return (this.texts[index] ??= utf8.decode(this.bytes[index]));
  }

  isRoadTag(index: number): boolean {
    if (this.roles[index] === 0) this.roles[index] = KNOWN_TAGS.has(this.text(index)) ? 1 : 2;
    return this.roles[index] === 1;
  }
}

/** A block cut into its parts: groups are left where they are, as [start, end] in the bytes. */
interface Block {
  readonly pbf: PbfReader;
  readonly strings: Strings;
  readonly groups: (readonly [number, number])[];
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

function openBlock(bytes: Uint8Array): Block {
  const block: Block = { pbf: new PbfReader(bytes), strings: new Strings(), groups: [], granularity: 100, latOffset: 0, lonOffset: 0 };
  return block.pbf.readFields((field, into, pbf) => {
    if (field === BLOCK.strings) into.strings.read(pbf);
    else if (field === BLOCK.group) {
      const end = pbf.readVarint() + pbf.pos;
      into.groups.push([pbf.pos, end]);
      pbf.pos = end;
    } else if (field === BLOCK.granularity) into.granularity = pbf.readVarint();
    else if (field === BLOCK.latOffset) into.latOffset = pbf.readVarint(true);
    else if (field === BLOCK.lonOffset) into.lonOffset = pbf.readVarint(true);
  }, block);
}

/** Receives the nodes of a block; coordinates in 1e-7 degree. */
export type NodeSink = (id: number, lonE7: number, latE7: number) => void;

/** Nanodegrees of the file to 1e-7 degree. */
const scaled = (block: Block, lat: number, offset: number): number => Math.round((offset + block.granularity * lat) / 100);

function readDense(block: Block, sink: NodeSink): void {
  const { pbf } = block;
  const columns = { ids: 0, idsEnd: 0, lats: 0, lons: 0 };
  pbf.readMessage((field, into, inner) => {
    if (field !== DENSE.id && field !== DENSE.lat && field !== DENSE.lon) return;
    const end = inner.readVarint() + inner.pos;
    if (field === DENSE.id) [into.ids, into.idsEnd] = [inner.pos, end];
    else if (field === DENSE.lat) into.lats = inner.pos;
    else into.lons = inner.pos;
    inner.pos = end;
  }, columns);
  const after = pbf.pos;
  const lats = new PbfReader(pbf.buf);
  const lons = new PbfReader(pbf.buf);
  [pbf.pos, lats.pos, lons.pos] = [columns.ids, columns.lats, columns.lons];
  let [id, lat, lon] = [0, 0, 0];
  while (pbf.pos < columns.idsEnd) {
    id += pbf.readSVarint();
    lat += lats.readSVarint();
    lon += lons.readSVarint();
    sink(id, scaled(block, lon, block.lonOffset), scaled(block, lat, block.latOffset));
  }
  pbf.pos = after;
}

function readNode(block: Block, sink: NodeSink): void {
  const node = block.pbf.readMessage(
    (field, into, pbf) => {
      if (field === NODE.id) into.id = pbf.readSVarint();
      else if (field === NODE.lat) into.lat = pbf.readSVarint();
      else if (field === NODE.lon) into.lon = pbf.readSVarint();
    },
    { id: 0, lat: 0, lon: 0 },
  );
  sink(node.id, scaled(block, node.lon, block.lonOffset), scaled(block, node.lat, block.latOffset));
}

/** Gives every node of a block to `sink`. Throws on bytes that are not a block. */
export function readNodes(bytes: Uint8Array, sink: NodeSink): void {
  const block = openBlock(bytes);
  for (const [start, end] of block.groups) {
    block.pbf.pos = start;
    block.pbf.readFields((field) => {
      if (field === GROUP.dense) readDense(block, sink);
      else if (field === GROUP.node) readNode(block, sink);
    }, null, end);
  }
}

/** Receives the ways of a block: the tags that matter to roads, then, when `wants` says so, the ids of the nodes. */
export interface WaySink {
  /** Whether the nodes of a way with these tags are wanted. `tags` is only good during the call. */
  wants(tags: RoadTags): boolean;
  ref(id: number): void;
  /** After the last node of a way that was wanted. */
  end(): void;
}

/** The tags of a way that say something of roads: two lists of string indices side by side. */
function tagsAt({ strings }: Block, keys: PbfReader, keysEnd: number, values: PbfReader): RoadTags {
  const tags: RoadTags = {};
  while (keys.pos < keysEnd) {
    const key = keys.readVarint();
    const value = values.readVarint();
    if (strings.isRoadTag(key)) tags[strings.text(key) as RoadTag] = strings.text(value);
  }
  return tags;
}

function readWay(block: Block, values: PbfReader, sink: WaySink): void {
  const { pbf } = block;
  const at = { keys: 0, keysEnd: 0, values: 0, refs: 0, refsEnd: 0 };
  pbf.readMessage((field, into, inner) => {
    if (field !== WAY.keys && field !== WAY.values && field !== WAY.refs) return;
    const end = inner.readVarint() + inner.pos;
    if (field === WAY.keys) [into.keys, into.keysEnd] = [inner.pos, end];
    else if (field === WAY.values) into.values = inner.pos;
    else [into.refs, into.refsEnd] = [inner.pos, end];
    inner.pos = end;
  }, at);
  const after = pbf.pos;
  [pbf.pos, values.pos] = [at.keys, at.values];
  if (sink.wants(tagsAt(block, pbf, at.keysEnd, values))) {
    pbf.pos = at.refs;
    let id = 0;
    while (pbf.pos < at.refsEnd) {
      id += pbf.readSVarint();
      sink.ref(id);
    }
    sink.end();
  }
  pbf.pos = after;
}

/** Gives every way of a block to `sink`; whether the block also holds nodes. Throws on bytes that are not a block. */
export function readWays(bytes: Uint8Array, sink: WaySink): boolean {
  const block = openBlock(bytes);
  let nodes = false;
  const values = new PbfReader(bytes);
  for (const [start, end] of block.groups) {
    block.pbf.pos = start;
    block.pbf.readFields((field) => {
      if (field === GROUP.way) readWay(block, values, sink);
      else if (field === GROUP.dense || field === GROUP.node) nodes = true;
    }, null, end);
  }
  return nodes;
}
