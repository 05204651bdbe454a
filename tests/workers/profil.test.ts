import { beforeAll, describe, expect, it } from "vitest";
import { answerCall } from "../../scripts/cli/answer-call";
import type { LieuProfil } from "../../src/domain/profil";
import { DATA } from "../analyses/run";
import { type Asking, open, value } from "./package";

const near = (figure: number | null | undefined): number => Number((figure ?? Number.NaN).toFixed(6));

describe("the fragility of a place beside its wider places", () => {
  let ask: Asking;
  const lieux: LieuProfil[] = [];
  beforeAll(async () => {
    ({ ask } = await open());
    for (let rang = 0; rang < 9; rang++) {
      const lieu = value(await ask("profil", { sujet: { genre: "territoire", niveau: "commune", code: "87011" }, rang }));
      if (lieu === null) break;
      lieux.push(lieu);
    }
  }, 120_000);

  it("reads a commune, its EPCI, its département and the region, then nothing", () => {
    expect(lieux.map(({ niveau, nom }) => [niveau, nom])).toEqual([["commune", "Bellac"], ["epci", "CC Haut Limousin en Marche"], ["departement", "Haute-Vienne"], ["region", "Nouvelle-Aquitaine"]]);
  });
  it("has the same components everywhere, without the one that hangs on who else is looked at", () => {
    expect(new Set(lieux.map(({ composantes }) => composantes.map(({ id }) => id).join())).size).toBe(1);
    expect(lieux[0]?.composantes.map(({ id }) => id)).not.toContain("densite_lissee");
    expect(lieux[0]?.composantes.length).toBe(13);
  });
  it("has for score the mean of the notes that are known", () => {
    for (const { score, composantes } of lieux) {
      const notes = composantes.flatMap(({ note }) => (note === null ? [] : [note]));
      expect(near(score)).toBe(near(notes.reduce((sum, note) => sum + note, 0) / notes.length));
    }
  });
  it("notes between the bounds of the method: 2.5 to 4 for the APL", () => {
    for (const { composantes } of lieux) {
      const apl = composantes.find(({ id }) => id === "apl");
      expect(near(apl?.note)).toBe(near(100 * Math.min(1, Math.max(0, (4 - (apl?.valeur ?? Number.NaN)) / 1.5))));
    }
  });
  it("gives a commune the values that « analyse fragilite » gives it among its département", async () => {
    const { stdout } = await answerCall(["fragilite", "--territoire", "87"], DATA);
    const { lignes } = JSON.parse(stdout) as { lignes: readonly Record<string, number | string | null>[] };
    const own = lignes.find(({ code }) => code === "87011");
    for (const { id, valeur } of lieux[0]?.composantes ?? []) expect([id, near(valeur)]).toEqual([id, near(own?.[id] as number)]);
  });
  it("reads a bassin de vie within its département", async () => {
    const lieu = value(await ask("profil", { sujet: { genre: "territoire", niveau: "bassin-de-vie", code: "87011" }, rang: 0 }));
    expect([lieu?.niveau, lieu?.nom, (lieu?.score ?? 0) > 0]).toEqual(["bassin-de-vie", "Bellac", true]);
  });
  it("refuses a place that is not there", async () => {
    const outcome = await ask("profil", { sujet: { genre: "territoire", niveau: "commune", code: "87999" }, rang: 0 });
    expect(outcome.issues[0]?.code).toBe("territoire-inconnu");
  });
});
