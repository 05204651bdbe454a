import { describe, expect, it } from "vitest";
import { cellAt } from "../../../src/domain/table";
import { consultations } from "../../../src/io/tables/consultations";
import { cpts } from "../../../src/io/tables/cpts";
import type { FormatTable } from "../../../src/io/tables/format";
import { hebergements } from "../../../src/io/tables/hebergements";
import { secteursGarde } from "../../../src/io/tables/secteurs-garde";
import { horairesEcrits } from "../../../src/io/tables/horaires";
import { soinsNonProgrammes } from "../../../src/io/tables/soins-non-programmes";
import { issueText } from "../../../src/textes/issues";
import { COMMUNES, fichier } from "./communes";

function kept(format: FormatTable, text: string, nom = "table.csv") {
  const outcome = format.lire(fichier(text, nom), COMMUNES);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { table, bilan } = outcome.value;
  const rows = Array.from({ length: table.length }, (_, row) => Object.fromEntries(table.columns.map((column) => [column.name, cellAt(column, row)])));
  return { rows, bilan, said: outcome.issues.map(issueText).join("\n"), text: JSON.stringify(table) };
}

describe("perimeters of CPTS", () => {
  it("reads a row a commune, several where they overlap", () => {
    const { rows, bilan } = kept(cpts, "code_insee;cpts\n87085;A\n87085;B\n87002;A\n");
    expect([rows, bilan.gardees]).toEqual([[{ code: "87085", cpts: "A" }, { code: "87085", cpts: "B" }, { code: "87002", cpts: "A" }], 3]);
  });

  it.each([["87085;A", "figure plusieurs fois"], ["87002;", "case vide ; il faut le nom d'une CPTS"], ["87999;A", "n'existe pas"]])("names the bad row %s with its line", (row, says) => {
    const { bilan, said } = kept(cpts, `code_insee;cpts\n87085;A\n${row}\n`);
    expect([bilan.gardees, bilan.rejetees]).toEqual([1, 1]);
    expect(said).toContain(says);
    expect(said).toContain("ligne 3");
  });

  it("puts a merged commune once in the CPTS of the communes it is made of", () => {
    expect(kept(cpts, "code_insee;cpts\n79060;A\n79205;A\n").rows).toEqual([{ code: "79307", cpts: "A" }]);
  });

  const square = (west: number, south: number, side = 0.1) => ({ type: "Polygon", coordinates: [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]] });
  const collection = (...features: readonly object[]): string => JSON.stringify({ type: "FeatureCollection", features: features.map((one) => ({ type: "Feature", ...one })) });

  it("takes from a GeoJSON the communes whose chef-lieu each surface holds, overlaps included", () => {
    const { rows, said } = kept(cpts, collection({ properties: { nom: "A" }, geometry: square(1.2, 45.8) }, { properties: { CPTS: "B", nom: "non" }, geometry: square(1.2, 45.8, 0.3) }), "cpts.geojson");
    expect(rows).toEqual([{ code: "87085", cpts: "A" }, { code: "87002", cpts: "B" }, { code: "87085", cpts: "B" }]);
    expect(said).toContain("2 surfaces lues");
  });

  it("names each surface that is none: without a name, not a surface, in metres, away from everything", () => {
    const { bilan, said } = kept(cpts, collection({ properties: { nom: "A" }, geometry: square(1.2, 45.8) }, { properties: {}, geometry: square(1.2, 45.8) }, { properties: { nom: "B" }, geometry: { type: "Point", coordinates: [1.2, 45.8] } }, { properties: { nom: "C" }, geometry: square(565000, 6500000, 1000) }, { properties: { nom: "D" }, geometry: square(3, 47) }), "cpts.geojson");
    expect([bilan.lues, bilan.gardees, bilan.rejetees]).toEqual([5, 1, 4]);
    for (const says of ["case vide ; il faut le nom d'une CPTS", "« Point » n'est pas une surface", "sont des mètres", "n'est dans la surface « D »"]) expect(said).toContain(says);
  });

  it.each([["{", "JSON coupé"], ['{"type":"Feature"}', "FeatureCollection de surfaces"]])("refuses %s", (text, says) => {
    expect(cpts.lire(fichier(text, "cpts.geojson"), COMMUNES).issues.map(issueText).join()).toContain(says);
  });
});

describe("sectors of the on-call service", () => {
  it("has one a commune: a second one is refused, and merged communes must agree", () => {
    const { rows, bilan, said } = kept(secteursGarde, "code_insee;secteur\n87085;Nord\n87085;Sud\n79060;Est\n79205;Est\n");
    expect([rows, bilan.rejetees]).toEqual([[{ code: "87085", secteur: "Nord" }, { code: "79307", secteur: "Est" }], 1]);
    expect(said).toContain("figure plusieurs fois");
    expect(kept(secteursGarde, "code_insee;secteur\n87002;Nord\n79060;Est\n79205;Ouest\n")).toMatchObject({ rows: [{ code: "87002" }], bilan: { gardees: 1, rejetees: 2 } });
  });
});

describe("places of soins non programmés", () => {
  // Open by day, in the evening, at night, on the week-end.
  it.each([
    ["jour", "j"], ["Nuit", "sn"], ["jour et nuit", "jsn"], ["jour/nuit", "jsn"], ["24h/24", "jsnw"], ["24h/24, 7j/7", "jsnw"], ["24/24", "jsnw"], ["H24", "jsnw"], ["du lundi au vendredi 24h/24", "jsn"],
    ["soirée", "s"], ["8h-20h", "j"], ["20h-24h", "s"], ["19h30-23h", "js"], ["20h à 8h", "sn"], ["6h-9h", "jn"], ["9h-12h, 20h-22h", "js"], ["22h - 2h", "sn"], ["de 20h à minuit", "s"], ["minuit à 8h", "n"], ["9h-midi", "j"],
    ["20h-24h, 7j/7", "s"], ["8h-20h, 7j/7", "jw"], ["9h-19h tous les jours", "jw"],
    ["lundi au vendredi 9h–19h, samedi matin", "jw"], ["Lundi au vendredi de 9h30 à 12h et de 14h à 19h", "j"], ["lun-ven 9h-19h ; sam 9h-12h", "jw"], ["en semaine 20h-24h, week-end 8h-24h", "sw"], ["samedi 12h-20h, dimanche et jours fériés 8h-20h", "w"],
    ["nuit et week-end", "snw"], ["lundi au vendredi 9h-19h et samedi", "jw"], ["mardi après-midi", "j"], ["samedi après-midi", "w"], ["vendredi au lundi 9h-12h", "jw"], ["lundi, mercredi : 9-12h", "j"], ["8:00-20:00", "j"], ["samedi soir", "s"],
  ] as const)("« %s » is open %s", (text, open) => {
    const read = horairesEcrits(text);
    expect("incompris" in read ? read : [read.jour && "j", read.soir && "s", read.nuit && "n", read.week_end && "w"].filter(Boolean).join("")).toEqual(open);
  });

  it.each([["7j/7", ""], ["", ""], ["lundi au vendredi", ""], ["samedi 9h-12h, lundi", ""], ["parfois", "parfois"], ["30h-31h", "30h-31h"], ["lundi au vendredi 9h-19h, sauf août", "sauf aout"], ["samedi à partir de 12h", "a partir de 12h"], ["9h-25h", "9h-25h"], ["9h-19h75", "9h-19h75"]])("« %s » is refused for « %s »", (text, incompris) => {
    expect(horairesEcrits(text)).toEqual({ incompris });
  });

  it("reads places by their coordinates or their commune, with hours or with two columns", () => {
    const { rows } = kept(soinsNonProgrammes, "lon;lat;nom;genre;horaires\n1,27;45,84;MMG de Limoges;MMG;nuit\n");
    expect(rows).toEqual([{ id: "snp-2", nom: "MMG de Limoges", genre: "maison-medicale-garde", code_commune: null, jour: "non", soir: "oui", nuit: "oui", week_end: "non", lon: 1.27, lat: 45.84 }]);
    expect(kept(soinsNonProgrammes, "code_insee;genre;jour;nuit\n87085;Téléconsultation;oui;non\n").rows).toMatchObject([{ nom: "Soins non programmés (Limoges)", genre: "telemedecine", code_commune: "87085", jour: "oui", soir: "non", nuit: "non", week_end: "non", lon: 1.26 }]);
  });

  it.each([
    ["1,27;45,84;A;hôpital;nuit", "« hôpital » n'est pas un genre"],
    ["1,27;45,84;A;MMG;parfois", "« parfois » n'est pas"],
    ["1,27;45,84;A;MMG;samedi sauf férié", "(« sauf ferie » n'est pas compris)"],
    ["1,27;45,84;A;MMG;lundi", "(des jours sans heures)"],
    ["1,27;45,84;A;MMG;", "une ouverture"],
    ["45,84;1,27;A;MMG;nuit", "semblent inversées"],
    ["x;45,84;A;MMG;nuit", "« x » n'est pas un nombre"],
    [";;A;MMG;nuit", "Ni code de commune"],
    ["1,3;45,9;B;CSNP;jour", "figure plusieurs fois"],
  ])("names the bad row %s with its line", (row, says) => {
    const { bilan, said } = kept(soinsNonProgrammes, `lon;lat;nom;genre;horaires\n1,3;45,9;B;CSNP;jour\n${row}\n`);
    expect([bilan.gardees, bilan.rejetees]).toEqual([1, 1]);
    expect(said).toContain(says);
    expect(said).toContain("ligne 3");
  });
});

describe("lodging of interns", () => {
  it("reads places by coordinates or by commune, and never a name", () => {
    const { rows, text } = kept(hebergements, "lon;lat;nom;places\n1,27;45,84;Chez Anne Dupont;2\n1,28;45,85;;\n1,29;45,86;;0\n");
    expect(rows).toMatchObject([{ nom: "Hébergement, ligne 2", genre: "hebergement", capacite: 2, lon: 1.27 }, { capacite: null }]);
    expect(text).not.toContain("Dupont");
    expect(kept(hebergements, "code_insee;places\n87002;4\n").rows).toMatchObject([{ nom: "Hébergement (Ambazac)", code_commune: "87002", capacite: 4, lat: 45.96 }]);
  });

  it.each([["87002;3", "figure plusieurs fois"], ["87085;deux", "« deux »"], ["87085;-1", "« -1 »"], ["87999;1", "n'existe pas"]])("names the bad row %s with its line", (row, says) => {
    const { bilan, said } = kept(hebergements, `code_insee;places\n87002;4\n${row}\n`);
    expect([bilan.gardees, bilan.rejetees]).toEqual([1, 1]);
    expect(said).toContain(says);
    expect(said).toContain("ligne 3");
  });
});

describe("consultations of specialists", () => {
  it("reads places by coordinates or by commune, several specialties at one place, and never a name", () => {
    const { rows, text } = kept(consultations, "lon;lat;nom;specialite\n1,27;45,84;Dr Anne Dupont;cardiologie\n1,27;45,84;;ophtalmologie\n");
    expect(rows).toMatchObject([{ nom: "cardiologie, ligne 2", genre: "specialiste", specialite: "cardiologie", lon: 1.27 }, { specialite: "ophtalmologie" }]);
    expect(text).not.toContain("Dupont");
    expect(kept(consultations, "code_insee;specialite\n87002;cardiologie\n").rows).toMatchObject([{ nom: "cardiologie (Ambazac)", code_commune: "87002", lat: 45.96 }]);
  });

  it.each([["87002;cardiologie", "figure plusieurs fois"], ["87085;", "une spécialité"], ["87999;cardiologie", "n'existe pas"]])("names the bad row %s with its line", (row, says) => {
    const { bilan, said } = kept(consultations, `code_insee;specialite\n87002;cardiologie\n${row}\n`);
    expect([bilan.gardees, bilan.rejetees]).toEqual([1, 1]);
    expect(said).toContain(says);
    expect(said).toContain("ligne 3");
  });

  it.each([["code_insee;places", "specialite"], ["lon;specialite", "lat"], ["specialite;nom", "lon"]])("refuses a table without its columns: %s", (header, colonne) => {
    const outcome = consultations.lire(fichier(`${header}\n1;2\n`, "table.csv"), COMMUNES);
    expect(outcome.issues).toMatchObject([{ code: "colonne-absente", params: { colonne } }]);
  });
});
