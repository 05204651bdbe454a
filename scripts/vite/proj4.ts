import type { Plugin } from "vite";

const REPLACED: Readonly<Record<string, string>> = {
  "../projs": 'import lcc from "proj4/lib/projections/lcc.js"; export default (proj4) => proj4.Proj.projections.add(lcc);',
  mgrs: "export const toPoint = undefined, forward = undefined; export default {};",
  "wkt-parser": 'export default () => { throw new Error("WKT is not read here"); };',
};
const PREFIX = "\0maillage-proj4:";

/**
 * Leaves in the build the one projection that is used (Lambert-93 is a Lambert conformal conic): proj4 brings
 * thirty others, a WKT reader and the military grid, 45 kB gzip of the first screen. Node and the
 * tests keep the whole library; the browser tests compare the built site's figures with theirs.
 */
export function proj4Lambert(): Plugin {
  return {
    name: "maillage-proj4",
    apply: "build",
    enforce: "pre",
    resolveId(source, importer) {
      const fromProj4 = importer?.includes("/node_modules/proj4/lib/") ?? false;
      return fromProj4 && source in REPLACED ? PREFIX + source : null;
    },
    load: (id) => (id.startsWith(PREFIX) ? (REPLACED[id.slice(PREFIX.length)] ?? null) : null),
  };
}
