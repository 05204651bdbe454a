import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { DIST } from "../../scripts/build-site.mjs";
import { CSP, startServer } from "../../scripts/server.mjs";
import type { Ecran } from "./driver";
import { describeSite } from "./site";

/** Number of data files that the service worker has kept. */
const kept = (screen: Ecran): Promise<number> =>
  screen.page.evaluate(async () => (await (await caches.open("maillage-donnees")).keys()).length);

/** Number of data files it keeps ahead, from its own list. */
function aheadCount(): number {
  const list = /"donnees":\[([^\]]*)\]/.exec(readFileSync(path.join(DIST, "sw.js"), "utf8"))?.[1] ?? "";
  return list.split(",").length;
}

describeSite("the built site", (site) => {
  test("opens under any path, without an error nor a request to anywhere else", async () => {
    const screen = await site.open();
    await screen.waitForMinutes();
    await screen.waitForMapIdle();
    expect(await screen.page.title()).toContain("Maillage");
    expect(screen.errors).toEqual([]);
    expect(screen.requests.filter(({ url }) => !url.startsWith(site.url) && !/^(data|blob):/.test(url))).toEqual([]);
    await screen.close();
  });

  test("carries the same policy in its header and in its page, and refuses an inline script", async () => {
    const response = await fetch(site.url);
    expect(response.headers.get("content-security-policy")).toBe(CSP);
    const screen = await site.open();
    const meta = screen.page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await meta.getAttribute("content")).toBe(CSP);
    await screen.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = 'document.title = "inline"';
      document.head.append(script);
    });
    expect(await screen.page.title()).not.toBe("inline");
    expect(screen.errors.join(" ")).toContain("Content Security Policy");
    await screen.close();
  });

  test("reloads with the network cut after one visit, minutes included", async () => {
    const screen = await site.open("", { serviceWorkers: "allow" });
    await screen.waitForMinutes();
    await expect.poll(() => kept(screen), { timeout: 60_000 }).toBeGreaterThanOrEqual(aheadCount());
    await screen.clearHttpCache();
    await screen.setOffline(true);
    await screen.page.reload();
    await screen.waitForMinutes();
    await screen.waitForMapIdle();
    expect(screen.errors).toEqual([]);
    await screen.close();
  });

  test("announces an update and waits to be asked", async () => {
    const copy = mkdtempSync(path.join(tmpdir(), "maillage-maj-"));
    cpSync(DIST, copy, { recursive: true });
    const server = await startServer({ root: copy, port: 4673 });
    const screen = await site.open(server.url, { serviceWorkers: "allow" });
    await screen.waitForMinutes();
    await expect.poll(() => screen.page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 }).toBe(true);
    const worker = path.join(copy, "sw.js");
    writeFileSync(worker, readFileSync(worker, "utf8").replace(/"version":"\w+"/, '"version":"00000000"'));
    await screen.page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    const notice = screen.page.getByRole("button", { name: /recharger|mettre à jour/i });
    await notice.waitFor({ timeout: 60_000 });
    const versions = (): Promise<readonly string[]> => screen.page.evaluate(async () => (await caches.keys()).filter((name) => name.includes("coquille")));
    // The old version still runs the page; the new one only waits beside it, however long.
    await screen.page.waitForTimeout(2000);
    expect(await screen.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe("installed");
    expect(await versions()).toHaveLength(2);
    await notice.click();
    await expect.poll(versions, { timeout: 60_000 }).toEqual(["maillage-coquille-00000000"]);
    await screen.close();
    await server.close();
    rmSync(copy, { recursive: true });
  });
});
