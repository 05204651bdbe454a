import texte from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import gras from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url";
import type { BaseCarte } from "../../carto/compose-style";
import type { ScaledView } from "../../carto/marks/mark";
import { memoLast } from "../../carto/memo";
import { niveauDessine } from "../../carto/niveau-dessine";
import { vueDesSites } from "../../carto/vue-des-sites";
import type { CoucheChargee } from "../../domain/chargement";
import { COUCHES } from "../../domain/couche";
import type { SelectionSites, SiteList } from "../../domain/genre-site";
import type { State } from "../../store/state";
import { resoudre, vuesMontrees } from "./vues";

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
      base: { niveau, territoires, communes: territoire.communes, fond: territoire.fond, polices: POLICES, sources },
      vues: [...vues, ...sitesMontres(courant.sites, courant.selection)],
      couches: COUCHES.filter((couche) => courant.couches.includes(couche)).flatMap((couche) => couches[couche] ?? []),
    };
  },
);

/** The user's own sites and those added on the map: the same view as long as neither changes. */
export const sitesMontres = memoLast(
  (sites: SiteList | null, { ajouts, exclus }: SelectionSites) => [sites, ajouts, exclus],
  (sites, selection): readonly ScaledView[] => {
    const vue = vueDesSites(sites, selection);
    return vue === null ? [] : [resoudre(vue, undefined)];
  },
);
