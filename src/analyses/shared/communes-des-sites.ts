import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { SiteList } from "../../domain/genre-site";
import type { Perimetre } from "../../domain/perimetre";
import type { Donnees, ResourceName } from "../../domain/ressource";
import { featuresOf } from "../../geo/outlines";
import { tagPoints } from "../../geo/point-index";

/** Outlines that hold the territory: the fine ones where they exist. */
export function contoursDe({ territoire }: Perimetre): ResourceName {
  const hauteVienne = (territoire.genre === "departement" && territoire.code === "87") || (territoire.genre === "commune" && territoire.code.startsWith("87"));
  return hauteVienne ? "contours-87" : "contours-na";
}

/** Commune of each site of a user's list: as the list says, else the outline that holds it; null outside them all. */
export function communesDesSites(sites: SiteList, donnees: Donnees, perimetre: Perimetre): readonly (string | null)[] {
  const topology = donnees[contoursDe(perimetre)]?.topologie;
  if (topology === undefined) throw new Error(`resource « ${contoursDe(perimetre)} » is read but holds no topology`);
  const outlines = featuresOf(topology, "communes") as FeatureCollection<Polygon | MultiPolygon>;
  const tags = tagPoints(outlines, sites.lon, sites.lat);
  return sites.communes.map((known, index) => known ?? (outlines.features[tags[index] ?? -1]?.properties?.["code"] as string | undefined) ?? null);
}
