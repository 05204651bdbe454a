import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/domain/issue";
import { parseSitesCsv } from "../../src/io/sites-csv";
import { MAX_ISSUES } from "../../src/io/table-from-rows";
import { issueText } from "../../src/textes/issues";
import { UGLY_SITES } from "./sites-corpus";

function shortly(found: Issue): string {
  const params: Readonly<Record<string, unknown>> = found.params;
  const where = found.where ?? {};
  return [found.code, where.row, where.column ?? (found.code === "colonne-absente" ? params["colonne"] : undefined), params["valeur"]]
    .filter((part) => part !== undefined)
    .join(" ");
}

describe("a list of sites", () => {
  test.each(UGLY_SITES)("$name: exact issues", ({ bytes, issues }) => {
    expect(parseSitesCsv(bytes, "sites.csv").issues.map(shortly)).toEqual(issues);
  });

  test.each(UGLY_SITES)("$name: exact sites", ({ bytes, sites }) => {
    const parsed = parseSitesCsv(bytes, "sites.csv");
    const read = parsed.ok ? parsed.value.noms.map((nom, i) => `${nom} ${parsed.value.lon[i]} ${parsed.value.lat[i]} ${parsed.value.capacite[i]}`) : null;
    expect(read).toEqual(sites);
  });

  test("an issue says the file, the row and the column in French", () => {
    const { issues } = parseSitesCsv(new TextEncoder().encode("lon,lat\nabc,45.9\n"), "mes-sites.csv");
    expect(issues.map(issueText)).toEqual([
      "Colonne « lon » : « abc » n'est pas un nombre. (fichier mes-sites.csv, ligne 2, colonne lon)",
    ]);
  });

  test("a thousand bad rows are counted, not all listed", () => {
    const rows = Array.from({ length: 1000 }, () => "x,45.83").join("\n");
    const { issues } = parseSitesCsv(new TextEncoder().encode(`lon,lat\n${rows}\n`), "sites.csv");
    expect(issues.length).toBe(MAX_ISSUES + 1);
    expect(issues.at(-1)).toMatchObject({ code: "autres-problemes", params: { nombre: 1000 - MAX_ISSUES } });
  });
});
