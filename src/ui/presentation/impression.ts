import { surLaCarte } from "../../store/espaces";
import type { StoreApi } from "zustand/vanilla";
import { A4_PORTRAIT, svgMapPage } from "../../documents/svg-map/svg-map";
import type { State } from "../../store/state";
import { entreeDe } from "./entree";
import s from "./impression.module.css";

let feuille: HTMLElement | null = null;

/** Our own renderer wrote it: what is not SVG is a defect. */
function lireSvg(texte: string): Element {
  const racine = new DOMParser().parseFromString(texte, "image/svg+xml").documentElement;
  if (racine.localName !== "svg") throw new Error(`not an SVG document: <${racine.localName}>`);
  return document.importNode(racine, true);
}

/**
 * From now on, printing gives an A4 page (title, sentence, map, legend, scale, north, sources) in place of the
 * screen, however the print was asked for. Called again, it does nothing.
 */
export function installerImpression(store: StoreApi<State>): void {
  if (feuille !== null) return;
  const element = Object.assign(document.createElement("div"), { className: s["feuille"] ?? "" });
  feuille = element;
  document.body.append(element);
  window.addEventListener("beforeprint", () => {
    // A report that is open, or a sheet, prints by itself.
    if (document.body.dataset["rapport"] !== undefined || document.body.dataset["impression"] !== undefined) return;
    const etat = store.getState();
    const entree = surLaCarte(etat.session.espace) ? entreeDe(etat, Date.now(), null) : null;
    // The other spaces are text: they print as they are.
    if (entree === null) return;
    element.replaceChildren(lireSvg(svgMapPage(entree, A4_PORTRAIT)));
    document.body.dataset["impression"] = "";
  });
  window.addEventListener("afterprint", () => {
    delete document.body.dataset["impression"];
    element.replaceChildren();
  });
}
