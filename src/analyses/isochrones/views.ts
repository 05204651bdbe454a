import type { FeatureCollection, Geometry } from "geojson";
import { paletteColors } from "../../carto/palettes";
import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import { nomOrigine } from "../../domain/origine-minutes";
import { type Table, textValues } from "../../domain/table";
import type { Comparaison } from "./mesure";
import { tableMoteur } from "./tables";

/** One class a limit: the nearest ground is the darkest, what is beyond the last one is bare paper. */
function scaleOf(noms: readonly string[]): ScaleSpec {
  const colors = paletteColors("ylgnbu", noms.length, true);
  return { kind: "categories", categories: noms.map((nom, i) => ({ value: nom, label: nom, color: colors[i] ?? "", pattern: "plein" })) };
}

/** Outlines over the colours of our own zones: the warm end of another palette, dark enough to be seen on any of them. */
function outlineScale(noms: readonly string[]): ScaleSpec {
  const colors = paletteColors("orrd", noms.length + 2, true);
  return { kind: "categories", categories: noms.map((nom, i) => ({ value: nom, label: nom, color: colors[i] ?? "", pattern: "plein" })) };
}

/** The shapes of the rows of a table, in the given order of rows. */
function featuresOf(table: Table, shapes: readonly Geometry[], rows: readonly number[]): FeatureCollection {
  const [codes, noms] = [textValues(table, "code"), textValues(table, "nom")];
  return {
    type: "FeatureCollection",
    features: rows.flatMap((row) => {
      const geometry = shapes[row];
      return geometry === undefined ? [] : [{ type: "Feature" as const, properties: { code: codes[row], nom: noms[row] }, geometry }];
    }),
  };
}

/**
 * Zones first, then the roads reached: two readings of the same table, whose rows are the limits, ascending.
 * @param compared others are drawn over them: their titles say whose they are
 */
export function isochronesViews(table: Table, zones: readonly Geometry[], routes: readonly Geometry[], quality: View["quality"], compared: boolean): readonly View[] {
  const titled = (title: string): string => (compared ? `${title} (Maillage)` : title);
  const noms = textValues(table, "nom").map((nom) => nom ?? "");
  const common = { table, column: "nom", unit: "minutes", digits: 0, scale: scaleOf(noms), quality } as const;
  // The widest first: each is drawn over those that hold it.
  const widestFirst = noms.map((_, row) => row).toReversed();
  return [
    { ...common, id: "zones", title: titled("Temps de trajet par la route"), mark: "isoline", geometry: { kind: "polygones", features: featuresOf(table, zones, widestFirst) } },
    { ...common, id: "routes", title: titled("Routes atteintes"), mark: "line", geometry: { kind: "lignes", features: featuresOf(table, routes, widestFirst) } },
  ];
}

/** The zones of an outside engine, outlined over ours. */
export function vueMoteur(comparaison: Comparaison): View {
  const { zones, moteur: { origine, source } } = comparaison;
  const table = tableMoteur(comparaison);
  const noms = textValues(table, "nom").map((nom) => nom ?? "");
  return {
    id: "zones-moteur",
    title: `Contours : ${nomOrigine(origine) ?? ""}`,
    table,
    column: "nom",
    unit: "minutes",
    digits: 0,
    scale: outlineScale(noms),
    quality: source.quality,
    mark: "contour",
    geometry: { kind: "polygones", features: featuresOf(table, zones, noms.map((_, row) => row).toReversed()) },
  };
}
