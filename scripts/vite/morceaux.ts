import path from "node:path";
import type { Plugin } from "vite";

/** Where the build says what each of its scripts is made of; read by the budgets, not by the page. */
export const MORCEAUX = "morceaux.json";
/** File of the build → the folders of src/ and the packages it contains. */
export type Morceaux = Readonly<Record<string, readonly string[]>>;

/** « …/node_modules/@turf/turf/x.js » → « @turf/turf »; « …/src/geo/grid.ts » → « src/geo ». */
export function originOf(root: string, moduleId: string): string {
  const inside = moduleId.split("node_modules/").at(-1) ?? "";
  if (inside !== moduleId) return inside.split("/").slice(0, inside.startsWith("@") ? 2 : 1).join("/");
  const relative = path.relative(root, moduleId.replace(/\?.*$/, ""));
  return relative.split(path.sep).slice(0, 2).join("/");
}

export function morceaux(root: string): Plugin {
  return {
    name: "maillage-morceaux",
    apply: "build",
    generateBundle(_options, bundle) {
      const contents: Record<string, readonly string[]> = {};
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        contents[file.fileName] = [...new Set(file.moduleIds.map((id) => originOf(root, id)))].toSorted();
      }
      this.emitFile({ type: "asset", fileName: MORCEAUX, source: JSON.stringify(contents) });
    },
  };
}
