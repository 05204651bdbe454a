import type { LieuProfil } from "../../domain/profil";
import { ATELIERS, chiffresCles, demandesDe, lienText, nomText, placeText, sourceAtelier } from "../../textes/ateliers";
import { noteProfil, PROFIL } from "../../textes/profil";
import { tag } from "../svg-map/xml";
import type { FicheImprimee } from "./fiche-imprimee";
import { el, text, th } from "./html";

/** A note as a number and as a bar: what colour alone would say. */
function note(value: number | null): string {
  if (value === null) return el("td", { class: "n rien" }, text("–"));
  const bar = tag("svg", { class: "barre", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, tag("path", { d: "M0 7.5H100", stroke: "#8b949a", "stroke-width": 1 }), tag("path", { d: `M0 0H${value}V8H0z`, fill: "#17414f" }));
  return el("td", { class: "n" }, text(noteProfil(value)), bar);
}

function lieu({ nom, score, composantes }: LieuProfil, rang: number): string {
  return el("tr", rang === 0 ? { class: "ici" } : {}, th("row", nom), note(score), ...composantes.map((one) => note(one.note)));
}

/** The fragility of the place beside its wider places: one row each, one column a component. */
export function profil({ profil: lieux }: FicheImprimee): string {
  const [first] = lieux;
  if (first === undefined) return "";
  const head = el("tr", {}, th("col", PROFIL.lieu), th("col", PROFIL.scoreCourt, { class: "n" }), ...first.composantes.map(({ id, label }) => th("col", PROFIL.court[id] ?? label, { class: "n" })));
  const table = el("table", { class: "profil" }, el("caption", {}, text(PROFIL.titreImprime)), el("thead", {}, head), el("tbody", {}, ...lieux.map(lieu)));
  const said = lieux.some(({ estimation }) => estimation) ? `${PROFIL.legendeImprimee} ${PROFIL.estimation}` : PROFIL.legendeImprimee;
  return el("div", { class: "defile", tabindex: "0", role: "region", "aria-label": PROFIL.titreImprime }, table) + el("p", { class: "petit" }, text(said));
}

/** Demands quoted on a page. */
const DEMANDES = 4;

/** The surest workshop that spoke of the place: its figures and what was asked, each with its line in the source. */
export function ateliers({ ateliers: { document, trouves } }: FicheImprimee): string {
  const [first] = trouves;
  if (first === undefined) return "";
  const { atelier } = first;
  const figures = chiffresCles(atelier).map(({ libelle, valeur, place }) => `${libelle} : ${valeur}${place === null ? "" : ` (${place})`}`);
  const all = demandesDe(atelier);
  const asked = all.slice(0, DEMANDES).map(({ texte, lignes }) => `${texte} (${placeText(...lignes)})`);
  const more = all.length - asked.length;
  const report = [
    el("p", {}, text(`${figures.join(" ; ")}.`)),
    asked.length === 0 ? "" : el("p", {}, text(`${ATELIERS.demande} ${asked.join(" ; ")}${more > 0 ? ` ; ${ATELIERS.encore(more)}` : ""}.`)),
  ];
  const others = trouves.slice(1).map((each) => nomText(each.atelier));
  const notes = [lienText(first.rang, first.lien), ...(others.length === 0 ? [] : [ATELIERS.aussi(others)]), sourceAtelier(document, atelier)];
  return el(
    "section",
    { class: "plan" },
    el("h2", {}, text(`${ATELIERS.titre} : ${nomText(atelier)}, ${ATELIERS.jour(atelier)}`)),
    ...(atelier.compte_rendu ? report : [el("p", {}, text(ATELIERS.sansCompteRendu))]),
    el("p", { class: "petit" }, text(notes.join(" "))),
  );
}
