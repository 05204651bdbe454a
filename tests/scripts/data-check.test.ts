import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { calage } from "../../scripts/check/calage";
import { CHECKS } from "../../scripts/check/checks";
import { geometries } from "../../scripts/check/geometry";
import { integrity } from "../../scripts/check/integrity";
import { joins } from "../../scripts/check/joins";
import { type Check, openFolder, openPackage } from "../../scripts/check/package";
import { references } from "../../scripts/check/reference";
import { schemas } from "../../scripts/check/schema";
import { sums } from "../../scripts/check/sums";
import { weights } from "../../scripts/check/weights";

const DATA = path.resolve(import.meta.dirname, "../../data");

/** What one check finds wrong in a copy of the package where one file reads otherwise. */
function failures(check: Check, file: string, change: (text: string) => string): readonly string[] {
  const read = (name: string): Uint8Array => {
    const bytes = readFileSync(path.join(DATA, name));
    return name === file ? Buffer.from(change(bytes.toString("utf8"))) : bytes;
  };
  const data = openPackage(read, 0);
  // The other resources are sound: only the changed one is described, so that the check reads no more than it must.
  const resources = data.resources.filter((one) => one.path === file);
  return check({ ...data, resources }).filter(({ ok }) => !ok).map(({ controle }) => controle);
}

/** The change must change something, or the test would say nothing. */
function replaced(text: string, before: string | RegExp, after: string): string {
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`nothing to replace: ${String(before)}`);
  return changed;
}

describe("checks of the data package", () => {
  it.each(CHECKS)("finds nothing wrong in the committed package: $nom", ({ check }) => {
    expect(check(openFolder(DATA)).filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe("checks of the data package, on a corrupted copy", () => {
  it("sees a date that is not one", () => {
    expect(failures(schemas, "etablissements.csv", (text) => replaced(text, /,\d{4}-\d{2}-\d{2},/, ",2021,"))).toContain("colonnes, types, clés");
  });

  it("sees a column that the schema does not know", () => {
    expect(failures(schemas, "revenus.csv", (text) => replaced(text, "revenu_median", "revenu"))).toContain("colonnes, types, clés");
  });

  it("sees a required cell that is empty", () => {
    expect(failures(schemas, "zonage-communes.csv", (text) => replaced(text, "\n87085,HZ,", "\n87085,,"))).toContain("colonnes, types, clés");
  });

  it("sees a key that stands twice", () => {
    expect(failures(schemas, "bpe.csv", (text) => replaced(text, "\n87086,", "\n87085,"))).toContain("colonnes, types, clés");
  });

  it("sees a line with a cell too many", () => {
    expect(failures(schemas, "territoires.csv", (text) => replaced(text, /\n(departement,87,.*)\n/, "\n$1,encore\n"))).toContain("forme des fichiers");
  });

  it("sees Windows line ends", () => {
    expect(failures(schemas, "corrections.csv", (text) => replaced(text, /\n/, "\r\n"))).toContain("forme des fichiers");
  });

  it("sees a file that is not the one described", () => {
    const found = failures(integrity, "departements-apl.csv", (text) => `${text}87,2025,3.9,,\n`);
    expect(found).toEqual(expect.arrayContaining(["sommes sha256", "tailles", "nombres de lignes"]));
  });

  it("sees a commune whose EPCI is unknown", () => {
    expect(failures(joins, "communes.csv", (text) => replaced(text, /^(87085,[^,]*,87,[^,]*),\d{9},/m, "$1,999999999,"))).toContain("territoires des communes connus");
  });

  it("sees a merged commune that came back", () => {
    expect(failures(joins, "apl.csv", (text) => `${text}16238,117,125,3.7,3.2,2.5,78,33,15,8\n`)).toContain("une ligne par commune");
  });

  it("sees a ring that turns the wrong way", () => {
    const turned = (text: string): string => {
      const zones = JSON.parse(text) as { features: { geometry: { coordinates: number[][][][] } }[] };
      zones.features[0]?.geometry.coordinates[0]?.[0]?.reverse();
      return JSON.stringify(zones);
    };
    expect(failures(geometries, "zonage.geojson", turned)).toEqual(["zones fermées"]);
  });

  it("sees a chef-lieu outside its commune", () => {
    const moved = (text: string): string => replaced(text, /^(87085,.*),(1\.\d+),(45\.\d+),/m, "$1,0.5,$3,");
    expect(failures(geometries, "communes.csv", moved)).toEqual(["chefs-lieux dans leur commune (87)", "chefs-lieux dans leur commune (région)"]);
  });

  it("sees a site at sea", () => {
    expect(failures(geometries, "urgences.csv", (text) => replaced(text, /,-?\d+\.\d+,(\d+\.\d+),finess-2026/, ",-12.5,$1,finess-2026"))).toEqual(["points dans la région et sa couronne"]);
  });

  it("sees a département that does not add up", () => {
    expect(failures(sums, "territoires.csv", (text) => replaced(text, "departement,87,Haute-Vienne,373167", "departement,87,Haute-Vienne,373168"))).toEqual(["population des territoires"]);
  });

  it("sees a zone that holds a commune of another", () => {
    expect(failures(sums, "zonage-communes.csv", (text) => replaced(text, "\n87085,HZ,", "\n87085,ZAC,"))).toEqual(["communes et habitants des zones"]);
  });

  it("sees a file that has grown too heavy", () => {
    const heavy = (text: string): string => `${text}${Array.from({ length: 9000 }, (_, i) => String(Math.imul(i, 2_654_435_761) >>> 0)).join("")}`;
    expect(failures(weights, "rivieres.topojson", heavy)).toContain("rivieres");
  });

  it("sees an establishment that becomes an MSP", () => {
    expect(failures(references, "msp.geojson", (text) => replaced(text, '"dep":"87"', '"dep":"86"'))).toEqual(["MSP au registre FINESS, 86", "MSP au registre FINESS, 87"]);
  });

  it("never takes an absent figure for a right one", () => {
    const without = (text: string): string => replaced(text, /^87,2024,.*\n/m, "");
    expect(failures(references, "departements-apl.csv", without)).toEqual(["APL 2024, Haute-Vienne"]);
  });

  it("sees a GP that is added", () => {
    expect(failures(references, "bpe.csv", (text) => replaced(text, "\n87085,206,", "\n87085,207,"))).toContain("généralistes BPE 2020, Haute-Vienne");
  });

  it("sees a commune that is lost", () => {
    expect(failures(joins, "zonage-communes.csv", (text) => replaced(text, /^87085,.*\n/m, ""))).toEqual(["une ligne par commune"]);
  });

  it("sees a code that does not exist", () => {
    expect(failures(joins, "etablissements.csv", (text) => replaced(text, ",87085,", ",87999,"))).toEqual(["codes commune connus"]);
  });

  it("sees text where a number is declared", () => {
    expect(failures(schemas, "apl.csv", (text) => replaced(text, "\n16001,503,", "\n16001,beaucoup,"))).toEqual(["colonnes, types, clés"]);
  });

  it("sees minutes that are not those of the figures of their département", () => {
    expect(failures(calage, "calage.csv", (text) => replaced(text, /^(16001,[^,]*),[^,]*,/m, "$1,40,"))).toEqual(["écarts à METRIC par département, recalculés"]);
  });

  it("sees a figure against METRIC that the communes do not give", () => {
    expect(failures(calage, "calage-departements.csv", (text) => replaced(text, /^(47,ecarte,\d+,[^,]*),[^,]*,/m, "$1,1.1,"))).toEqual(["écarts à METRIC par département, recalculés"]);
  });

  it("sees a commune of Haute-Vienne, which has no published minutes", () => {
    expect(failures(calage, "calage.csv", (text) => replaced(text, "\n16001,", "\n87001,"))).toContain("communes de Haute-Vienne comparées à METRIC");
  });

  it("sees an outline that is missing", () => {
    expect(failures(geometries, "contours-87.topojson", (text) => replaced(text, '"id":"87085"', '"id":"87999"'))).toContain("contours de Haute-Vienne");
  });
});
