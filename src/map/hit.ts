import type { LayerSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { MapTarget, RoleCouche } from "../carto/map-model";

/**
 * Half sides of the boxes searched around the pointer, in CSS pixels, one after the other until something is
 * there: what is really under the pointer first, then all that a finger may have meant (44 × 44).
 */
const REACH = { mouse: [6], touch: [6, 22] } as const;
export type PointerKind = keyof typeof REACH;

/** Symbols closer to each other than this, in CSS pixels, cannot be told apart: repeated clicks take turns. */
const SAME_PLACE = 3;

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}
export type ScreenBox = [[number, number], [number, number]];

/** The boxes in which a symbol counts as hit, the narrowest first. */
export function hitBoxes({ x, y }: ScreenPoint, pointer: PointerKind): readonly ScreenBox[] {
  return REACH[pointer].map((reach) => [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ]);
}

/** A symbol found in the box: where it is drawn, and what it stands for. */
export interface Candidate<T> {
  readonly at: ScreenPoint;
  readonly key: string;
  /** Symbols are drawn over circles: they come first. */
  readonly symbol: boolean;
  readonly value: T;
}

/**
 * The candidate nearest to the pointer, a symbol rather than a circle. When several stand at that very place, the one after `previous`
 * (the key of the last hit) in alphabetical order of keys, so that clicking again reaches each of them.
 */
export function pickNearest<T>(
  all: readonly Candidate<T>[],
  pointer: ScreenPoint,
  previous: string | null,
): Candidate<T> | null {
  const symbols = all.filter(({ symbol }) => symbol);
  const candidates = symbols.length > 0 ? symbols : all;
  const distance = ({ at }: Candidate<T>): number => Math.hypot(at.x - pointer.x, at.y - pointer.y);
  const nearest = candidates.reduce<Candidate<T> | null>((a, b) => (a === null || distance(b) < distance(a) ? b : a), null);
  if (nearest === null) return null;
  const here = candidates
    .filter(({ at }) => Math.hypot(at.x - nearest.at.x, at.y - nearest.at.y) <= SAME_PLACE)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const turn = here.findIndex(({ key }) => key === previous);
  return turn === -1 ? nearest : (here[(turn + 1) % here.length] ?? nearest);
}

/** The style's layers that answer the pointer, by role. */
export interface RoleLayers {
  readonly territoires: readonly string[];
  /** Points and clusters: they come before territories. */
  readonly points: readonly string[];
}

export function roleLayers(style: StyleSpecification): RoleLayers {
  const idsWhere = (keep: (role: RoleCouche | null) => boolean): string[] =>
    style.layers.filter((layer) => keep(roleOf(layer))).map(({ id }) => id);
  return {
    territoires: idsWhere((role) => role?.role === "territoire"),
    points: idsWhere((role) => role?.role === "point" || role?.role === "grappe"),
  };
}

/** The role a layer declares in its metadata, null for decoration. */
export function roleOf(layer: Pick<LayerSpecification, "metadata">): RoleCouche | null {
  const metadata = layer.metadata as Partial<RoleCouche> | undefined;
  return metadata?.role === undefined ? null : (metadata as RoleCouche);
}

/** What a rendered feature stands for; null when it lacks the properties its role promises (a cluster has none). */
export function targetOf(role: RoleCouche | null, properties: Readonly<Record<string, unknown>> | null): MapTarget | null {
  const nom = String(properties?.["nom"] ?? "");
  if (role?.role === "territoire" && properties?.["code"] !== undefined) return { kind: "territoire", code: String(properties["code"]), nom };
  if (role?.role === "point" && properties?.["id"] !== undefined) return { kind: "point", couche: role.couche, id: String(properties["id"]), nom };
  return null;
}

/** Same string for the same target: hover events are not repeated. */
export function targetKey(target: MapTarget | null): string | null {
  if (target === null) return null;
  return target.kind === "territoire" ? `territoire/${target.code}` : `${target.couche}/${target.id}`;
}
