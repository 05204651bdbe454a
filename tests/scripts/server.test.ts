import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CSP, otherEngines, startServer } from "../../scripts/server.mjs";
import type { RunningServer } from "../../scripts/server.mjs";

let folder = "";
let server: RunningServer;
const zipped = gzipSync("x,y\n1,2\n");

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "maillage-"));
  const root = path.join(folder, "dist");
  mkdirSync(path.join(root, "assets"), { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  writeFileSync(path.join(root, "index.html"), "<!doctype html><p>é</p>");
  writeFileSync(path.join(root, "assets/a-1234.js"), "export {};".repeat(100));
  writeFileSync(path.join(root, "cellules.csv.gz"), zipped);
  server = await startServer({ root, port: 0, prefix: "/p/" });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** Raw: `fetch` would normalise the path and open the compression before the test sees them. */
function get(rawPath: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, path: rawPath, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });
}

test("the page of a folder is served with the policy and without a cache", async () => {
  const { status, headers, body } = await get("/p/");
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": CSP,
    "cache-control": "no-cache",
  });
  expect(body.toString("utf8")).toContain("é");
});

test("the policy allows nothing inline and no eval, but WebAssembly among the scripts", () => {
  const others = CSP.split("; ").filter((directive) => !directive.startsWith("connect-src"));
  expect(others).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(others.join("; ").replace("'wasm-unsafe-eval'", "")).not.toMatch(/unsafe|\*|https?:/);
});

test("requests may go to the two public engines and to this device, nowhere else", () => {
  expect(CSP.split("; ").find((directive) => directive.startsWith("connect-src"))).toBe(
    "connect-src 'self' https://data.geopf.fr https://api.openrouteservice.org http://localhost:* http://127.0.0.1:*",
  );
});

test("a host adds its own engines by name, and nothing wider", () => {
  expect(otherEngines(" https://osrm.example.org  https://valhalla.example.org:8443 ")).toEqual(["https://osrm.example.org", "https://valhalla.example.org:8443"]);
  for (const wide of ["*", "https:", "https://*.example.org", "http://osrm.example.org", "https://osrm.example.org/chemin", "'unsafe-inline'", "https://a;script-src *"]) {
    expect(() => otherEngines(wide)).toThrow(/MAILLAGE_MOTEURS/);
  }
});

test("text is compressed for who accepts it, plain for others", async () => {
  const plain = await get("/p/assets/a-1234.js");
  const small = await get("/p/assets/a-1234.js", { "accept-encoding": "gzip" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(small.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(small.body)).toEqual(plain.body);
});

test("a .gz file arrives as it is, without any announced encoding", async () => {
  const { headers, body } = await get("/p/cellules.csv.gz?v=1", { "accept-encoding": "gzip" });
  expect(headers["content-encoding"]).toBeUndefined();
  expect(headers["content-type"]).toBe("application/octet-stream");
  expect(body).toEqual(zipped);
});

test("hashed names and versioned data are kept for good", async () => {
  expect((await get("/p/assets/a-1234.js")).headers["cache-control"]).toContain("immutable");
  expect((await get("/p/cellules.csv.gz?v=1")).headers["cache-control"]).toContain("immutable");
  expect((await get("/p/cellules.csv.gz")).headers["cache-control"]).toBe("no-cache");
});

test("an unchanged file is not sent twice", async () => {
  const { headers } = await get("/p/");
  const again = await get("/p/", { "if-none-match": String(headers["etag"]) });
  expect(again.status).toBe(304);
  expect(again.body.length).toBe(0);
});

test.each(["/p/../secret.txt", "/p/%2e%2e/secret.txt", "/p/..%2fsecret.txt", "/p/..%5csecret.txt", "/p/%00", "/p/%zz", "/p//../../secret.txt"])(
  "%s never leaves the folder",
  async (rawPath) => {
    const { status, body } = await get(rawPath);
    expect([400, 404]).toContain(status);
    expect(body.toString("utf8")).not.toContain("secret");
  },
);

test("what is not there, and what is outside the prefix, is not found", async () => {
  expect((await get("/p/rien.js")).status).toBe(404);
  expect((await get("/p/assets")).status).toBe(404);
  expect((await get("/")).status).toBe(404);
});

test("a port that is taken is skipped", async () => {
  const second = await startServer({ root: folder, port: server.port });
  expect(second.port).toBeGreaterThan(server.port);
  await second.close();
});
