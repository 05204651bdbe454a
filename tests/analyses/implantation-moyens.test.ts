import { describe, expect, test } from "vitest";
import type { Output, Params } from "../../src/analyses/analysis";
import { descriptionImplantation } from "../../src/analyses/implantation/description";
import type { SiteList } from "../../src/domain/genre-site";
import { issueText } from "../../src/textes/issues";
import { sentenceText } from "../../src/textes/sentences";
import { readRows } from "./oracle";
import { type Ask, column, rowsOf, run, siteList, total } from "./run";

/** Twelve communes: every choice of them can be tried. */
const EPCI = "248719361";
const COMMUNES = readRows("communes.csv").filter((row) => row["epci"] === EPCI).toSorted((a, b) => (a["code"]! < b["code"]! ? -1 : 1));
const CODES = COMMUNES.map((row) => row["code"]!);
const HABITANTS = COMMUNES.map((row) => Number(row["population"]));
const place = (i: number): readonly [number, number] => [Number(COMMUNES[i]!["lon"]), Number(COMMUNES[i]!["lat"])];

const minutesTo = async (i: number): Promise<readonly number[]> => column(await run("temps-acces", { territoire: EPCI, sites: siteList([place(i)]) }), "minutes");
const known = (async () => {
  const to: (readonly number[])[] = [];
  for (const i of CODES.keys()) to.push(await minutesTo(i));
  return to;
})();

interface Site {
  readonly minutes: readonly number[];
  readonly places: number;
}

/** Most inhabitants served, by every cut: see tests/geo/siting/places.test.ts. */
function served(sites: readonly Site[], seuil: number): number {
  let least = Infinity;
  for (let cut = 0; cut < 1 << sites.length; cut += 1) {
    const out = sites.filter((_, s) => (cut & (1 << s)) === 0);
    const places = total(sites.filter((_, s) => (cut & (1 << s)) !== 0).map((site) => site.places));
    least = Math.min(least, places + total(HABITANTS.filter((_, i) => out.some(({ minutes }) => minutes[i]! <= seuil))));
  }
  return least;
}

const choices = (keep: (chosen: readonly number[]) => boolean): readonly (readonly number[])[] =>
  Array.from({ length: 1 << CODES.length }, (_, bits) => CODES.map((__, c) => c).filter((c) => (bits & (1 << c)) !== 0)).filter(keep);

const at = (params: Params, ask: Ask = {}): Promise<Output> => run("implantation", { territoire: EPCI, ...ask, params });
const said = ({ issues }: Output): readonly string[] => issues.map(issueText);

describe("places", () => {
  test("the best of every choice of two sites that take 1 500 inhabitants each, proven, and the sentence says so", async () => {
    const to = await known;
    const output = await at({ p: 2, seuil_minutes: 8, existants: false, capacites: true, capacite_site: 1500 });
    const best = Math.max(...choices((chosen) => chosen.length <= 2).map((chosen) => served(chosen.map((c) => ({ minutes: to[c]!, places: 1500 })), 8)));
    expect(output.facts["valeur"]).toBeCloseTo(best, 6);
    expect([output.facts["statut"], output.facts["habitants_couverts"]]).toEqual(["optimum prouvé", output.facts["valeur"]]);
    expect(sentenceText(output.summary)).toContain("avec une place (1\u202f500 par nouveau site)");
    expect(total([...rowsOf(output).values()].map((row) => Number(row["habitants_gagnes"])))).toBeCloseTo(best, 6);
  });

  test("an existing site of the list that says what it takes is full, one that does not never is", async () => {
    const to = await known;
    const list: SiteList = { ...siteList([place(0), place(5)]), capacite: Float64Array.of(600, Number.NaN) };
    const output = await at({ p: 1, seuil_minutes: 8, capacites: true, capacite_site: 1000 }, { sites: list });
    const existing: readonly Site[] = [{ minutes: to[0]!, places: 600 }, { minutes: to[5]!, places: Infinity }];
    const best = Math.max(...CODES.map((_, c) => served([...existing, { minutes: to[c]!, places: 1000 }], 8)));
    expect(output.facts["habitants_couverts_avant"]).toBeCloseTo(served(existing, 8), 6);
    expect(output.facts["valeur"]).toBeCloseTo(best, 6);
  });

  test("who is within the limit of a site and finds no place is counted, and said", async () => {
    const output = await at({ p: 1, seuil_minutes: 20, existants: false, capacites: true, capacite_site: 500 });
    const [row] = [...rowsOf(output).values()];
    expect(output.facts["habitants_sans_place"]).toBeCloseTo(Number(row!["habitants_portee"]) - 500, 6);
    expect(said(output)).toContainEqual(expect.stringMatching(/sans y trouver de place\. Les cartes comptent les minutes, pas les places\.$/));
  });

  test("everybody, without the places: how many are served at most", async () => {
    const output = await at({ modele: "lscp", seuil_minutes: 20, existants: false, capacites: true, capacite_site: 500 });
    expect(output.summary.id).toBe("implantation-impossible");
    expect(said(output)).toContainEqual(expect.stringMatching(new RegExp(`^Pas assez de places : même avec un site dans chaque candidate, ${((100 * 500 * CODES.length) / total(HABITANTS)).toFixed(1).replace(".", ",")} % des habitants servis au plus`)));
  });

  test("p-center: the least minutes within which two sites have a place for everybody, by every cut, proven and said", async () => {
    const to = await known;
    const places = Math.ceil(total(HABITANTS) / 1000) * 500;
    const output = await at({ modele: "p-center", p: 2, existants: false, capacites: true, capacite_site: places });
    const all = [...new Set(to.flat())].toSorted((a, b) => a - b);
    const worst = (chosen: readonly number[]): number => all.find((radius) => served(chosen.map((c) => ({ minutes: to[c]!, places })), radius) >= total(HABITANTS) - 1e-6) ?? Infinity;
    expect(output.facts["valeur"]).toBeCloseTo(Math.min(...choices((chosen) => chosen.length === 2).map(worst)), 6);
    expect([output.facts["statut"], output.facts["minutes_max"]]).toEqual(["optimum prouvé", output.facts["valeur"]]);
    expect(sentenceText(output.summary)).toContain("chacun là où il a une place");
  });

  test("p-median: one limited site beside one that takes everybody; the best place of all, each tried by hand", async () => {
    const to = await known;
    const list = siteList([place(0)]);
    const output = await at({ modele: "p-median", p: 1, capacites: true, capacite_site: 1500 }, { sites: list });
    // Those who save most go to the new site, until it is full.
    const mean = (c: number): number => {
      const saved = HABITANTS.map((people, i) => ({ people, gain: to[0]![i]! - to[c]![i]! })).filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain);
      let [room, gained] = [1500, 0];
      for (const { people, gain } of saved) {
        gained += Math.min(room, people) * gain;
        room -= Math.min(room, people);
      }
      return (total(HABITANTS.map((people, i) => people * to[0]![i]!)) - gained) / total(HABITANTS);
    };
    expect(output.facts["valeur"]).toBeCloseTo(Math.min(...CODES.map((_, c) => mean(c))), 6);
    expect([output.facts["statut"], output.facts["minutes_moyenne"]]).toEqual(["optimum prouvé", output.facts["valeur"]]);
  });

  test.each(["p-median", "p-center"])("%s: places that are missing are counted, with the sites that it takes", async (modele) => {
    const output = await at({ modele, p: 2, existants: false, capacites: true, capacite_site: 3000 });
    const missing = total(HABITANTS) - 6000;
    expect(said(output)).toContainEqual(expect.stringContaining(`il en manque ${missing.toLocaleString("fr-FR")}. Augmentez les places par site, ou ouvrez ${Math.ceil(total(HABITANTS) / 3000)} nouveaux sites au moins.`));
  });
});

describe("budget", () => {
  test("the best of every choice it pays for, some communes costing less, proven; the sentence says what is spent", async () => {
    const to = await known;
    const locaux = [CODES[3]!, CODES[7]!];
    const cost = (chosen: readonly number[]): number => total(chosen.map((c) => (locaux.includes(CODES[c]!) ? 350 : 800)));
    for (const budget of [900, 1200, 1700, 2400]) {
      const output = await at({ limite: "budget", budget, cout_site: 800, locaux, cout_locaux: 350, seuil_minutes: 8, existants: false });
      const best = Math.max(...choices((chosen) => cost(chosen) <= budget).map((chosen) => total(HABITANTS.filter((_, i) => chosen.some((c) => to[c]![i]! <= 8)))));
      expect([output.facts["valeur"], output.facts["statut"]]).toEqual([best, "optimum prouvé"]);
      const spent = cost([...rowsOf(output).keys()].map((code) => CODES.indexOf(code)));
      expect([output.facts["cout_k_euros"], spent <= budget]).toEqual([spent, true]);
      expect(sentenceText(output.summary)).toMatch(/, pour [\d\u202f]+ k€ sur [\d\u202f]+ : /);
    }
  });

  test("with a number of sites too, both hold", async () => {
    const output = await at({ limite: "sites-budget", p: 1, budget: 9000, cout_site: 800, existants: false, seuil_minutes: 8 });
    expect(output.table.length).toBe(1);
  });

  test("is in the programme that anyone can check", async () => {
    const { programme } = await at({ limite: "budget", budget: 1700, cout_site: 800, existants: false });
    expect(programme?.rowNames).toContain("budget");
    expect(programme?.rowNames).not.toContain("nombre");
  });

  test.each([
    [{ limite: "budget", budget: 700, cout_site: 800 }, "Le budget ne paie aucun site (le moins cher : 800\u00a0k€) : augmentez-le."],
    [{ limite: "budget", budget: 1000, cout_site: 800, imposees: CODES.slice(0, 2) }, "Les communes imposées coûtent 1\u202f600\u00a0k€, plus que le budget : augmentez-le."],
    [{ modele: "lscp", limite: "budget", budget: 800, cout_site: 800, seuil_minutes: 5, existants: false }, expect.stringMatching(/^Ce budget n'y suffit pas : il faut [\d\u202f]+\u00a0k€, pour \d+ nouveaux sites\./)],
  ])("one that cannot do says why: %o", async (params, expected) => {
    expect(said(await at(params as Params))).toContainEqual(expected);
  });
});

describe("the form", () => {
  const shown = (params: Params): readonly string[] => descriptionImplantation.fields.filter(({ si }) => si?.({ ...descriptionImplantation.defaults, ...params }) !== false).map(({ name }) => name);
  test("shows what the model uses", () => {
    expect(shown({})).toContain("p");
    expect(shown({})).not.toEqual(expect.arrayContaining(["part_pct"]));
    expect(shown({ modele: "lscp" })).toContain("part_pct");
    expect(shown({ modele: "lscp" })).not.toContain("p");
    for (const name of ["budget", "cout_site", "locaux"]) expect([shown({}).includes(name), shown({ limite: "budget" }).includes(name)]).toEqual([false, true]);
    expect(shown({ limite: "budget" })).not.toContain("p");
    expect(shown({ capacites: true })).toContain("capacite_site");
    expect(shown({ capacites: true, modele: "p-center" })).toContain("capacite_site");
  });
});
