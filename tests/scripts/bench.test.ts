import { describe, expect, it } from "vitest";
import { duel, ReponsesDifferentes, resultat } from "../../scripts/bench/bench";

describe("duel", () => {
  it("refuses to time two computations whose answers differ", () => {
    let runs = 0;
    const bench = duel({
      nom: "essai",
      titre: "essai",
      pair: "autre",
      prepare: () => ({
        n: 1,
        ours: () => {
          runs += 1;
          return 1;
        },
        peer: () => 2,
        difference: (ours, peer) => (ours === peer ? null : "1 et 2"),
      }),
    });
    expect(() => bench.run()).toThrow(ReponsesDifferentes);
    expect(runs).toBe(1);
  });

  it("gives both figures when the answers are the same", async () => {
    const bench = duel({ nom: "essai", titre: "essai", pair: "autre", prepare: () => ({ n: 3, ours: () => 1, peer: () => 1, difference: () => null }) });
    expect(await bench.run()).toMatchObject({ nom: "essai", pair: "autre", n: 3 });
  });
});

describe("resultat", () => {
  it("divides our median by the peer's", () => {
    expect(resultat({ nom: "essai", pair: "autre" }, 5, [9, 1, 2], [8, 1000, 4])).toEqual({ nom: "essai", ms: 2, pair: "autre", pair_ms: 8, ratio: 0.25, n: 5 });
  });
});
