import { booleanPointInPolygon } from "@turf/turf";
import type { Feature, MultiPolygon } from "geojson";
import { describe, expect, test } from "vitest";
import type { Output, Params } from "../../src/analyses/analysis";
import { numberValues } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { column, run, siteList } from "./run";

const CHU = "870000064-urgences";
const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");
const isochrones = (params: Params = {}, more: object = {}): Promise<Output> => run("isochrones", { params, ...more });

/** Zone of each limit, the shortest first. */
function zonesOf({ views }: Output): readonly Feature<MultiPolygon>[] {
  const geometry = views[0]!.geometry;
  return "features" in geometry ? (geometry.features.features as Feature<MultiPolygon>[]).toReversed() : [];
}

describe("isochrones", () => {
  test("count the inhabitants that the coverage counts", async () => {
    const limites = ["10", "20", "30"];
    const inside = column(await isochrones({ limites }), "habitants");
    for (const [i, limite] of limites.entries()) {
      const { facts } = await run("couverture", { params: { seuil: Number(limite) } });
      expect(inside[i]).toBeCloseTo(Number(facts["habitants_couverts"]), 6);
    }
  });

  test("have one row a limit, in the order of minutes whatever that of the menu", async () => {
    const output = await isochrones({ limites: ["30", "5", "10"] });
    expect(column(output, "limite")).toEqual([5, 10, 30]);
    expect(zonesOf(output).map(({ properties }) => properties?.["code"])).toEqual(["min-5", "min-10", "min-30"]);
  });

  test("hold the inhabited cells that are within the limit, and few others", async () => {
    const [zones, { views }] = await Promise.all([isochrones({ limites: ["10", "20"] }).then(zonesOf), run("temps-acces")]);
    const { table } = views.find(({ id }) => id === "mailles")!;
    const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
    const minutes = numberValues(table, "minutes");
    zones.forEach((zone, i) => {
      // Every tenth cell. The cell joins its nearest road, the zone any road nearby: they differ at the border.
      const rows = Array.from({ length: Math.floor(table.length / 10) }, (_, k) => 10 * k);
      const agree = rows.filter((row) => booleanPointInPolygon([lon[row]!, lat[row]!], zone) === minutes[row]! <= [10, 20][i]!);
      expect(agree.length / rows.length).toBeGreaterThan(0.97);
    });
  });

  test("around one site are within those around all of its kind", async () => {
    const one = await isochrones({ genres: ["urgences"], site: CHU });
    const all = await isochrones({ genres: ["urgences"] });
    column(one, "habitants").forEach((value, i) => expect(value).toBeLessThan(column(all, "habitants")[i]!));
    expect([one.facts["site"], all.facts["site"]]).toEqual(["CHU DUPUYTREN LIMOGES", null]);
  });

  test("differ between the way there and the way back", async () => {
    const areas = await Promise.all(["vers", "depuis"].map((direction) => isochrones({ genres: ["urgences"], site: CHU, direction }).then((output) => column(output, "km2"))));
    areas[0]!.forEach((km2, i) => {
      expect(km2).not.toBe(areas[1]![i]);
      expect(km2 / areas[1]![i]!).toBeCloseTo(1, 1);
    });
  });

  test("are drawn around the user's own sites too", async () => {
    const output = await isochrones({ limites: ["15"] }, { sites: siteList([[1.26, 45.83]]) });
    expect(booleanPointInPolygon([1.26, 45.83], zonesOf(output)[0]!)).toBe(true);
    expect(sentenceText(output.summary)).toContain("d'un site de votre liste");
  });

  test("say so when they reach the edge of the road data", async () => {
    const [near, far] = await Promise.all([isochrones({ genres: ["urgences"], site: CHU, limites: ["15"] }), isochrones({ limites: ["60"] })]);
    expect([near.facts["au_bord"], far.facts["au_bord"]]).toEqual([false, true]);
    expect(far.issues.map(issueText).join(" ")).toContain("À 60 min, la zone atteint le bord des données routières");
  });

  test("refuse a site that is not of the kind, with the nearest ones", async () => {
    const { issues, summary } = await isochrones({ genres: ["urgences"], site: "870000064-urgence" });
    expect(issues.map(issueText).join(" ")).toMatch(/^Aucun site choisi ne porte l'identifiant « 870000064-urgence »\. Les plus proches : 870000064-urgences,/);
    expect(summary.id).toBe("pas-de-site");
  });

  test("without a graph have no zone and no figure, and say why", async () => {
    const output = await isochrones({}, { reseau: false });
    expect([zonesOf(output).length, column(output, "habitants").every(Number.isNaN), output.summary.id]).toEqual([0, true, "pas-de-minutes"]);
    expect(output.issues.map(({ code }) => code)).toEqual(["graphe-non-charge"]);
  });

  test("are never estimated: without a graph no source speaks of one", async () => {
    const { sources, origine } = await isochrones({}, { reseau: false });
    expect([JSON.stringify(sources).includes("vol d'oiseau"), origine]).toEqual([false, undefined]);
  });

  test("are told in one sentence", async () => {
    const output = await isochrones({ genres: ["urgences"], site: CHU, limites: ["15", "30"] });
    expect(plain(sentenceText(output.summary))).toMatch(/^Haute-Vienne : [\d ]+ habitants \([\d,]+ %\) et \d+ communes sur 195 sont à 30 min au plus de « CHU DUPUYTREN LIMOGES », en allant vers le site ; [\d,]+ % à 15 min\.$/);
  });
});
