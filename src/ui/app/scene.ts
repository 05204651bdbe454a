import texte from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import gras from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url";
import type { BaseCarte } from "../../carto/compose-style";
import type { ScaledView } from "../../carto/marks/mark";
import { memoLast } from "../../carto/memo";
import type { CoucheChargee } from "../../domain/chargement";
import { COUCHES } from "../../domain/couche";
import type { SelectionSites, SiteAjoute, SiteList } from "../../domain/genre-site";
import type { Niveau } from "../../domain/perimetre";
import type { TextColumn } from "../../domain/table";
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

/** The level drawn is that of the result on screen, which may be older than the one asked for. */
function niveauDessine(vues: readonly ScaledView[], voulu: Niveau): Niveau {
  for (const { view } of vues) if (view.geometry.kind === "territoires") return view.geometry.niveau;
  return voulu;
}

/** What the map shows of a state; the same object as long as nothing drawn has changed. null until the territory is loaded. */
export const sceneDe = memoLast(
  (state: State) => [
    state.datasets.territoire,
    state.datasets.fond,
    state.datasets.couches,
    state.document.courant.couches,
    state.document.courant.sites,
    state.document.courant.selection,
    state.document.courant.niveau,
    state.results.courant,
    vuesMontrees(state),
  ],
  (state): Scene | null => {
    const { territoire, fond, couches } = state.datasets;
    if (territoire === null) return null;
    const { courant } = state.document;
    const vues = vuesMontrees(state);
    const niveau = niveauDessine(vues, courant.niveau);
    const sources = state.results.courant?.output.sources ?? [];
    return {
      base: { niveau, territoires: territoire.contours[niveau], communes: territoire.communes, fond, polices: POLICES, sources },
      vues: [...vues, ...vueDesSites(courant.sites, courant.selection)],
      couches: COUCHES.filter((couche) => courant.couches.includes(couche)).flatMap((couche) => couches[couche] ?? []),
    };
  },
);

function colonneTexte(name: string, values: readonly (string | null)[]): TextColumn {
  return { name, label: name, type: "texte", values };
}

function pointsDe(liste: SiteList | null, ajouts: readonly SiteAjoute[]): Pick<SiteList, "ids" | "noms" | "lon" | "lat"> {
  return {
    ids: [...(liste?.ids ?? []), ...ajouts.map(({ id }) => id)],
    noms: [...(liste?.noms ?? []), ...ajouts.map(({ nom }) => nom)],
    lon: Float64Array.of(...(liste?.lon ?? []), ...ajouts.map(({ lon }) => lon)),
    lat: Float64Array.of(...(liste?.lat ?? []), ...ajouts.map(({ lat }) => lat)),
  };
}

/** The user's own sites and those added on the map, as a view of points: they belong to no layer of the package. None when there is none. */
export const vueDesSites = memoLast(
  (sites: SiteList | null, { ajouts, exclus }: SelectionSites) => [sites, ajouts, exclus],
  (liste, { ajouts, exclus }): readonly ScaledView[] => {
    const sites = pointsDe(liste, ajouts.filter(({ id }) => !exclus.includes(id)));
    if (sites.ids.length === 0) return [];
    const vue = resoudre(
      {
        id: "mes-sites",
        title: "",
        table: {
          id: "mes-sites",
          length: sites.ids.length,
          columns: [
            colonneTexte("code", sites.ids),
            colonneTexte("nom", sites.noms),
            colonneTexte("genre", sites.ids.map(() => "site")),
            { name: "lon", label: "lon", type: "nombre", values: sites.lon, unit: "degres", digits: 5 },
            { name: "lat", label: "lat", type: "nombre", values: sites.lat, unit: "degres", digits: 5 },
          ],
        },
        geometry: { kind: "points" },
        mark: "symbol",
        column: "genre",
        unit: "nombre",
        digits: 0,
        scale: { kind: "categories", categories: [{ value: "site", label: "", color: "#37424d", pattern: "plein" }] },
        quality: "derive",
      },
      undefined,
    );
    return [vue];
  },
);
