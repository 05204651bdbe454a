import { INK } from "../../../carto/palettes";
import type { Frame } from "../../svg-map/projection";
import { wrapWithin } from "../../svg-map/text-fit";
import { textLine } from "../../svg-map/xml";
import type { CorpsParGenre, Cote } from "../feuille";
import { corpsLegendes, ECART, LEGENDE, poser } from "./carte";

type AvantApres = CorpsParGenre["avant-apres"];

/** Height of the name above a map. */
export const NOM = 20;
const TAILLE = 12;

/** Frames of the two maps, the name above each left out, and what is left for the legend. */
export function partagerPaire({ cotes: [{ dessin }] }: AvantApres, frame: Frame): { readonly cartes: readonly [Frame, Frame]; readonly legende: Frame } {
  const echelle = Math.min((frame.width - LEGENDE - 2 * ECART) / 2 / dessin.largeur, (frame.height - NOM) / dessin.hauteur);
  const [width, height] = [dessin.largeur * echelle, dessin.hauteur * echelle];
  const cartes = [0, 1].map((rang) => ({ x: frame.x + rang * (width + ECART), y: frame.y + NOM, width, height })) as [Frame, Frame];
  const x = cartes[1].x + width + ECART;
  return { cartes, legende: { x, y: frame.y, width: frame.x + frame.width - x, height: frame.height } };
}

/** Two states of a map side by side, on the classes of one legend. */
export function corpsAvantApres(corps: AvantApres, frame: Frame): string {
  const { cartes, legende } = partagerPaire(corps, frame);
  const cote = ({ titre, dessin }: Cote, rang: 0 | 1): string =>
    textLine(cartes[rang].x, cartes[rang].y - 7, wrapWithin(titre, cartes[rang].width, TAILLE, 1)[0] ?? "", { size: TAILLE, bold: true, fill: INK }) + poser(dessin, cartes[rang], rang === 0 ? "" : "apres-");
  return cote(corps.cotes[0], 0) + cote(corps.cotes[1], 1) + corpsLegendes(corps.legendes, legende);
}
