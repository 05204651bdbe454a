import { STYLE } from "../../documents/fiches/style";
import s from "./impression.module.css";

/** The page is printed to its edges: the sheet brings its own margins. */
const MARGES = "@media print { :host { padding: 8mm 11mm; } }";

/**
 * Prints a sheet in the place of the screen. In a shadow tree: its style is its own, and a constructed sheet is what the page's
 * policy allows. @param corps HTML of our own renderers @param style on top of the sheets' own
 */
export function imprimerCorps(corps: string, style = ""): void {
  const hote = Object.assign(document.createElement("div"), { className: s["feuille"] ?? "" });
  const ombre = hote.attachShadow({ mode: "open" });
  const feuille = new CSSStyleSheet();
  feuille.replaceSync(`${STYLE.replaceAll(/\bbody\b/g, ":host")}${style}${MARGES}`);
  ombre.adoptedStyleSheets = [feuille];
  ombre.append(...new DOMParser().parseFromString(corps, "text/html").body.childNodes);
  document.body.append(hote);
  document.body.dataset["impression"] = "";
  window.addEventListener(
    "afterprint",
    () => {
      hote.remove();
      delete document.body.dataset["impression"];
    },
    { once: true },
  );
  window.print();
}
