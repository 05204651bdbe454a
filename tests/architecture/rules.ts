/** The table of ARCHITECTURE.md: which folder may import which. A folder may always import itself. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  textes: ["domain"],
  geo: ["domain"],
  // The facts of seeds/: read by the page like by the command line.
  io: ["domain", "geo", "seeds"],
  carto: ["domain", "geo"],
  analyses: ["domain", "geo", "carto"],
  project: ["domain", "carto", "analyses"],
  documents: ["domain", "textes", "carto", "io"],
  presentation: ["domain", "textes", "io", "carto", "analyses", "project", "documents"],
  workers: ["domain", "geo", "io", "carto", "analyses", "project", "documents"],
  map: ["domain", "carto"],
  store: ["domain", "textes", "io", "carto", "analyses", "project", "documents", "presentation", "workers"],
  ui: ["domain", "textes", "carto", "analyses", "project", "documents", "presentation", "store", "map"],
  sw: [],
  scripts: ["domain", "textes", "geo", "io", "carto", "analyses", "project", "documents", "presentation", "workers", "sw"],
  main: ["domain", "textes", "geo", "io", "carto", "analyses", "project", "documents", "presentation", "workers", "map", "store", "ui"],
};

/** Folders that do nothing but compute. */
export const PURE: readonly string[] = ["domain", "textes", "geo", "io", "carto", "analyses", "project", "documents", "presentation"];

/** Where each library may be imported, types included. A library that is not here is refused in src/. */
export const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  "@turf/turf": ["geo", "analyses"],
  flatbush: ["geo"],
  kdbush: ["geo"],
  geokdbush: ["geo"],
  flatqueue: ["geo"],
  "d3-contour": ["geo"],
  "point-in-polygon-hao": ["geo"],
  "polygon-clipping": ["geo"],
  "topojson-client": ["geo"],
  "topojson-specification": ["domain", "geo", "io"],
  papaparse: ["io"],
  proj4: ["io"],
  pbf: ["io"],
  idb: ["workers"],
  highs: ["workers"],
  valibot: ["io", "project", "presentation"],
  "d3-scale-chromatic": ["carto"],
  uqr: ["documents"],
  // Writers of the exported files.
  pdfkit: ["documents"],
  pptxgenjs: ["documents"],
  "write-excel-file": ["documents"],
  fflate: ["documents"],
  statsbreaks: ["carto"],
  "maplibre-gl": ["map"],
  // Types only: a style is plain data.
  "@maplibre/maplibre-gl-style-spec": ["carto", "map"],
  zustand: ["store", "ui"],
  react: ["ui", "main"],
  "react-dom": ["ui", "main"],
  "react-aria-components": ["ui"],
  "@tanstack/react-table": ["ui"],
  "@tanstack/react-virtual": ["ui"],
  // The method notes.
  marked: ["ui"],
  "@fontsource/noto-sans": ["map", "ui", "main"],
  "@fontsource/noto-sans-math": ["ui"],
  // Types only: the vocabulary of GeoJSON is everybody's.
  geojson: Object.keys(ARROWS),
};

/** Only the driver knows Playwright. */
export const DRIVER = "tests/e2e/driver.ts";
export const DRIVER_ONLY: readonly string[] = ["playwright-core", "@axe-core/playwright"];

/** Global names that make a function depend on something else than its arguments. */
export const IMPURE_NAMES: ReadonlySet<string> = new Set([
  "document",
  "window",
  "globalThis",
  "self",
  "navigator",
  "location",
  "history",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "caches",
  "performance",
  "setTimeout",
  "setInterval",
  "requestAnimationFrame",
  "process",
]);
/** « Math.random » and the like: members of otherwise harmless globals. */
export const IMPURE_MEMBERS: ReadonlySet<string> = new Set(["Date.now", "Math.random", "crypto.randomUUID", "crypto.getRandomValues"]);

export const MAX_LINES = 300;
