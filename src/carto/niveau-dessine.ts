import type { Niveau } from "../domain/perimetre";
import type { ScaledView } from "./marks/mark";

/** The level drawn is that of the result, which may be older than the one asked for. */
export function niveauDessine(vues: readonly ScaledView[], voulu: Niveau): Niveau {
  for (const { view } of vues) if (view.geometry.kind === "territoires") return view.geometry.niveau;
  return voulu;
}
