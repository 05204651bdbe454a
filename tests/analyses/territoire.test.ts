import { beforeAll, describe, expect, test } from "vitest";
import { grapheDe } from "../../src/analyses/shared/graphe";
import { groupCommunes } from "../../src/analyses/shared/groupes";
import { communesDuTerritoire, parseNiveau, parseTerritoire } from "../../src/analyses/shared/territoire";
import { DEPARTEMENTS_NA, type Territoire } from "../../src/domain/perimetre";
import type { Table } from "../../src/domain/table";
import { issueText } from "../../src/textes/issues";
import { load, must, siteList } from "./run";

let communes: Table;
let territoires: Table;
beforeAll(async () => {
  communes = (await load("communes")).table;
  territoires = (await load("territoires")).table;
});
const parse = (code: string): Territoire => must(parseTerritoire(code, communes, territoires));
const words = (code: string): string => parseTerritoire(code, communes, territoires).issues.map(issueText).join(" ");

describe("a territory", () => {
  test.each([
    ["NA", "region", "Nouvelle-Aquitaine", 4293],
    ["87", "departement", "Haute-Vienne", 195],
    ["248719312", "epci", "CU Limoges Métropole", 20],
    ["87085", "commune", "Limoges", 1],
  ])("%s is a %s", (code, genre, nom, count) => {
    const territoire = parse(code);
    expect([territoire.genre, territoire.nom, communesDuTerritoire(territoire, communes).length]).toEqual([genre, nom, count]);
  });

  test("an unknown code is refused with the nearest ones", () => {
    expect(words("87999")).toMatch(/^Aucun territoire ne porte le code « 87999 »\. Les plus proches : .+\(\d+\)/);
  });

  test("a name is refused with its code", () => expect(words("Limoges")).toContain("Limoges (87085)"));
  test("accents, hyphens and « St » do not matter", () => expect(words("st yrieix la perche")).toContain("(87187)"));
  test("a canton is no territory to look at", () => expect(parseTerritoire("8701", communes, territoires).ok).toBe(false));
  test("a level that does not exist is refused with those that do", () => {
    expect(parseNiveau("quartier").issues.map(issueText)).toEqual([
      "Le niveau « quartier » n'existe pas. Niveaux possibles : commune, epci, bassin-de-vie, canton, departement, region, cpts.",
    ]);
  });

  test.each([
    ["87", "hv50"],
    ["87085", "hv50"],
    ["248719312", "hv50"],
    ["23", ["19", "23", "86", "87"]],
    ["64", ["40", "64"]],
    ["NA", [...DEPARTEMENTS_NA]],
  ])("%s opens %j", (code, graphe) => {
    expect(grapheDe(parse(code), communes, null, "proche")).toEqual(graphe);
  });

  test.each([
    ["in Haute-Vienne", [1.26, 45.83], "hv50"],
    ["in Bordeaux", [-0.58, 44.84], expect.arrayContaining(["33", "87"])],
    ["in Paris, which no graph reaches", [2.35, 48.85], "hv50"],
  ] as const)("a site of the user's %s decides of the graph of Haute-Vienne", (_where, [lon, lat], graphe) => {
    expect(grapheDe(parse("87"), communes, siteList([[lon, lat]]), "proche")).toEqual(graphe);
  });
});

describe("the groups of a level", () => {
  test("an EPCI seen from one of its communes keeps that commune only, and is partial", () => {
    const groupes = groupCommunes({ territoire: parse("87085"), niveau: "epci" }, communes, territoires);
    expect([groupes.codes, groupes.noms, [...groupes.partiel], groupes.communes.length]).toEqual([["248719312"], ["CU Limoges Métropole"], [1], 1]);
  });

  test("a commune is never partial", () => {
    expect(groupCommunes({ territoire: parse("248719312"), niveau: "commune" }, communes, territoires).partiel).not.toContain(1);
  });

  test("the région seen from a département is partial", () => {
    expect([...groupCommunes({ territoire: parse("87"), niveau: "region" }, communes, territoires).partiel]).toEqual([1]);
  });

  test("communes are in the order of their codes", () => {
    const { codes } = groupCommunes({ territoire: parse("NA"), niveau: "commune" }, communes, territoires);
    expect(codes).toEqual(codes.toSorted());
  });
});
