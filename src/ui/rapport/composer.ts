import type { Annexe, Description, Params } from "../../analyses/analysis";
import type { ScaledView } from "../../carto/marks/mark";
import { MARKS } from "../../carto/marks/registry";
import { enCarres } from "../../carto/quadrillage";
import type { Rapport, TableauRapport } from "../../documents/rapport/rapport";
import type { SvgMapInput } from "../../documents/svg-map/input";
import { etatsCompares } from "../../project/etats";
import type { State } from "../../store/state";
import { formatJour } from "../../textes/interface";
import { issueText } from "../../textes/issues";
import { RAPPORT } from "../../textes/rapport";
import { sentenceText } from "../../textes/sentences";
import { sitesMontres } from "../app/scene";
import { vuesDe } from "../app/vues";
import { entreeDe } from "../presentation/entree";
import { reglagesDe } from "./reglages";

/** Things read down, side by side; more are read one a line, with fewer figures. */
const FICHES_MAX = 5;
const COLONNES_MAX = 9;

function fiches({ titre, table }: Annexe): TableauRapport {
  return table.length <= FICHES_MAX ? { titre, table, sens: "fiches" } : { titre, table: { ...table, columns: table.columns.slice(0, COLONNES_MAX) }, sens: "lignes" };
}

/** The points a result brings, which open after the first state. */
const points = (vues: readonly ScaledView[]): readonly ScaledView[] => vues.filter(({ view }) => !MARKS[view.mark].surface && view.geometry.kind === "points");

/** One map a state, the same ground and layers on all; the sites of each state with it. */
function cartesDe(etat: State, base: SvgMapInput, analyse: Description, params: Params): readonly SvgMapInput[] {
  const vues = vuesDe(etat);
  const { courant } = etat.document;
  const compares = analyse.etats === true ? etatsCompares(courant, params) : null;
  return (etat.results.courant?.output.coteACote ?? []).flatMap((id, rang) => {
    const vue = vues.find(({ view }) => view.id === id);
    if (vue === undefined) return [];
    const siens = compares === null ? sitesMontres(courant.sites, courant.selection) : sitesMontres(compares[rang]?.sites ?? courant.sites, compares[rang]?.selection ?? courant.selection);
    return [{ ...base, views: [enCarres(vue), ...(rang === 0 || compares !== null ? [] : points(vues)), ...siens] }];
  });
}

const deForme = (annexes: readonly Annexe[], forme: Annexe["forme"]): readonly Annexe[] => annexes.filter((annexe) => annexe.forme === forme);

/** The report of the result on screen; null until there is one that can be drawn. @param instant epoch milliseconds */
export function composerRapport(etat: State, analyse: Description, params: Params, instant: number, lien: string | null): Rapport | null {
  const output = etat.results.courant?.output;
  const base = entreeDe(etat, instant, null);
  if (output === undefined || base === null || output.coteACote === undefined) return null;
  const annexes = output.annexes ?? [];
  return {
    titre: RAPPORT.titre(analyse.label, etat.datasets.territoire?.territoire.nom ?? ""),
    question: analyse.question,
    phrase: sentenceText(output.summary),
    details: (output.details ?? []).map(sentenceText),
    date: formatJour(instant),
    reglages: reglagesDe(etat, analyse, params),
    cartes: cartesDe(etat, { ...base, choisi: null }, analyse, params),
    tableaux: [
      ...deForme(annexes, "fiches").map(fiches),
      ...deForme(annexes, "lignes").map(({ titre, table }): TableauRapport => ({ titre, table, sens: "lignes" })),
      ...deForme(annexes, "citations").map(({ titre, table }): TableauRapport => ({ titre, table, sens: "citations" })),
    ],
    courbes: deForme(annexes, "courbes"),
    limites: output.issues.map(issueText),
    sources: output.sources,
    lien,
  };
}
