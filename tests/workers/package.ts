import { createHash } from "node:crypto";
import path from "node:path";
import { loadDonnees } from "../../scripts/vite/donnees";
import type { Digest, FetchBytes } from "../../src/workers/loader";

export const BASE = "https://exemple.test/maillage/";

export const sha256: Digest = (bytes) => Promise.resolve(createHash("sha256").update(bytes).digest("hex"));

/** Serves the committed package as the site does, cut tables included. `change` stands for a damaged host. */
export async function servePackage(change: (path: string, bytes: Uint8Array) => Uint8Array | null = (_, bytes) => bytes): Promise<{ readonly fetchBytes: FetchBytes; readonly asked: string[] }> {
  const { manifeste, files } = await loadDonnees(path.resolve(import.meta.dirname, "../../data"));
  const asked: string[] = [];
  const fetchBytes: FetchBytes = (url) => {
    const name = decodeURIComponent(new URL(url).pathname.replace("/maillage/donnees/", ""));
    asked.push(name);
    const bytes = name === "index.json" ? new TextEncoder().encode(JSON.stringify(manifeste)) : files.get(name)?.bytes;
    return Promise.resolve(bytes === undefined ? null : change(name, new Uint8Array(bytes)));
  };
  return { fetchBytes, asked };
}
