// The only file that knows Playwright. Tests receive an Ecran: the page, what it asked the network,
// what it complained about, and the waits that the application agrees to signal.
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Default true: no animation to wait for. */
  readonly reducedMotion?: boolean;
  readonly touch?: boolean;
  /** Answered 404: a data file that is missing. Matched against the whole address. */
  readonly missing?: RegExp;
  /** Answered with this body instead: a data file cut short or of another version. */
  readonly replaced?: { readonly url: RegExp; readonly body: string };
  /** Default « block »: only the tests about the offline copy let the service worker in. */
  readonly serviceWorkers?: "allow" | "block";
  /** Runs in the page before anything else, e.g. to refuse storage. */
  readonly before?: () => void;
}

export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  /** When it was seen, epoch ms. */
  readonly at: number;
}

export interface Ecran {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every request of the page and of its workers, in order. */
  readonly requests: readonly SeenRequest[];
  /** Console errors, uncaught exceptions and refused (CSP) loads, in order. */
  readonly errors: readonly string[];
  /** The map has drawn everything it was given (`data-carte="prete"`). */
  waitForMapIdle(): Promise<void>;
  /** The minutes of the first screen are on the screen (`data-minutes="pretes"`). */
  waitForMinutes(): Promise<void>;
  /** Trimmed text of the first element with this role and accessible name. */
  textOf(role: Role, name?: string | RegExp): Promise<string>;
  screenshot(path?: string): Promise<Buffer>;
  /** axe violations as « rule: selector, selector ». */
  axe(): Promise<readonly string[]>;
  setOffline(offline: boolean): Promise<void>;
  /** Empties the browser's own cache: what still loads comes from the service worker. */
  clearHttpCache(): Promise<void>;
  close(): Promise<void>;
}
type Role = Parameters<Page["getByRole"]>[0];

export interface Navigateur {
  open(url: string, options?: OpenOptions): Promise<Ecran>;
  close(): Promise<void>;
}

function watch(context: BrowserContext, page: Page): { readonly requests: SeenRequest[]; readonly errors: string[] } {
  const requests: SeenRequest[] = [];
  const errors: string[] = [];
  // The context, not the page: workers and the service worker fetch too.
  context.on("request", (request) => requests.push({ url: request.url(), method: request.method(), at: Date.now() }));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  return { requests, errors };
}

async function waitForMark(page: Page, name: string, value: string): Promise<void> {
  // A function, not a string: the page's policy refuses eval.
  await page.waitForFunction(([key, wanted]) => document.documentElement.dataset[key ?? ""] === wanted, [name, value], {
    timeout: 120_000,
  });
}

async function findViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

async function openPage(browser: Browser, url: string, options: OpenOptions): Promise<Ecran> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 720 },
    reducedMotion: (options.reducedMotion ?? true) ? "reduce" : "no-preference",
    hasTouch: options.touch ?? false,
    serviceWorkers: options.serviceWorkers ?? "block",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
  });
  const { missing, replaced } = options;
  if (missing !== undefined) await context.route(missing, (route) => route.fulfill({ status: 404, body: "" }));
  if (replaced !== undefined) await context.route(replaced.url, (route) => route.fulfill({ body: replaced.body }));
  if (options.before !== undefined) await context.addInitScript(options.before);
  const page = await context.newPage();
  const { requests, errors } = watch(context, page);
  await page.goto(url);
  return {
    page,
    context,
    requests,
    errors,
    waitForMapIdle: () => waitForMark(page, "carte", "prete"),
    waitForMinutes: () => waitForMark(page, "minutes", "pretes"),
    textOf: async (role, name) => (await page.getByRole(role, name === undefined ? {} : { name }).first().innerText()).trim(),
    screenshot: (path) => page.screenshot(path === undefined ? { animations: "disabled" } : { animations: "disabled", path }),
    axe: () => findViolations(page),
    clearHttpCache: async () => {
      const session = await context.newCDPSession(page);
      await session.send("Network.clearBrowserCache");
    },
    setOffline: (offline) => context.setOffline(offline),
    close: () => context.close(),
  };
}

/** Starts the browser at this path. `webgl: false` is a machine without any GL. */
export async function launch(executablePath: string, { webgl = true }: { readonly webgl?: boolean } = {}): Promise<Navigateur> {
  const gl = webgl ? ["--enable-unsafe-swiftshader"] : ["--disable-gpu", "--disable-3d-apis"];
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...gl] });
  return {
    open: (url, options = {}) => openPage(browser, url, options),
    close: () => browser.close(),
  };
}
