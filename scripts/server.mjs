// Small static server for the built site: node only, no dependency, so that `npm start` and the
// browser tests serve dist/ exactly as any static host would, with the strict CSP as a header too.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** Outside engines that the page may ask, each after the user's consent: two public ones, and the user's own on this device. */
const MOTEURS = ["https://data.geopf.fr", "https://api.openrouteservice.org", "http://localhost:*", "http://127.0.0.1:*"];

/**
 * Other engines that a host allows, from MAILLAGE_MOTEURS: origins separated by spaces, « https://osrm.example.org ».
 * Throws on anything else, which would open the policy wider than meant.
 */
export function otherEngines(text = "") {
  const origins = text.split(/\s+/).filter((origin) => origin !== "");
  const bad = origins.find((origin) => !/^https:\/\/[a-z0-9.-]+(?::\d+)?$/.test(origin));
  if (bad !== undefined) throw new Error(`MAILLAGE_MOTEURS : « ${bad} » n'est pas une origine (https://hote ou https://hote:port)`);
  return origins;
}

/** Nothing from elsewhere but those engines, nothing inline, no eval. Also injected as a <meta> in the built page. */
export const CSP = [
  "default-src 'none'",
  // The solver is WebAssembly: it may be compiled, and nothing else be evaluated.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  `connect-src ${["'self'", ...MOTEURS, ...otherEngines(process.env.MAILLAGE_MOTEURS)].join(" ")}`,
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".geojson": "application/geo+json; charset=utf-8",
  ".topojson": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const COMPRESSIBLE = new Set([".html", ".js", ".mjs", ".css", ".json", ".geojson", ".topojson", ".csv", ".svg", ".webmanifest", ".txt", ".wasm"]);

/** The file a URL path names inside `root`, or null when it points outside or cannot be decoded. */
export function resolveFile(root, urlPath) {
  let decoded;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (decoded.includes("\0") || decoded.includes("\\")) return null;
  const file = path.resolve(root, `.${decoded.startsWith("/") ? decoded : `/${decoded}`}`);
  if (file !== root && !file.startsWith(root + path.sep)) return null;
  return decoded.endsWith("/") ? path.join(file, "index.html") : file;
}

/** Names with a hash, and data asked with its version, never change: everything else is revalidated. */
function cacheControl(url) {
  const frozen = url.pathname.includes("/assets/") || url.searchParams.has("v");
  return frozen ? "public, max-age=31536000, immutable" : "no-cache";
}

async function loadBody(file, cache) {
  const info = await stat(file);
  if (!info.isFile()) throw Object.assign(new Error("not a file"), { code: "ENOENT" });
  const stamp = `${info.mtimeMs}-${info.size}`;
  const known = cache.get(file);
  if (known?.stamp === stamp) return known;
  const extension = path.extname(file);
  const raw = COMPRESSIBLE.has(extension) ? await readFile(file) : null;
  const body = {
    stamp,
    size: info.size,
    raw,
    zipped: raw === null ? null : await compress(raw),
    etag: `"${createHash("sha256").update(`${file}-${stamp}`).digest("hex").slice(0, 16)}"`,
    // .gz files are data the application opens itself: never announced as an encoding.
    type: TYPES[extension] ?? "application/octet-stream",
  };
  cache.set(file, body);
  return body;
}

function send(request, response, file, body, url) {
  response.setHeader("Content-Type", body.type);
  response.setHeader("Cache-Control", cacheControl(url));
  response.setHeader("ETag", body.etag);
  if (request.headers["if-none-match"] === body.etag) {
    response.writeHead(304).end();
    return;
  }
  if (body.raw === null) {
    response.writeHead(200, { "Content-Length": body.size });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).on("error", () => response.destroy()).pipe(response);
    return;
  }
  response.setHeader("Vary", "Accept-Encoding");
  const zipped = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (zipped) response.setHeader("Content-Encoding", "gzip");
  const bytes = zipped ? body.zipped : body.raw;
  response.writeHead(200, { "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function refuse(response, status, text) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

function createHandler(root, prefix, cache) {
  return async (request, response) => {
    response.setHeader("Content-Security-Policy", CSP);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Méthode refusée");
    // The path is taken from the raw request line: URL would fold « .. » before it can be refused.
    const [rawPath = "/", query = ""] = (request.url ?? "/").split("?", 2);
    if (!rawPath.startsWith(prefix)) return refuse(response, 404, "Introuvable");
    const file = resolveFile(root, `/${rawPath.slice(prefix.length)}`);
    if (file === null) return refuse(response, 400, "Adresse refusée");
    try {
      const body = await loadBody(file, cache);
      send(request, response, file, body, { pathname: rawPath, searchParams: new URLSearchParams(query) });
    } catch (error) {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return refuse(response, 404, "Introuvable");
      console.error(error);
      return refuse(response, 500, "Erreur du serveur");
    }
  };
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    const onError = (error) => reject(error);
    server.once("error", onError);
    server.listen(port, host, () => {
      server.off("error", onError);
      resolve(server.address().port);
    });
  });
}

/**
 * Serves `root` on localhost, on the first free port from `port` on (0: any).
 * `prefix` puts the site under a path, to prove that it works there.
 */
export async function startServer({ root, port = 4173, host = "127.0.0.1", prefix = "/" }) {
  const server = createServer(createHandler(path.resolve(root), prefix, new Map()));
  for (let candidate = port; ; candidate += 1) {
    try {
      const bound = await listen(server, candidate, host);
      return {
        url: `http://127.0.0.1:${bound}${prefix}`,
        port: bound,
        close: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (error.code !== "EADDRINUSE" || candidate >= port + 100) throw error;
    }
  }
}
