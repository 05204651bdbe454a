import { nearestSite, oneToAll, runToEnd } from "../../src/geo/nearest-site";
import { type Bench, match, ours } from "./bench";
import { programmeC, type ProgrammeC } from "./programme-c";
import { differenceOfSeconds, situation } from "./situation";

const PAIRS: Readonly<Record<ProgrammeC, string>> = { dijkstra: "même file, en C (gcc -O2)", igraph: "igraph (C)" };

function fromOne(name: ProgrammeC): Bench {
  return match({
    nom: `un-vers-tous-${name}`,
    titre: "secondes de Limoges à tous les carrefours",
    pair: PAIRS[name],
    prepare() {
      const { roads, origin } = situation();
      const peer = programmeC(name, roads.graph.forward, roads.seconds, [origin]);
      return Promise.resolve({ n: roads.graph.nodeCount, ours: ours(() => runToEnd(oneToAll(roads, origin)).seconds), peer, difference: differenceOfSeconds });
    },
  });
}

function toNearest(name: ProgrammeC): Bench {
  return match({
    nom: `150-sites-${name}`,
    titre: "de tous les carrefours au plus proche de 150 sites",
    pair: PAIRS[name],
    prepare() {
      const { roads, sites } = situation();
      const peer = programmeC(name, roads.graph.reverse, roads.seconds, sites);
      return Promise.resolve({ n: roads.graph.nodeCount, ours: ours(() => runToEnd(nearestSite(roads, sites)).seconds), peer, difference: differenceOfSeconds });
    },
  });
}

/** Ours against compiled programs on the same arcs, weights and sources. */
export const CONTRE_C: readonly Bench[] = [fromOne("dijkstra"), toNearest("dijkstra"), fromOne("igraph"), toNearest("igraph")];
