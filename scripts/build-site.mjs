// Builds dist/ when it is missing or older than what it is made of. Built aside, then put in place
// in one move: a build that fails, or two at once, never leave half a site.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const DIST = path.join(ROOT, "dist");
const SOURCES = ["src", "data", "public", "scripts/vite", "scripts/server.mjs", "index.html", "vite.config.ts", "package-lock.json"];

function newest(target) {
  if (!existsSync(target)) return 0;
  const info = statSync(target);
  if (!info.isDirectory()) return info.mtimeMs;
  // The folder's own date counts too: a removed file leaves no other trace.
  return Math.max(info.mtimeMs, ...readdirSync(target).map((name) => newest(path.join(target, name))));
}

export function isStale() {
  const page = path.join(DIST, "index.html");
  if (!existsSync(page)) return true;
  return Math.max(...SOURCES.map((source) => newest(path.join(ROOT, source)))) > statSync(page).mtimeMs;
}

/** Runs a node program of the project from its root; rejects unless it ends well. */
function run(args) {
  return new Promise((resolve, reject) => {
    // Vitest sets NODE_ENV=test, which would give a development build.
    const env = { ...process.env, NODE_ENV: "production", VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`la construction du site a échoué (code ${code})`))));
  });
}

/** True when a build was made. */
export async function ensureBuilt() {
  if (!isStale()) return false;
  const start = new Date();
  const aside = path.join(ROOT, `tmp/dist-${process.pid}`);
  await run([path.join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--outDir", aside, "--emptyOutDir", "--logLevel", "warn"]);
  // Dated from its start: a source changed during the build makes it stale.
  utimesSync(path.join(aside, "index.html"), start, start);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(aside, DIST);
  return true;
}
