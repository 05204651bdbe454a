import type { Feature } from "geojson";
import { type Aire, BORNES_ECART, type CalageCharge, type CarteEcarts, type EcartsDepartement } from "../../domain/calage";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Dataset, ResourceName } from "../../domain/ressource";
import { numberValues, type Table, textValues } from "../../domain/table";
import { fitProjection, pathOf } from "../../documents/svg-map/projection";
import { dissolve } from "../../geo/dissolve";
import { bboxOf } from "../../geo/outlines";
import type { Loader } from "../loader";

const LARGEUR = 260;
const HAUTEUR = 360;
const MARGE = 2;
const SANS_DONNEE = "sans";

/** Rank of the class of a residual: ]a ; b]. */
function classOf(ecart: number): number {
  const at = BORNES_ECART.findIndex((borne) => ecart <= borne);
  return at < 0 ? BORNES_ECART.length : at;
}

const codesOf = (table: Table): readonly string[] => textValues(table, "code").map((code) => code ?? "");

/** The communes of each class, merged: a few paths instead of four thousand. */
function dessiner(topologie: NonNullable<Dataset["topologie"]>, classes: ReadonlyMap<string, number>): CarteEcarts | null {
  const counts = new Map<string, number>();
  const keyOf = (code: string): string => String(classes.get(code) ?? SANS_DONNEE);
  const groups = dissolve(topologie, "communes", (code) => {
    counts.set(keyOf(code), (counts.get(keyOf(code)) ?? 0) + 1);
    return keyOf(code);
  });
  const departements = dissolve(topologie, "communes", (code) => code.slice(0, 2));
  const bbox = bboxOf(departements);
  if (bbox === null) return null;
  const projection = fitProjection(bbox, { x: 0, y: 0, width: LARGEUR, height: HAUTEUR }, MARGE);
  const paths = new Map(groups.features.map((group: Feature) => [String(group.properties?.["code"]), pathOf(group, projection)]));
  const aire = (key: string): Aire => ({ chemin: paths.get(key) ?? "", communes: counts.get(key) ?? 0 });
  return {
    largeur: LARGEUR,
    hauteur: HAUTEUR,
    classes: Array.from({ length: BORNES_ECART.length + 1 }, (_, rank) => aire(String(rank))),
    sansDonnee: aire(SANS_DONNEE),
    limites: departements.features.map((one) => pathOf(one, projection)).join(""),
  };
}

function figures({ table }: Dataset): readonly EcartsDepartement[] {
  const column = (name: string): Float64Array => numberValues(table, name);
  const [n, biais, mae, r, cinq, classe] = ["n", "biais", "mae", "r", "cinq", "classe"].map(column);
  const lectures = textValues(table, "lecture");
  return textValues(table, "dep").map((dep, row) => {
    const at = (values: Float64Array | undefined): number => values?.[row] ?? Number.NaN;
    return { dep: dep ?? "", lecture: lectures[row] === "ecarte" ? "ecarte" : "maillage", n: at(n), biais: at(biais), mae: at(mae), r: at(r), cinq: at(cinq), classe: at(classe) };
  });
}

/** Communes whose METRIC trip the graph cannot take, by name. */
function communesApart(calage: Table, communes: Table): CalageCharge["aPart"] {
  const noms = new Map(codesOf(communes).map((code, row) => [code, textValues(communes, "nom")[row] ?? code]));
  const codes = codesOf(calage);
  const [metric, ecarte] = [numberValues(calage, "metric"), numberValues(calage, "ecarte")];
  return textValues(calage, "apart").flatMap((raison, row) => {
    const code = codes[row] ?? "";
    return raison === null ? [] : [{ nom: noms.get(code) ?? code, metric: metric[row] ?? Number.NaN, ecarte: ecarte[row] ?? Number.NaN }];
  });
}

/** Our minutes against METRIC's: the communes, the figures, the map drawn. Refused when a file is missing. */
export async function lireCalage(loader: Loader): Promise<Outcome<CalageCharge>> {
  const read = (name: ResourceName): Promise<Outcome<Dataset>> => loader.dataset(name, "tout");
  const [calage, departements, communes, contours] = await Promise.all([read("calage"), read("calage-departements"), read("communes"), read("contours-na")]);
  if (!calage.ok) return calage;
  if (!departements.ok) return departements;
  if (!communes.ok) return communes;
  if (!contours.ok) return contours;
  const { table, provenance } = calage.value;
  const { topologie } = contours.value;
  const [metric, ecarte] = [numberValues(table, "metric"), numberValues(table, "ecarte")];
  const classes = new Map(codesOf(table).map((code, row) => [code, classOf((ecarte[row] ?? 0) - (metric[row] ?? 0))]));
  const carte = topologie === undefined ? null : dessiner(topologie, classes);
  if (carte === null) return failure(issue("ressource-illisible", "erreur", { ressource: "contours-na", raison: "aucun contour de commune" }));
  return success({
    metric: Array.from(metric),
    ecarte: Array.from(ecarte),
    departements: figures(departements.value),
    aPart: communesApart(table, communes.value.table),
    carte,
    sources: [provenance, contours.value.provenance],
  });
}
