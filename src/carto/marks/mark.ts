import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import type { MapImage, Quadrillage } from "../map-model";
import type { Scale } from "../scale";
import type { Etage, FeatureState } from "../style-parts";
import type { MarkId, View } from "../view";

/** A view with its resolved scale: everything a drawing needs. */
export interface ScaledView {
  readonly view: View;
  readonly scale: Scale;
}

/** Where a mark finds the geometry of its rows. */
export interface Ground {
  /** Outlines of the territories of the view's level, properties `code` and `nom`. */
  readonly territoires: FeatureCollection;
  /** One point a territory, same properties. */
  readonly reperes: FeatureCollection;
}

/** A way of drawing a view. Marks are a registry: nothing else knows how many there are. */
export interface Mark {
  readonly id: MarkId;
  /** Whether it colours the ground: of such views one at a time is on the map, the reader chooses. */
  readonly surface: boolean;
  /** It draws outlines and fills nothing: so are its samples in a legend. */
  readonly trait?: true;
  /** How much of its colours hides the ground: the legend shows the colour one sees. */
  readonly opacity: number;
  /** Source whose features carry the states of the view's rows. */
  source(view: View): string;
  /** The features of that source; null when it is the territories' own, which is there already. */
  features(view: View, ground: Ground): FeatureCollection | null;
  /** The cells its source paints, for a mark that has tiles instead of features. `classe`: that of the legend under the pointer. */
  quadrillage?(scaled: ScaledView, classe: number | null): Quadrillage | null;
  layers(scaled: ScaledView): readonly { readonly etage: Etage; readonly layer: LayerSpecification }[];
  images(scaled: ScaledView): Readonly<Record<string, MapImage>>;
  /** State of each feature, by code. `dimmed`: the legend's class under the pointer is another one. */
  state(scaled: ScaledView, value: number | string | null, dimmed: boolean): FeatureState;
}
