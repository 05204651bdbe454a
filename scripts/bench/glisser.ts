import { launch } from "../../tests/e2e/driver";
import type { Ecran } from "../../tests/e2e/driver";
import { DIST, ensureBuilt } from "../build-site.mjs";
import { findBrowser, MISSING_BROWSER } from "../find-browser.mjs";
import { startServer } from "../server.mjs";
import { type Bench, ReponsesDifferentes, type Resultat, resultat } from "./bench";

const MOVES = 80;
const DROPS = 5;
/** Chefs-lieux and inhabited squares of Haute-Vienne that follow. */
const POINTS = 195 + 14_269;
const ECRAN = "#/explorer?t=87&n=commune&a=temps-acces&aj=1,msp,1.2,46.05,Site&l=msp&c=1.26,45.87,8.6";

/** What the page notes of its worker's answers: ms in the worker of each move, ms from question to answer of each full run. */
interface Notes {
  readonly moves: number[];
  readonly runs: number[];
}
type PageNotee = Window & { readonly notes: Notes };

/**
 * Runs in the page before its own code: listens to the messages of the worker without changing them. Proxies, since
 * tsx would wrap a named function or a class in a helper that the page does not have.
 */
function espionner(): void {
  const notes: Notes = { moves: [], runs: [] };
  Object.assign(window, { notes });
  const starts = new Map<number, number>();
  Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
    apply(target, self, [message, ...rest]: [{ name?: string; id: number }, ...unknown[]]) {
      if (message.name === "executer") starts.set(message.id, performance.now());
      return Reflect.apply(target, self, [message, ...rest]);
    },
  });
  window.Worker = new Proxy(Worker, {
    construct(target, [url, options]: [URL, WorkerOptions]) {
      const worker = new target(url, options);
      worker.addEventListener("message", ({ data }: MessageEvent<{ type: string; name: string; id: number; answer: { ms: number } | null }>) => {
        if (data.type !== "reponse") return;
        if (data.name === "direct-deplacer" && data.answer !== null) notes.moves.push(data.answer.ms);
        if (data.name === "executer") notes.runs.push(performance.now() - (starts.get(data.id) ?? Number.NaN));
      });
      return worker;
    },
  });
}

const notesOf = (screen: Ecran): Promise<Notes> => screen.page.evaluate(() => (window as unknown as PageNotee).notes);
const phraseOf = (screen: Ecran): Promise<string> => screen.page.locator("[data-visite=resultat] p[aria-live=polite]").innerText();

/** Waits for one more answer; a place that the worker already knows gives none. */
async function answered(screen: Ecran, count: number): Promise<void> {
  await screen.page.waitForFunction((n) => (window as unknown as PageNotee).notes.moves.length > n, count, { timeout: 10_000 });
}

/** Middle of the map, beside the panel. */
const CENTRE = { x: 690, y: 350 };

/** One drag across the département: turns around Limoges, one answer waited for at each place. */
async function drag(screen: Ecran, moves: number): Promise<void> {
  const { page } = screen;
  const box = await page.getByRole("button", { name: /à déplacer/ }).boundingBox();
  if (box === null) throw new Error("no pin on the map");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let k = 1; k <= moves; k += 1) {
    const { length } = (await notesOf(screen)).moves;
    await page.mouse.move(CENTRE.x + 150 * Math.sin(k / 6), CENTRE.y - 130 * Math.cos(k / 9));
    await answered(screen, length);
  }
}

async function measure(screen: Ecran): Promise<Resultat> {
  await screen.waitForMinutes();
  await screen.waitForMapIdle();
  // The first drags warm the code up; each ends elsewhere than the one before.
  for (let turn = 0; turn < DROPS; turn += 1) {
    const last = turn === DROPS - 1;
    await drag(screen, last ? MOVES : 12 + turn);
    const live = await phraseOf(screen);
    const { length } = (await notesOf(screen)).runs;
    await screen.page.mouse.up();
    await screen.page.waitForFunction((n) => (window as unknown as PageNotee).notes.runs.length > n, length, { timeout: 30_000 });
    await screen.waitForMinutes();
    const full = await phraseOf(screen);
    if (live !== full) throw new ReponsesDifferentes(`glisser : « ${live} » en direct, « ${full} » au calcul complet`);
  }
  const { moves, runs } = await notesOf(screen);
  const ours = moves.slice(-MOVES).toSorted((a, b) => a - b);
  return { ...resultat(glisser, POINTS, ours, runs.slice(-DROPS)), p95_ms: Number((ours[Math.ceil(0.95 * ours.length) - 1] ?? Number.NaN).toFixed(2)) };
}

export const glisser: Bench = {
  nom: "glisser",
  titre: "glisser un site, dans le worker du navigateur",
  pair: "calcul complet",
  async run() {
    const executable = findBrowser();
    if (executable === null) {
      console.error(`glisser : ignoré. ${MISSING_BROWSER}`);
      return null;
    }
    await ensureBuilt();
    const server = await startServer({ root: DIST, port: 4674 });
    const browser = await launch(executable);
    try {
      return await measure(await browser.open(new URL(ECRAN, server.url).href, { viewport: { width: 1000, height: 700 }, before: espionner }));
    } finally {
      await browser.close();
      await server.close();
    }
  },
};
