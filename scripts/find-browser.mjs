// Which browser the tests drive. None is ever installed here: the line below says what to install.
import { existsSync } from "node:fs";

const CANDIDATES = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"];

export const MISSING_BROWSER =
  "AUCUN NAVIGATEUR : les tests dans un vrai navigateur sont ignorés. Installez Chromium " +
  "(Debian, Ubuntu : « apt-get install -y --no-install-recommends chromium ») ou donnez le chemin de Chrome ou de Chromium dans CHROME_PATH.";

/** Path of the browser, or null. Throws under CI=true when there is none: a silent skip would pass for a success. */
export function findBrowser() {
  const found = CANDIDATES.find((candidate) => candidate !== undefined && candidate !== "" && existsSync(candidate)) ?? null;
  if (found === null && process.env.CI === "true") throw new Error(MISSING_BROWSER);
  return found;
}
