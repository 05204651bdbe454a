import type { SelectionSites, SiteAjoute, SiteList } from "../domain/genre-site";
import type { TextColumn } from "../domain/table";
import type { View } from "./view";

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

/** The user's own sites and those added on the map, as a view of points: they belong to no layer of the package. Null when there is none. */
export function vueDesSites(liste: SiteList | null, { ajouts, exclus }: SelectionSites): View | null {
  const sites = pointsDe(liste, ajouts.filter(({ id }) => !exclus.includes(id)));
  if (sites.ids.length === 0) return null;
  return {
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
  };
}
