import { useEffect, useMemo, useState } from "react";
import type { ScaledView } from "../../carto/marks/mark";
import type { LngLat } from "../../domain/units";
import type { lireMaille } from "../map/lire-maille";
import type { Description } from "../map/use-curseur";

/** The cells among what is on the map. */
export function maillesDe(vues: readonly ScaledView[]): ScaledView | undefined {
  return vues.find(({ view: { geometry } }) => geometry.kind === "mailles" || geometry.kind === "quadrillage");
}

/** What is said of the cell at a place while cells are on the map; reading them is loaded with the first of them. */
export function useMaille(vues: readonly ScaledView[]): ((place: LngLat) => Description | null) | undefined {
  const vue = maillesDe(vues);
  const [lire, setLire] = useState<typeof lireMaille | null>(null);
  const attendue = vue !== undefined && lire === null;
  useEffect(() => {
    if (attendue) void import("../map/lire-maille").then((module) => setLire(() => module.lireMaille));
  }, [attendue]);
  return useMemo(() => (vue === undefined || lire === null ? undefined : (place: LngLat) => lire(vue, place)), [vue, lire]);
}
