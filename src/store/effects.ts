import { fetchBytes } from "../workers/fetch-bytes";

/** Everything the store asks of the world: given to it, so that tests run without a browser. */
export interface Effects {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `action` once after `ms`; the returned function gives it up. */
  after(ms: number, action: () => void): () => void;
  /** Runs `action` once, when the screen is about to be drawn. */
  image(action: () => void): void;
  /** Small texts by key. Both may throw: storage refused or full. */
  readonly stockage: { lire(cle: string): string | null; ecrire(cle: string, texte: string): void };
  readonly adresse: {
    /** « #/explorer?t=87 », or "" when there is none. */
    hash(): string;
    /** Address of the page with another hash. */
    lien(hash: string): string;
    /** Writes the hash; `entree` adds a step to the browser's history. */
    ecrire(hash: string, entree: boolean): void;
    /** Called when the user changes the hash or goes back; returns the way to stop. */
    ecouter(listener: () => void): () => void;
  };
  /** Called when the page is about to be hidden or closed; returns the way to stop. */
  avantFermeture(listener: () => void): () => void;
  telecharger(nom: string, contenu: string | Uint8Array<ArrayBuffer>, type: string): void;
  /** Bytes of a file of the site, by its address from the page; null when it cannot be had. */
  lireFichier(adresse: string): Promise<Uint8Array | null>;
  /** Rejects when the browser refuses the clipboard. */
  copier(texte: string): Promise<void>;
  /** Tells whoever watches the page (tests, offline copy) that the minutes on screen are those asked for. */
  marquerMinutes(pretes: boolean): void;
}

function download(nom: string, contenu: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([contenu], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: nom });
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function onHide(listener: () => void): () => void {
  const heard = (): void => {
    if (document.visibilityState === "hidden") listener();
  };
  document.addEventListener("visibilitychange", heard);
  return () => document.removeEventListener("visibilitychange", heard);
}

/** The effects of a real page. */
export function browserEffects(): Effects {
  return {
    now: () => Date.now(),
    after: (ms, action) => {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
    image: (action) => void requestAnimationFrame(action),
    stockage: {
      lire: (cle) => localStorage.getItem(cle),
      ecrire: (cle, texte) => localStorage.setItem(cle, texte),
    },
    adresse: {
      hash: () => location.hash,
      lien: (hash) => new URL(hash, location.href).href,
      ecrire: (hash, entree) => (entree ? history.pushState(null, "", hash) : history.replaceState(null, "", hash)),
      ecouter: (listener) => {
        addEventListener("popstate", listener);
        return () => removeEventListener("popstate", listener);
      },
    },
    avantFermeture: onHide,
    telecharger: download,
    lireFichier: (adresse) => fetchBytes(new URL(adresse, document.baseURI).href),
    copier: (texte) => navigator.clipboard.writeText(texte),
    marquerMinutes: (pretes) => {
      if (pretes) document.documentElement.dataset["minutes"] = "pretes";
      else delete document.documentElement.dataset["minutes"];
    },
  };
}
