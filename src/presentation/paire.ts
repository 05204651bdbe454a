import { cotesDe, duCote, tientCote } from "../carto/cotes";
import type { ScaledView } from "../carto/marks/mark";
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

/** Which two views a screen lays side by side: see `cotesDe`. */
function vuesDe({ output }: Charge, ecran: EcranPage): readonly [string, string] | null {
  return cotesDe((output.coteACote ?? []).filter((id) => output.views.some((view) => view.id === id && MARKS[view.mark].surface)), ecran);
}

/** What one side draws: the points of its state alone; those that do not tell of which they are open after the first state. */
function ceCote(charge: Charge, { views, ...entree }: SvgMapInput, vue: string): SvgMapInput {
  const duResultat = ({ view }: ScaledView): boolean => charge.output.views.some(({ id }) => id === view.id);
  const premier = vue === charge.output.coteACote?.[0];
  const kept = views.filter((one) => MARKS[one.view.mark].surface || !duResultat(one) || tientCote(one.view) || !premier);
  return { ...entree, views: kept.map((one) => ({ ...one, view: duCote(one.view, vue) })) };
}

/** The added sites are among the points of a result that tells of which state each is: they are not drawn again. */
function sansAjouts({ output }: Charge, ecran: EcranPage): EcranPage {
  if (!output.views.some(tientCote)) return ecran;
  const { document } = ecran;
  return { ...ecran, document: { ...document, selection: { ...document.selection, ajouts: [] } } };
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
  const seul = sansAjouts(charge, ecran);
  const entrees = vues.map((vue) => ceCote(charge, entreeDe(charge, { ...seul, vue, cadre: cadreDe(charge, ecran) }, "", "", ""), vue)) as [SvgMapInput, SvgMapInput];
  const cote = (entree: SvgMapInput) => ({ titre: titreDe(entree), dessin: { svg: dessiner(svgMapAlone(entree, DESSIN_PAIRE)), largeur: DESSIN_PAIRE.width, hauteur: DESSIN_PAIRE.height } });
  const [avant, apres] = entrees.map(({ views, couches }) => legendesDe(views, couches)) as [readonly Legende[], readonly Legende[]];
  const commune = legendeCommune(colore(avant, entrees[0]), colore(apres, entrees[1]));
  const autres = apres.filter((legende) => legende !== colore(apres, entrees[1]));
  return { cotes: [cote(entrees[0]), cote(entrees[1])], legendes: commune === null ? apres : [commune, ...autres] };
}
