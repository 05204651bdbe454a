import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../../tests/e2e/driver";
import type { Ecran } from "../../tests/e2e/driver";
import { DIST, ensureBuilt } from "../build-site.mjs";
import { writePresentation } from "../cli/presentation/ecrire";
import { findBrowser, MISSING_BROWSER } from "../find-browser.mjs";
import { startServer } from "../server.mjs";
import { type Bench, ReponsesDifferentes, type Resultat, resultat } from "./bench";

const PAGES = 12;
const RUNS = 3;
/** What a presenter is promised, milliseconds. */
const PROMIS_MS = 30_000;
const DATA = fileURLToPath(new URL("../../data", import.meta.url));
const DATE = Date.UTC(2026, 10, 26);

interface Ecrite {
  readonly pages: readonly { readonly id: string; readonly genre: string }[];
}

/** Twelve pages of the real Haute-Vienne: those of a ready-made presentation, its maps first, as often as it takes. */
async function douzePages(): Promise<string> {
  const dossier = await mkdtemp(path.join(tmpdir(), "maillage-export-"));
  try {
    await writePresentation(["--modele", "soins-primaires", "--territoire", "87", "--format", "json", "--sortie", dossier], DATA, DATE);
    const lue = JSON.parse(await readFile(path.join(dossier, "maillage-soins-primaires-87.maillage.json"), "utf8")) as Ecrite;
    const cartes = lue.pages.toSorted((a, b) => Number(b.genre === "carte") - Number(a.genre === "carte"));
    const pages = Array.from({ length: PAGES }, (_, i) => ({ ...cartes[i % cartes.length], id: `p${i + 1}` }));
    return JSON.stringify({ ...lue, pages });
  } finally {
    await rm(dossier, { recursive: true });
  }
}

/** Milliseconds from the click to the whole file, the clock of the wall: the presenter waits for it. */
async function exporter({ page }: Ecran, nom: string, debut: string): Promise<number> {
  await page.getByRole("button", { name: "Exporter" }).click();
  const from = performance.now();
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 4 * PROMIS_MS }), page.getByRole("menuitem", { name: nom }).press("Enter")]);
  const file = await readFile(await download.path());
  const ms = performance.now() - from;
  if (!file.subarray(0, debut.length).equals(Buffer.from(debut))) throw new ReponsesDifferentes(`export : « ${nom} » n'est pas un fichier de ce genre`);
  return ms;
}

async function mesurer(screen: Ecran, head: Pick<Bench, "nom" | "pair">, entree: string, debut: string): Promise<Resultat> {
  await screen.page.locator("input[type=file][aria-label^='Ouvrir un fichier de présentation']").setInputFiles({ name: "douze.maillage.json", mimeType: "application/json", buffer: Buffer.from(await douzePages()) });
  await screen.page.getByRole("button", { name: new RegExp(`^Page ${PAGES} : `) }).waitFor();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await exporter(screen, entree, debut));
  return resultat(head, PAGES, times, [PROMIS_MS]);
}

function bench(nom: string, format: string, entree: string, debut: string): Bench {
  const head = { nom, titre: `exporter ${PAGES} pages en ${format}, dans le navigateur`, pair: "promis" };
  const run = async (): Promise<Resultat | null> => {
    const executable = findBrowser();
    if (executable === null) {
      console.error(`${nom} : ignoré. ${MISSING_BROWSER}`);
      return null;
    }
    await ensureBuilt();
    const server = await startServer({ root: DIST, port: 4684 });
    const browser = await launch(executable);
    try {
      return await mesurer(await browser.open(new URL("#/presenter", server.url).href), head, entree, debut);
    } finally {
      await browser.close();
      await server.close();
    }
  };
  return { ...head, run };
}

/** What a council waits for: the files of a presentation, the clock of the wall. In the peer's place, the time promised. */
export const EXPORTS: readonly Bench[] = [bench("export-pdf", "PDF", "PDF 16:9", "%PDF"), bench("export-pptx", "PPTX", "Diapositives PPTX", "PK")];
