import { describe, expect, it } from "vitest";
import { issueText } from "../../../src/textes/issues";
import { ONE_WAY_BIT, RAMP_BIT } from "../../../src/geo/graph/road-graph";
import { SURROUNDINGS } from "../../../src/geo/graph/road-lines";
import type { Outcome } from "../../../src/domain/outcome";
import { readOsmPbf } from "../../../src/io/osm-pbf/read-osm-pbf";
import type { RoadFile } from "../../../src/io/road-file";
import { blob, block, type BlockOptions, header, join, type Node, type Packing, pbfFile, sourceOf, type Way } from "./write-pbf";

async function read(bytes: Uint8Array, chunk = 1000): Promise<Outcome<RoadFile>> {
  const steps = readOsmPbf(sourceOf(bytes, "essai.osm.pbf", chunk));
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}

async function accepted(bytes: Uint8Array): Promise<RoadFile> {
  const outcome = await read(bytes);
  if (!outcome.ok) throw new Error(outcome.issues.map(issueText).join(" "));
  return outcome.value;
}

/** Places of each line, as [lon, lat] in degrees. */
function linesOf({ lines }: RoadFile): (readonly [number, number])[][] {
  const { start, place, lonE7, latE7 } = lines;
  return Array.from(lines.attributes, (_, line) => Array.from(place.subarray(start[line], start[line + 1]), (at) => [lonE7[at]! / 1e7, latE7[at]! / 1e7] as const));
}

const A: Node = { id: 10, lon: 1.1, lat: 45.1 };
const B: Node = { id: 11, lon: 1.2, lat: 45.2 };
const C: Node = { id: 12, lon: 1.3, lat: 45.3 };
const NODES = [A, B, C];
const at = ({ lon, lat }: Node): readonly [number, number] => [lon, lat];
const road = (tags: Readonly<Record<string, string>>, refs: readonly number[] = [10, 11, 12]): Way => ({ id: 1, tags, refs });
const STREET = road({ highway: "residential" });

describe("roads of a PBF file", () => {
  it("are the ways with their nodes in order", async () => {
    expect(linesOf(await accepted(pbfFile(NODES, [STREET])))).toEqual([[at(A), at(B), at(C)]]);
  });

  it("are the same whatever the size of the chunks", async () => {
    const bytes = pbfFile(NODES, [STREET]);
    for (const chunk of [1, 3, 64, bytes.length]) expect(await read(bytes, chunk)).toEqual(await read(bytes));
  });

  const other: readonly (readonly [string, BlockOptions, Packing])[] = [
    ["nodes written one by one", { plain: true }, "zlib"],
    ["another granularity and offset", { granularity: 1000, offset: 1_000_000_000 }, "zlib"],
    ["blobs that are not compressed", {}, "raw"],
  ];
  it.each(other)("are read from %s", async (_, options, packing) => {
    const bytes = join(header(), blob("OSMData", block(NODES, [STREET], options), packing));
    expect(linesOf(await accepted(bytes))).toEqual([[at(A), at(B), at(C)]]);
  });

  it("are read when ways come before nodes, negative ids and ids beyond 32 bits among them", async () => {
    const nodes = [{ ...A, id: -5 }, { ...B, id: 11_000_000_000 }];
    const bytes = join(header(), blob("OSMData", block([], [road({ highway: "primary" }, [11_000_000_000, -5])])), blob("OSMData", block(nodes, [])));
    expect(linesOf(await accepted(bytes))).toEqual([[at(B), at(A)]]);
  });

  it("leave aside blobs of a type that is not known", async () => {
    const bytes = join(header(), blob("Inconnu", Uint8Array.of(1, 2, 3)), blob("OSMData", block(NODES, [STREET])));
    expect(linesOf(await accepted(bytes))).toHaveLength(1);
  });

  it("leave aside nodes that no road names", async () => {
    const { lines } = await accepted(pbfFile([...NODES, { id: 99, lon: 5, lat: 5 }], [STREET]));
    expect([...lines.lonE7]).toEqual([11_000_000, 12_000_000, 13_000_000]);
  });

  it("run along the traffic when it goes against the nodes", async () => {
    const file = await accepted(pbfFile(NODES, [road({ highway: "primary", oneway: "-1" })]));
    expect(linesOf(file)).toEqual([[at(C), at(B), at(A)]]);
    expect(file.lines.attributes[0]! & ONE_WAY_BIT).toBe(ONE_WAY_BIT);
  });

  const kinds: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{ highway: "motorway" }, 0 | ONE_WAY_BIT],
    [{ highway: "motorway", oneway: "no" }, 0],
    [{ highway: "trunk_link", oneway: "yes" }, 1 | RAMP_BIT | ONE_WAY_BIT],
    [{ highway: "primary", junction: "roundabout" }, 2 | ONE_WAY_BIT],
    [{ highway: "secondary", oneway: "reversible" }, 3],
    [{ highway: "tertiary", oneway: "1" }, 4 | ONE_WAY_BIT],
    [{ highway: "unclassified", access: "private", motor_vehicle: "yes" }, 5],
  ];
  it.each(kinds)("%j has attributes %i", async (tags, attributes) => {
    expect([...(await accepted(pbfFile(NODES, [road(tags)]))).lines.attributes]).toEqual([attributes]);
  });

  it("say what surrounds them when their tags do", async () => {
    const tags = [{ highway: "residential" }, { highway: "primary", maxspeed: "50" }, { highway: "primary", maxspeed: "80" }, { highway: "primary", maxspeed: "FR:urban" }, { highway: "primary" }];
    const { lines } = await accepted(pbfFile(NODES, tags.map((one) => road(one))));
    const { builtUp, open, unknown } = SURROUNDINGS;
    expect([...lines.surroundings]).toEqual([builtUp, builtUp, open, builtUp, unknown]);
  });

  it("count what is left out, and why", async () => {
    const ways = [STREET, road({ highway: "footway" }), road({ highway: "residential", access: "private" }), road({ building: "yes" })];
    expect((await accepted(pbfFile(NODES, ways))).bilan).toEqual({ lues: 3, gardees: 1, sansVoiture: 1, accesInterdit: 1, reparees: 0, pointsManquants: 0 });
  });

  it("are cut where a node is not in the file, or off the globe", async () => {
    const nodes = [A, B, { id: 12, lon: 1, lat: 95 }, { id: 14, lon: 1.4, lat: 45.4 }, { id: 15, lon: 1.5, lat: 45.5 }];
    const file = await accepted(pbfFile(nodes, [road({ highway: "primary" }, [10, 11, 12, 13, 14, 15])]));
    expect(linesOf(file)).toEqual([[at(A), at(B)], [[1.4, 45.4], [1.5, 45.5]]]);
    expect([file.bilan.reparees, file.bilan.pointsManquants]).toEqual([1, 2]);
  });

  it("have no node twice in a row", async () => {
    expect(linesOf(await accepted(pbfFile(NODES, [road({ highway: "primary" }, [10, 10, 11])])))).toEqual([[at(A), at(B)]]);
  });
});

const WHOLE = pbfFile(NODES, [STREET]);
const damagedBlob = (): Uint8Array => {
  const bytes = WHOLE.slice();
  // In the middle of the compressed bytes of the last blob.
  bytes.fill(0xff, bytes.length - 12, bytes.length - 4);
  return bytes;
};
const REFUSALS: readonly (readonly [string, Uint8Array, string])[] = [
  ["an empty file", new Uint8Array(), "Le fichier « essai.osm.pbf » est illisible : ce n'est pas un fichier OSM PBF."],
  ["a text", new TextEncoder().encode("<?xml version='1.0'?><osm></osm>"), "Le fichier « essai.osm.pbf » est illisible : ce n'est pas un fichier OSM PBF."],
  ["zeros", new Uint8Array(500), "Le fichier « essai.osm.pbf » est illisible : ce n'est pas un fichier OSM PBF."],
  ["data without its header", blob("OSMData", block(NODES, [STREET])), "Le fichier « essai.osm.pbf » est illisible : ce n'est pas un fichier OSM PBF."],
  ["a blob cut in the middle", WHOLE.subarray(0, WHOLE.length - 5), `Le fichier « essai.osm.pbf » est illisible : il est coupé : il s'arrête à l'octet ${String(WHOLE.length - 5)}, au milieu d'un bloc. Téléchargez-le de nouveau.`],
  ["the length of a blob cut in the middle", join(WHOLE, Uint8Array.of(0, 0)), `Le fichier « essai.osm.pbf » est illisible : il est coupé : il s'arrête à l'octet ${String(WHOLE.length + 2)}, au milieu d'un bloc. Téléchargez-le de nouveau.`],
  ["compressed bytes damaged", damagedBlob(), "Le fichier « essai.osm.pbf » est illisible : un bloc est abîmé : téléchargez-le de nouveau."],
  ["bytes after the end that are no blob", join(WHOLE, new Uint8Array(20).fill(0xee)), `Le fichier « essai.osm.pbf » est illisible : le bloc à l'octet ${String(WHOLE.length)} est abîmé.`],
  ["a block that is not one", join(header(), blob("OSMData", new Uint8Array(40).fill(0xff))), "Le fichier « essai.osm.pbf » est illisible : le bloc qui finit à l'octet"],
  ["another compression", join(header(), blob("OSMData", block(NODES, [STREET]), "lzma")), "Le fichier « essai.osm.pbf » est illisible : compression lzma non lue : réécrivez-le avec la compression zlib."],
  ["a feature that is not known", join(header(["OsmSchema-V0.6", "Teleportation"]), blob("OSMData", block(NODES, [STREET]))), "Le fichier « essai.osm.pbf » est illisible : il demande « Teleportation », que Maillage ne sait pas lire."],
  ["a history file", join(header(["OsmSchema-V0.6", "HistoricalInformation"])), "Le fichier « essai.osm.pbf » est illisible : il contient l'historique des objets : exportez-en l'état actuel."],
  ["no road at all", pbfFile(NODES, [road({ building: "yes" })]), "Le fichier « essai.osm.pbf » ne contient aucune route : choisissez un extrait qui garde les objets « highway »."],
  ["no road for cars", pbfFile(NODES, [road({ highway: "footway" })]), "Le fichier « essai.osm.pbf » ne contient aucune route ouverte aux voitures (1 voie lue, toutes écartées) : choisissez un extrait qui garde les rues et les routes."],
  ["roads none of whose nodes are there", pbfFile([], [STREET]), "Le fichier « essai.osm.pbf » ne contient aucune route ouverte aux voitures (1 voie lue, toutes écartées) : choisissez un extrait qui garde les rues et les routes."],
];

describe("a PBF file is refused", () => {
  it.each(REFUSALS)("%s", async (_, bytes, sentence) => {
    const outcome = await read(bytes);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map(issueText)).toEqual([expect.stringContaining(sentence)]);
  });

  it("wherever it is cut, and never read as if it were whole", async () => {
    for (let length = 0; length < WHOLE.length; length += 1) expect((await read(WHOLE.subarray(0, length))).ok, `${String(length)} bytes`).toBe(false);
  });
});
