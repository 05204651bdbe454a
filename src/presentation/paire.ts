import { MARKS } from "../carto/marks/registry";
import type { Legende } from "../documents/pages/feuille";
import type { SvgMapInput } from "../documents/svg-map/input";
import { svgMapAlone } from "../documents/svg-map/svg-map";
import { PAGE } from "../textes/pages";
import { type Charge, entreeDe } from "./entree";
import { legendesDe } from "./legendes";
import type { Capture, EcranPage } from "./page";

/** Size of each of two maps, in drawing units: the room that a legend leaves to both. */
const DESSIN_PAIRE = { width: 290, height: 330 } as const;

/** One legend for both: what each class holds before, then after, in inhabitants where they are known. */
function legendeCommune(avant: Legende | undefined, apres: Legende | undefined): Legende | null {
  if (avant === undefined || apres === undefined) return null;
  const habitants = avant.habitants !== "" && apres.habitants !== "";
  const compte = (legende: Legende, rang: number): number | null => (habitants ? legende.lignes[rang]?.habitants : legende.lignes[rang]?.compte) ?? null;
  const lignes = apres.lignes.map((ligne, rang) => ({ ...ligne, compte: compte(avant, rang), habitants: compte(apres, rang) }));
  return { ...apres, titre: PAGE.memeEchelle, compte: PAGE.avant, habitants: PAGE.apres, lignes, notes: [...apres.notes, PAGE.colonnes(habitants ? apres.habitants : apres.compte)] };
}

/** Which two views a screen lays side by side: the first state, and the one it shows, else the second. */
function vuesDe({ output }: Charge, { vue }: EcranPage): readonly [string, string] | null {
  const [avant, ...autres] = (output.coteACote ?? []).filter((id) => output.views.some((view) => view.id === id && MARKS[view.mark].surface));
  const apres = autres.find((id) => id === vue) ?? autres[0];
  return avant === undefined || apres === undefined ? null : [avant, apres];
}

const titreDe = ({ views }: SvgMapInput): string => views.find(({ view }) => MARKS[view.mark].surface)?.view.title ?? "";

/** The place that the screen showed; the territory alone where all of it was seen, for two maps have less room than a screen. */
function cadreDe({ territoire: { bbox } }: Charge, { cadre }: EcranPage): EcranPage["cadre"] {
  const whole = cadre !== null && cadre[0] <= bbox[0] && cadre[1] <= bbox[1] && cadre[2] >= bbox[2] && cadre[3] >= bbox[3];
  return whole ? null : cadre;
}

/** The legend of the view that colours the ground, named by its title: sites and layers keep their own. */
const colore = (legendes: readonly Legende[], entree: SvgMapInput): Legende | undefined => legendes.find(({ titre }) => titre === titreDe(entree));

/**
 * The two states of a result that compares, drawn on the same frame and the same classes.
 * @param dessiner makes a drawing fit to be kept
 */
export function paireDe(charge: Charge, ecran: EcranPage, dessiner: (svg: string) => string): Capture["paire"] {
  const vues = vuesDe(charge, ecran);
  if (vues === null) return null;
  const entrees = vues.map((vue) => entreeDe(charge, { ...ecran, vue, cadre: cadreDe(charge, ecran) }, "", "", "")) as [SvgMapInput, SvgMapInput];
  // What the result opens is not there before.
  entrees[0] = { ...entrees[0], views: entrees[0].views.filter(({ view }) => MARKS[view.mark].surface || !charge.output.views.some(({ id }) => id === view.id)) };
  const cote = (entree: SvgMapInput) => ({ titre: titreDe(entree), dessin: { svg: dessiner(svgMapAlone(entree, DESSIN_PAIRE)), largeur: DESSIN_PAIRE.width, hauteur: DESSIN_PAIRE.height } });
  const [avant, apres] = entrees.map(({ views, couches }) => legendesDe(views, couches)) as [readonly Legende[], readonly Legende[]];
  const commune = legendeCommune(colore(avant, entrees[0]), colore(apres, entrees[1]));
  const autres = apres.filter((legende) => legende !== colore(apres, entrees[1]));
  return { cotes: [cote(entrees[0]), cote(entrees[1])], legendes: commune === null ? apres : [commune, ...autres] };
}
