import { symbolOfGenre } from "../../carto/symbols";
import { COUCHE_TEXTE, coucheCount } from "../../textes/couches";
import { ficheText } from "../../textes/fiches";
import { actionText, IMPRIME, minutesText, planText } from "../../textes/fiches-imprimees";
import { QUALITE_COURTE, sourceText } from "../../textes/legende";
import { allSources } from "../svg-map/furniture";
import { svgMapAlone, symbolBeside } from "../svg-map/svg-map";
import { type Bbox, fitProjection } from "../svg-map/projection";
import { tag } from "../svg-map/xml";
import type { FicheImprimee } from "./fiche-imprimee";
import { el, page, text } from "./html";
import { qrSvg } from "./qr";
import { chiffres, soins } from "./tableaux";
import { ateliers, profil } from "./terrain";

/** The map's drawing, in CSS pixels: as wide as its column on an A4 page. */
const CARTE = { width: 500, height: 276 } as const;
/** Room left around the box in the map's frame. */
const MARGE = 4;

/** The degrees that the map of a sheet shows around a box. */
export function vueDe(bbox: Bbox): Bbox {
  return fitProjection(bbox, { x: 0, y: 0, ...CARTE }, MARGE).seen;
}

/** The legend beside the map, its symbols those of the map. */
function legende({ carte, faits }: FicheImprimee): string {
  const contour = tag("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, tag("path", { d: "M4 5L20 4L21 18L9 21Z", fill: "none", stroke: "#1b2a33", "stroke-width": 2.4 }));
  const shown = carte.couches.filter(({ count }) => count > 0);
  const rows = shown.map(({ couche, count }) => el("li", {}, symbolBeside(symbolOfGenre(couche)), el("span", {}, text(coucheCount(couche, count)))));
  const none = carte.couches.filter(({ count }) => count === 0).map(({ couche }) => COUCHE_TEXTE[couche].nom);
  const rien = none.length === 0 ? "" : el("p", { class: "petit" }, text(IMPRIME.carteVide(none)));
  return el("h2", {}, text(IMPRIME.legende)) + el("ul", { class: "legende" }, el("li", {}, contour, el("span", {}, text(IMPRIME.contour(faits.nom)))), ...rows) + rien;
}

function acces({ limoges, niveau }: FicheImprimee): string {
  if (limoges === undefined) return "";
  const said = limoges === null ? IMPRIME.limogesInconnu : (niveau === "commune" ? IMPRIME.limoges : IMPRIME.limogesMoyenne)(minutesText(limoges));
  return el("section", {}, el("h2", {}, text(IMPRIME.acces)), el("p", {}, text(said)));
}

function vivant({ lien }: FicheImprimee): string {
  const qr = lien.adresse === null ? "" : el("div", { class: "qr" }, qrSvg(lien.adresse, IMPRIME.qr));
  const link = el("a", { href: lien.href }, text(IMPRIME.rouvrir));
  const words = el("div", {}, el("p", {}, link), el("p", { class: "petit lien" }, text(lien.texte)));
  return el("section", {}, el("h2", {}, text(IMPRIME.vivant)), el("div", { class: "vivant" }, words, qr));
}

function plan({ plan: said }: FicheImprimee): string {
  if (said === null) return "";
  const ici = said.ici.length === 0 ? "" : el("ul", {}, ...said.ici.map((action) => el("li", {}, text(actionText(action)))));
  return el("section", { class: "plan" }, el("h2", {}, text(IMPRIME.plan)), el("p", {}, text(planText(said))), ici);
}

function sources({ carte }: FicheImprimee): string {
  const rows = allSources(carte).map((source) => el("li", {}, el("span", { class: `qualite ${source.quality}` }, text(QUALITE_COURTE[source.quality])), text(` ${sourceText(source)}`)));
  return el("section", {}, el("h2", {}, text(IMPRIME.sources)), el("ul", { class: "sources" }, ...rows));
}

/** The sheet of a territory: a whole HTML document, one A4 page when printed, no script, nothing fetched. */
export function fichePage(fiche: FicheImprimee): string {
  const { titre, sousTitre } = ficheText(fiche.faits);
  return page(
    `${titre} (${fiche.code})`,
    "fiche",
    el("header", {}, el("div", {}, el("h1", {}, text(titre)), el("p", {}, text(sousTitre))), el("nav", { "aria-label": IMPRIME.retour }, el("a", { href: "index.html" }, text(IMPRIME.retour)))),
    el(
      "main",
      {},
      el("div", { class: "haut" }, el("figure", {}, svgMapAlone(fiche.carte, CARTE)), el("div", { class: "cote" }, legende(fiche), acces(fiche), vivant(fiche))),
      chiffres(fiche),
      soins(fiche),
      profil(fiche),
      el("div", { class: "dits" }, ateliers(fiche), plan(fiche)),
      sources(fiche),
    ),
  );
}
