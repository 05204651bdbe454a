import { COULEUR_MEDECIN } from "../carto/couche-parts";
import { countedIn, type LegendRow, legendRows } from "../carto/legend";
import { CIRCLE_OPACITY } from "../carto/marks/circle";
import type { ScaledView } from "../carto/marks/mark";
import { MARKS } from "../carto/marks/registry";
import { INK } from "../carto/palettes";
import { ZONE_STYLES } from "../carto/patterns";
import { symbolOfGenre, symbolsOfCouche } from "../carto/symbols";
import type { CoucheChargee } from "../domain/chargement";
import { COUCHES, ORIGINE_COUCHE, type OrigineCouche } from "../domain/couche";
import { ZONES } from "../domain/fiche";
import type { Echantillon, Legende, LigneLegende } from "../documents/pages/feuille";
import { COUCHE_TEXTE, coucheCount, SYMBOLE_TEXTE, ZONE_TEXTE } from "../textes/couches";
import { CARTE_DESSINEE, circleLabel, countHead, legendLabel, unitLabel } from "../textes/legende";
import { PAGE } from "../textes/pages";

/** What a patterned zone comes to when only a flat colour can be had. */
const OPACITE_ZONE = 0.45;

const APLAT: Echantillon = { forme: "aplat", couleur: INK, opacite: 1, motif: "plein", rayon: 0, symbole: null };

/** As on the map, transparency included: the same colour to the eye. */
function echantillonDe({ view, scale }: ScaledView, { color, pattern, radius, classIndex }: LegendRow): Echantillon {
  if (radius !== null) return { ...APLAT, forme: "cercle", couleur: color, opacite: CIRCLE_OPACITY, rayon: radius };
  if (view.mark === "numero") return { ...APLAT, forme: "cercle", couleur: color, rayon: 7 };
  if (view.mark === "symbol" && scale.kind === "categories") return { ...APLAT, forme: "symbole", couleur: color, symbole: symbolOfGenre(scale.categories[classIndex]?.value) };
  if (MARKS[view.mark].trait === true) return { ...APLAT, forme: "trait", couleur: color };
  const motif = view.quality === "illustratif" && classIndex >= 0 ? "hachures" : pattern;
  return { ...APLAT, couleur: color, opacite: MARKS[view.mark].opacity, motif };
}

/** The legend of a view, from the rows the screen shows. */
function legendeVue(scaled: ScaledView): Legende {
  const { view, scale } = scaled;
  const digits = scale.kind === "classes" ? scale.digits : view.digits;
  const rows = legendRows(view, scale);
  const lignes = rows.map((row): LigneLegende => {
    const compte = row.radius === null || row.count > 0;
    return {
      echantillon: echantillonDe(scaled, row),
      libelle: row.radius === null ? legendLabel(row, view.unit, digits) : circleLabel(row.to, view.unit, view.digits),
      compte: compte ? row.count : null,
      habitants: compte ? row.habitants : null,
    };
  });
  const habitants = rows.some((row) => row.habitants !== null) ? CARTE_DESSINEE.habitants : "";
  return { titre: view.title, unite: view.unitText ?? unitLabel(view.unit), qualite: view.quality, compte: countHead(countedIn(view)), habitants, lignes, notes: [] };
}

const ligne = (echantillon: Echantillon, libelle: string): LigneLegende => ({ echantillon, libelle, compte: null, habitants: null });

/** How a kind of layer stands in the legend: one line a kind. */
const LIGNES: Readonly<Record<OrigineCouche["kind"], (couche: CoucheChargee) => readonly LigneLegende[]>> = {
  zonage: () => ZONES.map((zone) => ligne({ ...APLAT, forme: "motif", couleur: ZONE_STYLES[zone].color, opacite: OPACITE_ZONE, motif: ZONE_STYLES[zone].pattern }, `${zone}, ${ZONE_TEXTE[zone]}`)),
  limites: ({ couche }) => [ligne({ ...APLAT, forme: "trait" }, COUCHE_TEXTE[couche].nom)],
  perimetres: ({ couche, count }) => [ligne({ ...APLAT, forme: "trait" }, coucheCount(couche, count) ?? COUCHE_TEXTE[couche].nom)],
  medecins: ({ couche }) => [ligne({ ...APLAT, forme: "cercle", couleur: COULEUR_MEDECIN, opacite: 0.45, rayon: 7 }, COUCHE_TEXTE[couche].nom)],
  points: ({ couche, features, count }) => {
    const present = new Set(features.features.map(({ properties }) => String(properties?.["genre"])));
    const symbols = symbolsOfCouche(couche).filter((symbol, _, all) => all.length === 1 || present.has(symbol));
    return symbols.map((symbole) => {
      const words = symbols.length === 1 ? coucheCount(couche, count) : (SYMBOLE_TEXTE as Readonly<Record<string, string>>)[symbole];
      return ligne({ ...APLAT, forme: "symbole", symbole }, words ?? COUCHE_TEXTE[couche].nom);
    });
  },
};

/** Every legend of a drawn map: its views, then its layers in one block with what must be known of them. */
export function legendesDe(views: readonly ScaledView[], couches: readonly CoucheChargee[]): readonly Legende[] {
  const vues = views.filter(({ view }) => view.title !== "").map(legendeVue);
  const shown = couches.toSorted((a, b) => COUCHES.indexOf(b.couche) - COUCHES.indexOf(a.couche));
  const lignes = shown.flatMap((couche) => LIGNES[ORIGINE_COUCHE[couche.couche].kind](couche));
  const notes = shown.map(({ couche }) => COUCHE_TEXTE[couche].note).filter((note) => note !== "");
  return lignes.length === 0 ? vues : [...vues, { titre: PAGE.couches, unite: "", qualite: null, compte: "", habitants: "", lignes, notes }];
}
