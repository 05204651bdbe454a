import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseDatapackage } from "../../../src/io/package-data";
import { success } from "../../../src/domain/outcome";
import { isImportee } from "../../../src/domain/ressource";
import { rienImporte } from "../../../src/domain/table-importee";
import { createLoader, type Loader } from "../../../src/workers/loader";
import { issue } from "../../../src/domain/issue";
import { refusedInput } from "../outcome-error";
import { accepted } from "../package";

/** Never asked of anyone: what the loader's addresses begin with. */
const BASE = "https://maillage.invalid/";

/** The worker's loader on the data package of the disk: the same reading as the page's, without a network. */
export async function openLoader(folder: string): Promise<Loader> {
  const bytes = await readFile(path.join(folder, "datapackage.json"), "utf8").catch(() => null);
  if (bytes === null) throw refusedInput([issue("ressource-absente", "erreur", { ressource: "datapackage.json" })]);
  const manifeste = new TextEncoder().encode(JSON.stringify(accepted(parseDatapackage(JSON.parse(bytes)))));
  const fetchBytes = async (url: string): Promise<Uint8Array | null> => {
    const name = decodeURIComponent(new URL(url).pathname.replace("/donnees/", ""));
    return name === "index.json" ? manifeste : readFile(path.join(folder, name)).catch(() => null);
  };
  const loader = createLoader(BASE, fetchBytes, null);
  // Nothing is imported here: what only the user has is empty, as in the page.
  return { ...loader, dataset: (name, etendue) => (isImportee(name) ? Promise.resolve(success(rienImporte(name))) : loader.dataset(name, etendue)) };
}
