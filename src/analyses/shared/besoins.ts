import { NIVEAU_IMPORTE, type Perimetre } from "../../domain/perimetre";
import type { Analysis, Besoin, Params } from "../analysis";

/** Resources to load: those of the analysis, and the perimeters when results are read by them. */
export function besoinsDe(analyse: Analysis, params: Params, perimetre: Perimetre, liste: boolean): readonly Besoin[] {
  const needs = analyse.needs(params, perimetre, liste);
  return perimetre.niveau !== NIVEAU_IMPORTE || needs.some(({ ressource }) => ressource === "cpts") ? needs : [...needs, { ressource: "cpts", etendue: "tout" }];
}
