import type { CleFait, FaitsFiche } from "../../domain/fiche";
import { anneeText, celluleText, enTete, genreText, IMPRIME, LIGNES, lissageText, minutesText, notesText, zonesText } from "../../textes/fiches-imprimees";
import { NOTE } from "../../textes/fiches";
import { formatNumber, PAS_DE_DONNEE } from "../../textes/format";
import type { FicheImprimee, Soin } from "./fiche-imprimee";
import { el, text, th } from "./html";

/** A figure or « pas de donnée », told apart to the eye too. */
export function cellule(content: string, classe: string): string {
  return el("td", { class: content === PAS_DE_DONNEE ? `${classe} rien` : classe }, text(content));
}

function figureRow(cle: CleFait, fiches: readonly FaitsFiche[]): string {
  return el("tr", {}, th("row", enTete(cle)), ...fiches.map((fiche, i) => cellule(celluleText(fiche, cle), [i === 0 ? "n ici" : "n", ...(cle === "zone" ? ["zones"] : [])].join(" "))));
}

/** The figures of the place beside those of its EPCI, département and region. */
export function chiffres({ niveau, faits, reperes, lissage }: FicheImprimee): string {
  const fiches = [faits, ...reperes];
  const commune = niveau === "commune";
  const head = el("tr", {}, th("col", IMPRIME.repere), ...fiches.map(({ nom }) => th("col", nom, { class: "n" })));
  const rows = LIGNES.filter((cle) => cle !== (commune ? "communes" : "revenu")).map((cle) => figureRow(cle, fiches));
  const table = el("table", {}, el("caption", {}, text(IMPRIME.figures)), el("thead", {}, head), el("tbody", {}, ...rows));
  const notes = [lissageText(lissage), zonesText(), ...notesText(faits), ...(commune ? [IMPRIME.revenuGroupe] : [])].map((note) => note.replace(/\.$/, ""));
  return el("div", { class: "defile", tabindex: "0", role: "region", "aria-label": IMPRIME.figures }, table) + el("p", { class: "petit" }, text(`${notes.map((note) => note.charAt(0).toUpperCase() + note.slice(1)).join(". ")}.`));
}

function nearestText({ site }: NonNullable<Soin["proche"]>): string {
  if (site === null) return PAS_DE_DONNEE;
  const { nom, commune, ouverture } = site;
  return [IMPRIME.nearestIn(nom, commune), ...(ouverture === null ? [] : [IMPRIME.ouverte(anneeText(ouverture))])].join(", ");
}

function soinRow({ genre, nombre, proche }: Soin, commune: boolean): string {
  const count = cellule(formatNumber(nombre), "n");
  if (proche === undefined) return el("tr", {}, th("row", genreText(genre, false)), count);
  if (!commune) return el("tr", {}, th("row", genreText(genre, true)), count, cellule(minutesText(proche.minutes), "n"));
  const note = proche.note === null ? "" : el("span", { class: "petit" }, text(` (${NOTE[proche.note]})`));
  const nom = nearestText(proche);
  const place = el("td", nom === PAS_DE_DONNEE ? { class: "rien" } : {}, text(nom), note);
  return el("tr", {}, th("row", genreText(genre, true)), count, cellule(minutesText(proche.minutes), "n"), place);
}

/** Care by kind. */
export function soins({ niveau, soins: all }: FicheImprimee): string {
  const commune = niveau === "commune";
  const heads = commune ? [IMPRIME.nombre, IMPRIME.minutes] : [IMPRIME.nombreGroupe, IMPRIME.minutesMoyennes];
  const head = el("tr", {}, th("col", IMPRIME.genre), ...heads.map((label) => th("col", label, { class: "n" })), commune ? th("col", IMPRIME.plusProche) : "");
  const nom = IMPRIME.soins;
  const table = el("table", {}, el("caption", {}, text(nom)), el("thead", {}, head), el("tbody", {}, ...all.map((one) => soinRow(one, commune))));
  const precision = el("p", { class: "petit" }, text(commune ? `${IMPRIME.minutesPrecision} ${IMPRIME.nomsPublics}` : IMPRIME.minutesMoyennesPrecision));
  return el("div", { class: "defile", tabindex: "0", role: "region", "aria-label": nom }, table) + precision;
}
