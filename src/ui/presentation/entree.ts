import { findDescription } from "../../analyses/descriptions";
import { enCarres } from "../../carto/quadrillage";
import type { SvgMapInput } from "../../documents/svg-map/input";
import type { State } from "../../store/state";
import { formatJour } from "../../textes/interface";
import { sentenceText } from "../../textes/sentences";
import { sceneDe } from "../app/scene";

/**
 * What a drawing of the present screen shows and says; null until the territory is loaded.
 * @param polices to embed in a file; null for what is drawn within the page
 */
export function entreeDe(etat: State, instant: number, polices: SvgMapInput["polices"]): SvgMapInput | null {
  const scene = sceneDe(etat);
  const { territoire } = etat.datasets;
  if (scene === null || territoire === null) return null;
  const { base, vues, couches } = scene;
  const output = etat.results.courant?.output;
  const { sujet } = etat.session;
  return {
    titre: [findDescription(etat.document.courant.analyse)?.label, territoire.territoire.nom].filter(Boolean).join(" · "),
    phrase: output === undefined ? "" : sentenceText(output.summary),
    niveau: base.niveau,
    territoires: base.territoires,
    communes: base.communes,
    fond: etat.datasets.fond,
    views: vues.map(enCarres),
    couches,
    sources: base.sources,
    bbox: territoire.bbox,
    date: formatJour(instant),
    choisi: sujet?.genre === "territoire" && sujet.niveau === base.niveau ? sujet.code : null,
    polices,
  };
}
