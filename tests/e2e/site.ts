import { afterAll, beforeAll, describe, inject } from "vitest";
import { launch } from "./driver";
import type { Ecran, Navigateur, OpenOptions } from "./driver";

export interface Site {
  /** Address of the built site, with its trailing slash. */
  readonly url: string;
  /** Opens `path` (« », « #… ») in a fresh context: nothing is shared between two calls but the browser. */
  open(path?: string, options?: OpenOptions): Promise<Ecran>;
}

/**
 * A group of tests in the real browser on the built site. Skipped as a whole when there is no
 * browser; what is left open is closed at the end of the group.
 */
export function describeSite(name: string, body: (site: Site) => void, options: { readonly webgl?: boolean } = {}): void {
  const executable = inject("navigateur");
  const url = inject("site");
  describe.skipIf(executable === null)(name, () => {
    let browser: Navigateur | null = null;
    beforeAll(async () => {
      if (executable !== null) browser = await launch(executable, options);
    });
    afterAll(() => browser?.close());
    body({
      url,
      open: (path = "", openOptions = {}) => {
        if (browser === null) throw new Error("the browser is not started: open pages inside tests");
        return browser.open(new URL(path, url).href, openOptions);
      },
    });
  });
}
