import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { csp } from "./scripts/vite/csp";
import { donnees } from "./scripts/vite/donnees";
import { morceaux } from "./scripts/vite/morceaux";
import { premierEcran, socle } from "./scripts/vite/premier-ecran";
import { proj4Lambert } from "./scripts/vite/proj4";
import { serviceWorker } from "./scripts/vite/service-worker";

const root = import.meta.dirname;

export default defineConfig({
  // The built folder works under any path of any static host.
  base: "./",
  plugins: [react(), donnees(path.join(root, "data")), premierEcran(), csp(), morceaux(root), serviceWorker(path.join(root, "public"))],
  worker: { format: "es", plugins: () => [proj4Lambert()] },
  build: {
    target: "es2023",
    // Fonts and images stay files: the policy allows data: for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { index: path.join(root, "index.html"), amorce: path.join(root, "src/workers/amorce.ts"), sw: path.join(root, "src/sw/service-worker.ts") },
      output: {
        codeSplitting: { groups: [{ name: "amorce", test: /\/src\/workers\/amorce\.ts$/, priority: 1 }, { name: socle(path.join(root, "src/main.tsx")) }] },
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  preview: { port: 4173 },
});
