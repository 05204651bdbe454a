// `npm run capture`: the screenshot of the README, taken from the built site.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { launch } from "../tests/e2e/driver";
import { DIST, ROOT, ensureBuilt } from "./build-site.mjs";
import { MISSING_BROWSER, findBrowser } from "./find-browser.mjs";
import { startServer } from "./server.mjs";

const executable = findBrowser();
if (executable === null) throw new Error(MISSING_BROWSER);
await ensureBuilt();
const server = await startServer({ root: DIST, port: 4573 });
const browser = await launch(executable);
try {
  const screen = await browser.open(server.url, { viewport: { width: 1440, height: 900 } });
  await screen.waitForMinutes();
  await screen.waitForMapIdle();
  mkdirSync(path.join(ROOT, "docs"), { recursive: true });
  await screen.screenshot(path.join(ROOT, "docs/capture.png"));
  console.log("docs/capture.png");
} finally {
  await browser.close();
  await server.close();
}
