import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { servedFiles, splitCsv } from "../../scripts/vite/decoupe";

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

test("rows of Haute-Vienne go to one part, the others to the other, both with the header", () => {
  const { hv, reste } = splitCsv("code,nom\n87001,A\n16001,B\n87002,C\n");
  expect(hv).toBe("code,nom\n87001,A\n87002,C\n");
  expect(reste).toBe("code,nom\n16001,B\n");
});

test("the département column decides before the commune code", () => {
  const { hv } = splitCsv("code,dep\n870000015,87\n870000064,16\n");
  expect(hv).toBe("code,dep\n870000015,87\n");
});

test("a quoted comma or line break does not cut a row", () => {
  const { hv, reste } = splitCsv('nom,code_commune\n"École, ""Les\nTilleuls""",87085\n"x\n87001",16001\n');
  expect(hv).toBe('nom,code_commune\n"École, ""Les\nTilleuls""",87085\n');
  expect(reste).toBe('nom,code_commune\n"x\n87001",16001\n');
});

test("a table without any code column is refused with its header", () => {
  expect(() => splitCsv("a,b\n1,2\n")).toThrow("a,b");
});

test("a cut table is served in two parts only, never whole", () => {
  const files = servedFiles("communes", "communes.csv", Buffer.from("code\n87001\n16001\n"));
  expect(files.map((file) => [file.path, file.part])).toEqual([
    ["communes.87.csv", "87"],
    ["communes.reste.csv", "reste"],
  ]);
});

test("a compressed table is cut and compressed again", () => {
  const [hv] = servedFiles("cellules", "cellules.csv.gz", gzipSync("x,y,code\n1,2,87001\n3,4,16001\n"));
  expect(hv?.path).toBe("cellules.87.csv.gz");
  expect(text(gunzipSync(hv?.bytes ?? Buffer.alloc(0)))).toBe("x,y,code\n1,2,87001\n");
});

test("any other resource is served byte for byte under its own name", () => {
  const bytes = Buffer.from("id,code_commune\n1,87085\n");
  const files = servedFiles("urgences", "urgences.csv", bytes);
  expect(files).toMatchObject([{ path: "urgences.csv", part: "tout" }]);
  expect(files[0]?.bytes).toEqual(bytes);
});
