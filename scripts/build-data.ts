import path from "node:path";
import { gzipSync } from "node:zlib";
import { parseArgs } from "node:util";
import { writePackage } from "./build/package";
import { openSource, sourcesFolder } from "./build/source";
import type { Built, Step } from "./build/step";
import { STEPS } from "./build/steps";

const root = path.resolve(import.meta.dirname, "..");

/** Steps that build at least one of the resources asked for; all of them when none is. Throws on an unknown name. */
function selectSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => (step.resources as readonly string[]).includes(name)));
  if (unknown.length > 0) throw new Error(`ressource inconnue : ${unknown.join(", ")}`);
  return names.length === 0 ? STEPS : STEPS.filter((step) => step.resources.some((name) => names.includes(name)));
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} ko`.padStart(12);

function report(built: Built): string {
  const bytes = Buffer.from(built.content);
  const packed = built.descriptor.format.endsWith(".gz") ? bytes.byteLength : gzipSync(bytes, { level: 9 }).byteLength;
  return `${built.descriptor.name.padEnd(24)}${String(built.rows).padStart(8)} lignes${kb(bytes.byteLength)}${kb(packed)} gzip`;
}

const { values } = parseArgs({ options: { only: { type: "string" } } });
const only = values.only === undefined ? [] : values.only.split(",").filter((name) => name !== "");
const source = openSource(sourcesFolder(root));
const built = selectSteps(only).flatMap((step) => step.build(source));
writePackage(path.join(root, "data"), built);
for (const one of built) console.log(report(one));
