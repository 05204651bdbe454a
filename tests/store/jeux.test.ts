import { describe, expect, it } from "vitest";
import { parseJeux } from "../../src/project/jeux-de-poids";
import { open } from "./world";

const CLE = "maillage.jeux-de-poids";
const POIDS = { poids_apl: 60, poids_revenu: 40 };

describe("sets of weights the user names", () => {
  it("are kept in the browser, and found again by another visit", async () => {
    const first = open();
    await first.started();
    first.commands.enregistrerJeu("Offre et revenu", POIDS);
    const again = open({ saved: Object.fromEntries(first.world.saved) });
    await again.started();
    again.commands.chargerJeux();
    expect(again.state().session.jeux).toEqual([{ nom: "Offre et revenu", poids: POIDS }]);
  });

  it("one of the same name gives way, and one taken out is gone from the browser too", async () => {
    const { started, commands, world, state } = open();
    await started();
    commands.enregistrerJeu("A", POIDS);
    commands.enregistrerJeu("A", { poids_apl: 100 });
    expect(state().session.jeux).toEqual([expect.objectContaining({ nom: "A", poids: { poids_apl: 100 } })]);
    commands.retirerJeu("A");
    expect([state().session.jeux, JSON.parse(world.saved.get(CLE) ?? "")]).toEqual([[], []]);
  });

  it("those another tab has saved meanwhile stay", async () => {
    const { started, commands, world, state } = open();
    await started();
    commands.chargerJeux();
    world.saved.set(CLE, JSON.stringify([{ nom: "Ailleurs", poids: POIDS }]));
    commands.enregistrerJeu("Ici", POIDS);
    expect(state().session.jeux?.map(({ nom }) => nom)).toEqual(["Ailleurs", "Ici"]);
  });

  it("are still there for this visit when the browser refuses to keep them, which is said", async () => {
    const { started, commands, state, texts } = open({ refusesWrite: true });
    await started();
    commands.enregistrerJeu("A", POIDS);
    expect(state().session.jeux).toHaveLength(1);
    expect(texts().join(" ")).toContain("refuse d'enregistrer");
  });

  it.each(["", "{}", "[1]", '[{"nom":"","poids":{}}]', '[{"nom":"A","poids":{"poids_apl":400}}]'])("a stored text that holds something else (%s) is said, and left aside", async (text) => {
    expect(parseJeux(text)).toBeNull();
    const { started, commands, state, texts } = open({ saved: { [CLE]: text } });
    await started();
    commands.chargerJeux();
    expect(state().session.jeux).toEqual([]);
    expect(texts().join(" ")).toContain("laissés de côté");
  });
});
