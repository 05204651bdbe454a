import type { FeatureCollection } from "geojson";
import type { MapModel, MapTarget, RoleCouche } from "../../carto/map-model";
import { territoirePoints } from "../../carto/points";
import type { LngLat } from "../../domain/units";

/** Something the keyboard can reach, and where it stands (EPSG:4326). */
export interface Lieu {
  readonly cible: MapTarget;
  readonly place: LngLat;
}

export interface Lieux {
  readonly territoires: readonly Lieu[];
  readonly points: readonly Lieu[];
}

export type Direction = "nord" | "sud" | "est" | "ouest";

/** The territories and the sites (symbols, not circles) that a model shows, once each, read from its layers' roles. */
export function lieuxDe(model: Pick<MapModel, "style" | "data">): Lieux {
  const territoires = new Map<string, Lieu>();
  const points = new Map<string, Lieu>();
  for (const layer of model.style.layers) {
    const role = layer.metadata as RoleCouche | undefined;
    const features = "source" in layer ? model.data[layer.source] : undefined;
    if (features === undefined) continue;
    if (role?.role === "territoire") {
      ajouter(territoires, territoirePoints(features), "code", (code, nom) => ({ kind: "territoire", code, nom }));
    } else if (role?.role === "point" && layer.type === "symbol") {
      ajouter(points, features, "id", (id, nom) => ({ kind: "point", couche: role.couche, id, nom }));
    }
  }
  return { territoires: [...territoires.values()], points: [...points.values()] };
}

function ajouter(
  lieux: Map<string, Lieu>,
  { features }: FeatureCollection,
  colonne: "code" | "id",
  cible: (cle: string, nom: string) => MapTarget,
): void {
  for (const { geometry, properties } of features) {
    const cle: unknown = properties?.[colonne];
    if (typeof cle !== "string" || geometry.type !== "Point") continue;
    const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates;
    lieux.set(cle, { cible: cible(cle, String(properties?.["nom"] ?? "")), place: [lon, lat] });
  }
}

/** Degrees east and north of `de`, longitudes shortened as they are at this latitude. */
function ecart([lon, lat]: LngLat, de: LngLat): { readonly x: number; readonly y: number } {
  return { x: (lon - de[0]) * Math.cos((de[1] * Math.PI) / 180), y: lat - de[1] };
}

/** From the nearest to the farthest. */
export function parDistance(lieux: readonly Lieu[], de: LngLat): readonly Lieu[] {
  const distance = ({ place }: Lieu): number => {
    const { x, y } = ecart(place, de);
    return Math.hypot(x, y);
  };
  return lieux.toSorted((a, b) => distance(a) - distance(b));
}

const AXES: Record<Direction, (x: number, y: number) => readonly [devant: number, cote: number]> = {
  nord: (x, y) => [y, x],
  sud: (x, y) => [-y, x],
  est: (x, y) => [x, y],
  ouest: (x, y) => [-x, y],
};

/** How much dearer it is to go sideways than straight on, when choosing the neighbour in a direction. */
const PRIX_DU_COTE = 2;

/** The nearest place within the quarter that the direction opens; null at the edge. */
export function voisin(lieux: readonly Lieu[], de: LngLat, direction: Direction): Lieu | null {
  let mieux: Lieu | null = null;
  let prix = Infinity;
  for (const lieu of lieux) {
    const { x, y } = ecart(lieu.place, de);
    const [devant, cote] = AXES[direction](x, y);
    const cout = devant + PRIX_DU_COTE * Math.abs(cote);
    if (devant > 0 && Math.abs(cote) <= devant && cout < prix) {
      mieux = lieu;
      prix = cout;
    }
  }
  return mieux;
}
