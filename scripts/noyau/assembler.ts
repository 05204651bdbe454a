import { readFileSync } from "node:fs";
import path from "node:path";
import wabt from "wabt";

const FOLDER = path.resolve(import.meta.dirname, "../../src/geo/kernel");
/** The kernels, by the name of their source. */
export const KERNELS = ["search", "spread"] as const;
type Kernel = (typeof KERNELS)[number];

/** Where an assembled kernel lives. */
export const kernelFile = (kernel: Kernel): string => path.join(FOLDER, `${kernel}-wasm.ts`);

/** The text of `<kernel>-wasm.ts`, assembled from `<kernel>.wat`. Throws when the source does not assemble. */
export async function kernelModule(kernel: Kernel): Promise<string> {
  const { parseWat } = await wabt();
  const source = `${kernel}.wat`;
  const parsed = parseWat(source, readFileSync(path.join(FOLDER, source), "utf8"));
  parsed.validate();
  const { buffer } = parsed.toBinary({});
  return `/** ${source}, assembled by \`npm run noyau\`: base64. */\nexport const ${kernel.toUpperCase()}_WASM =\n  "${Buffer.from(buffer).toString("base64")}";\n`;
}
