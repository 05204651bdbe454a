import { createRequire } from "node:module";

/** A peer that is not on this machine: its line is left out, with what to install, and never a figure in its place. */
export class PairAbsent extends Error {}

const INSTALL = "à installer avec `npm ci --prefix scripts/bench`";

/**
 * A package of `scripts/bench/package.json`. `T` is written by whoever calls: the types of the peers are not there when
 * they are not installed. Throws PairAbsent.
 */
export function loadPeer<T>(name: string): T {
  const load = createRequire(import.meta.url);
  try {
    return load(name) as T;
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
    throw missing ? new PairAbsent(`« ${name} » manque : ${INSTALL}`) : error;
  }
}

/** Where the package's own files are. Throws PairAbsent. */
export function peerFile(request: string): string {
  try {
    return createRequire(import.meta.url).resolve(request);
  } catch {
    throw new PairAbsent(`« ${request} » manque : ${INSTALL}`);
  }
}
