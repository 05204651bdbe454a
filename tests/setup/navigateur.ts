import type { TestProject } from "vitest/node";
import { DIST, ensureBuilt } from "../../scripts/build-site.mjs";
import { MISSING_BROWSER, findBrowser } from "../../scripts/find-browser.mjs";
import { startServer } from "../../scripts/server.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of the browser; null skips every browser test. */
    readonly navigateur: string | null;
    /** Address of the built site, under a path that is not the root of the server. */
    readonly site: string;
  }
}

/** Builds the site once, serves it for all the browser tests, under a sub-path as a static host may. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const browser = findBrowser();
  project.provide("navigateur", browser);
  if (browser === null) {
    process.stderr.write(`\n*** ${MISSING_BROWSER} ***\n\n`);
    project.provide("site", "");
    return undefined;
  }
  await ensureBuilt();
  const server = await startServer({ root: DIST, port: 4273, prefix: "/sous/chemin/" });
  project.provide("site", server.url);
  return () => server.close();
}
