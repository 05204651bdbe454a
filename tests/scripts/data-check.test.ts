import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../scripts/check/checks";
import { openFolder, openPackage, type Verdict } from "../../scripts/check/package";

const DATA = path.resolve(import.meta.dirname, "../../data");

/** Failed checks of a copy of the package in which one file reads otherwise. */
function failuresWith(file: string, change: (text: string) => string): readonly string[] {
  const read = (name: string): Uint8Array => {
    const bytes = readFileSync(path.join(DATA, name));
    return name === file ? Buffer.from(change(bytes.toString("utf8"))) : bytes;
  };
  return failures(openPackage(read, 0));
}

function failures(data: ReturnType<typeof openFolder>): readonly string[] {
  const verdicts: readonly Verdict[] = CHECKS.flatMap(({ check }) => check(data));
  return verdicts.filter(({ ok }) => !ok).map(({ controle }) => controle);
}

describe("data:check", () => {
  it("finds nothing wrong in the committed package", () => {
    expect(failures(openFolder(DATA))).toEqual([]);
  });

  it("sees a GP that is added", () => {
    const found = failuresWith("bpe.csv", (text) => text.replace("\n87085,206,", "\n87085,207,"));
    expect(found).toContain("généralistes BPE 2020, Haute-Vienne");
    expect(found).toContain("sommes sha256");
  });

  it("sees a commune that is lost", () => {
    const found = failuresWith("zonage-communes.csv", (text) => text.replace(/^87085,.*\n/m, ""));
    expect(found).toContain("une ligne par commune");
    expect(found).toContain("communes en HZ, Haute-Vienne");
  });

  it("sees a code that does not exist", () => {
    expect(failuresWith("etablissements.csv", (text) => text.replace(",87085,", ",87999,"))).toContain("codes commune connus");
  });

  it("sees text where a number is declared", () => {
    expect(failuresWith("apl.csv", (text) => text.replace("\n16001,503,", "\n16001,beaucoup,"))).toContain("colonnes, types, clés");
  });

  it("sees an outline that is missing", () => {
    expect(failuresWith("contours-87.topojson", (text) => text.replace('"id":"87085"', '"id":"87999"'))).toContain("contours de Haute-Vienne");
  });
});
