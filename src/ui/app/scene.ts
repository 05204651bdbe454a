import texte from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import gras from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url";
import type { BaseCarte } from "../../carto/compose-style";
import { duCote, tientCote } from "../../carto/cotes";
import type { ScaledView } from "../../carto/marks/mark";
import { MARKS } from "../../carto/marks/registry";
import { memoLast } from "../../carto/memo";
import { niveauDessine } from "../../carto/niveau-dessine";
import { vueDesSites } from "../../carto/vue-des-sites";
import type { CoucheChargee } from "../../domain/chargement";
import { COUCHES } from "../../domain/couche";
import type { SelectionSites, SiteList } from "../../domain/genre-site";
import type { State } from "../../store/state";
import { resoudre, vuesAuChoix, vuesDe, vuesMontrees } from "./vues";

/** What is drawn, on the map as in a document: the ground, the views, the layers. */
export interface Scene {
  readonly base: BaseCarte;
  readonly vues: readonly ScaledView[];
  readonly couches: readonly CoucheChargee[];
}

/** Addresses of the bundled fonts. */
export const POLICES = { texte, gras };

/** What the map shows of a state; the same object as long as nothing drawn has changed. null until the territory is loaded, with the outlines of the level drawn. */
export const sceneDe = memoLast(
  (state: State) => [
    state.datasets.territoire,
    state.datasets.couches,
    state.document.courant.couches,
    state.document.courant.sites,
    state.document.courant.selection,
    state.document.courant.niveau,
    state.results.courant,
    vuesMontrees(state),
    state.session.volet,
  ],
  (state): Scene | null => {
    const { territoire, couches } = state.datasets;
    if (territoire === null) return null;
    const { courant } = state.document;
    const vues = vuesMontrees(state);
    const niveau = niveauDessine(vues, courant.niveau);
    const territoires = territoire.contours[niveau];
    if (territoires === undefined) return null;
    const sources = state.results.courant?.output.sources ?? [];
    return {
      base: { niveau, territoires, communes: territoire.communes, fond: territoire.fond, polices: POLICES, sources, nu: state.results.courant !== null && vuesAuChoix(vues).length === 0 },
      vues: vuesAcoteDe(state) ?? [...vues, ...sitesMontres(courant.sites, courant.selection)],
      couches: COUCHES.filter((couche) => courant.couches.includes(couche)).flatMap((couche) => couches[couche] ?? []),
    };
  },
);

/** The right side, when two of the states of the result are side by side and one of them is shown there; null otherwise. */
function vuesAcoteDe(state: State): readonly ScaledView[] | null {
  const { session: { volet }, results: { courant } } = state;
  const shown = volet === null ? undefined : vuesAuChoix(vuesMontrees(state))[0]?.view.id;
  return shown !== undefined && courant?.output.coteACote?.includes(shown) === true ? vuesDuCote(state, shown) : null;
}

/**
 * What one side of two shows: its colouring, and the points of its state alone. The sites added are among them where the result
 * tells of which state each is; other points are open after the first state.
 */
export function vuesDuCote(state: State, cote: string): readonly ScaledView[] {
  const vues = vuesMontrees(state);
  const { sites, selection } = state.document.courant;
  const dits = vues.some(({ view }) => tientCote(view));
  const premier = cote === state.results.courant?.output.coteACote?.[0];
  const points = vues.filter(({ view }) => !MARKS[view.mark].surface && (tientCote(view) || !premier));
  return [
    ...vuesDe(state).filter(({ view }) => view.id === cote),
    ...points.map((vue) => (tientCote(vue.view) ? { ...vue, view: duCote(vue.view, cote) } : vue)),
    ...sitesMontres(sites, dits ? { ...selection, ajouts: AUCUN_AJOUT } : selection),
  ];
}

const AUCUN_AJOUT: SelectionSites["ajouts"] = [];

/** The user's own sites and those added on the map: the same view as long as neither changes. */
export const sitesMontres = memoLast(
  (sites: SiteList | null, { ajouts, exclus }: SelectionSites) => [sites, ajouts, exclus],
  (sites, selection): readonly ScaledView[] => {
    const vue = vueDesSites(sites, selection);
    return vue === null ? [] : [resoudre(vue, undefined)];
  },
);
