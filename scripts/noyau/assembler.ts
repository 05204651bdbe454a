import { readFileSync } from "node:fs";
import path from "node:path";
import wabt from "wabt";

const FOLDER = path.resolve(import.meta.dirname, "../../src/geo/kernel");
/** Where the assembled kernel lives. */
export const KERNEL_FILE = path.join(FOLDER, "search-wasm.ts");

/** The text of `search-wasm.ts`, assembled from `search.wat`. Throws when the source does not assemble. */
export async function kernelModule(): Promise<string> {
  const { parseWat } = await wabt();
  const parsed = parseWat("search.wat", readFileSync(path.join(FOLDER, "search.wat"), "utf8"));
  parsed.validate();
  const { buffer } = parsed.toBinary({});
  return `/** search.wat, assembled by \`npm run noyau\`: base64. */\nexport const SEARCH_WASM =\n  "${Buffer.from(buffer).toString("base64")}";\n`;
}
