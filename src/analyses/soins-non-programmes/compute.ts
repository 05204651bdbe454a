import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { SiteList } from "../../domain/genre-site";
import { issue } from "../../domain/issue";
import { MOMENTS_SOINS, type MomentSoins } from "../../domain/moments";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import { type Column, findColumn, indexBy, numberValues, type Table, textValues } from "../../domain/table";
import { weightedSummary } from "../../geo/weighted";
import type { FactValue, Inputs, Output, Progress } from "../analysis";
import { aImporter } from "../shared/a-importer";
import { accesIssues, isCovered, minutesFrom, openTerritoires, reseauIssues, step, type Territoires, travel } from "../shared/acces";
import { communesEnLimite } from "../shared/communes-limite";
import { SOURCE_ESTIMATION } from "../shared/estimation";
import { figure, meanByGroup, resultTable, sumByGroup } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull, sumKnown } from "../shared/nombres";
import { origineColumn, origineFact, origineIssues, origineOf, titled } from "../shared/origine";
import { qualityOf, requireTable, sourcesOf } from "../shared/sources";
import type { Trajets } from "../shared/trajets";
import type { SnpParams } from "./description";

const DE: Record<MomentSoins, string> = { jour: "de jour", soir: "de soir", nuit: "de nuit", week_end: "de week-end" };
/** The order of the views: the night first. */
const VUES: readonly MomentSoins[] = ["nuit", "soir", "week_end", "jour"];
/** A table kept by an earlier version knew of no evening: it was a part of the night. */
const AVANT: Readonly<Partial<Record<MomentSoins, MomentSoins>>> = { soir: "nuit" };

const PALIERS = [10, 15, 20, 30];
const MINUTES: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: PALIERS }, presets: [{ label: "10 / 15 / 20 / 30 min", breaks: PALIERS }], palette: "orrd" };

/** The imported places of the chosen kinds that are open then. */
export function lieuxOuverts({ donnees }: Inputs, { lieux }: SnpParams, moment: MomentSoins): SiteList {
  const table = requireTable(donnees, "soins-non-programmes");
  const column = (name: string): readonly (string | null)[] => (table.length === 0 ? [] : textValues(table, name));
  const [ids, noms, genres, communes] = [column("id"), column("nom"), column("genre"), column("code_commune")];
  const told = [moment, AVANT[moment]].find((name) => name !== undefined && findColumn(table, name) !== undefined);
  const ouvert = told === undefined ? [] : column(told);
  const rows = ids.flatMap((_, row) => (ouvert[row] === "oui" && lieux.includes(genres[row] ?? "") ? [row] : []));
  const at = (name: string): Float64Array => Float64Array.from(rows, (row) => numberValues(table, name)[row] ?? Number.NaN);
  return { ids: rows.map((row) => ids[row] ?? ""), noms: rows.map((row) => noms[row] ?? ""), communes: rows.map((row) => communes[row] ?? null), lon: at("lon"), lat: at("lat"), capacite: new Float64Array(rows.length).fill(Number.NaN) };
}

/** Minutes of each commune then, and who is beyond the threshold: everybody when no place is open. */
interface Acces {
  readonly moment: MomentSoins;
  readonly lieux: number;
  readonly minutes: Float64Array;
  /** Nearest place of each commune. */
  readonly noms: readonly (string | null)[];
  readonly trajets: Trajets | null;
  /** 1 where one is not covered, NaN where it is not known. */
  readonly loin: Float64Array;
}

function* accesDe(inputs: Inputs, lieux: Territoires, params: SnpParams, moment: MomentSoins, from: number, to: number): Generator<Progress, Acces, void> {
  const sites = lieuxOuverts(inputs, params, moment);
  const search = sites.ids.length > 0 && isCovered(lieux) ? yield* travel(inputs, lieux, sites, from, to) : null;
  const trajets = search !== null && search.nombre > 0 ? search : null;
  const minutes = minutesFrom(lieux.chefs, trajets);
  const nearest = trajets?.depuis(lieux.chefs.rattachement).site;
  const noms = Array.from(minutes, (value, i) => (Number.isNaN(value) ? null : (sites.noms[nearest?.[i] ?? -1] ?? null)));
  // Nothing is open then, or nothing that is near: known to be far. Without a graph: not known.
  const nowhere = isCovered(lieux) && trajets === null;
  const loin = minutes.map((value) => (Number.isNaN(value) ? (nowhere ? 1 : Number.NaN) : value > params.seuil ? 1 : 0));
  return { moment, lieux: sites.ids.length, minutes, noms, trajets, loin };
}

/** Sector of the on-call service of each commune; null where none is imported for it. */
function secteurs({ donnees }: Inputs, { communes, groupes }: Territoires): readonly (string | null)[] {
  const table = requireTable(donnees, "secteurs-garde");
  if (table.length === 0) return groupes.communes.map(() => null);
  const [rows, names, codes] = [indexBy(table, "code"), textValues(table, "secteur"), textValues(communes, "code")];
  return groupes.communes.map((row) => names[rows.get(codes[row] ?? "") ?? -1] ?? null);
}

function colonnesAcces({ groupes, chefs: { demande: { habitants } } }: Territoires, { moment, minutes, noms, loin }: Acces, origine: OrigineMinutes, commune: boolean, seuil: number): readonly Column[] {
  const label = `Minutes ${DE[moment]}${commune ? "" : " (moyenne par habitant)"}`;
  const beyond = habitants.map((people, i) => people * (loin[i] ?? Number.NaN));
  return [
    figure(`minutes_${moment}`, titled(label, origine), "minutes", 1, commune ? minutes : meanByGroup(groupes, minutes, habitants)),
    ...(commune ? [{ name: `lieu_${moment}`, label: `Lieu le plus proche ${DE[moment]}`, type: "texte", values: noms } as const] : []),
    figure(`habitants_loin_${moment}`, `Habitants à plus de ${seuil} min ${DE[moment]}`, "habitants", 0, sumByGroup(groupes, beyond)),
  ];
}

function tableOf(inputs: Inputs, lieux: Territoires, acces: readonly Acces[], origine: OrigineMinutes, seuil: number): Table {
  const { groupes, chefs: { demande: { habitants } } } = lieux;
  const commune = inputs.perimetre.niveau === "commune";
  const sectors = secteurs(inputs, lieux);
  const names = groupes.codes.map(() => new Set<string>());
  groupes.groupe.forEach((row, i) => sectors[i] !== null && sectors[i] !== undefined && names[row]?.add(sectors[i]));
  const told = sectors.some((sector) => sector !== null);
  const rows = (row: number): boolean => acces.some(({ minutes }) => Number.isFinite((commune ? minutes : meanByGroup(groupes, minutes, habitants))[row]));
  return resultTable("soins-non-programmes", groupes, [
    figure("habitants", "Habitants", "habitants", 0, sumByGroup(groupes, habitants)),
    ...acces.flatMap((one) => colonnesAcces(lieux, one, origine, commune, seuil)),
    ...(told ? [{ name: "secteur", label: "Secteur de garde", type: "texte", values: names.map((set) => (set.size === 0 ? null : [...set].toSorted().join(" ; "))) } as const] : []),
    ...origineColumn(origine, groupes.codes.length, rows),
  ]);
}

function factsOf(inputs: Inputs, lieux: Territoires, acces: readonly Acces[]): Output["facts"] {
  const { habitants } = lieux.chefs.demande;
  const sectors = secteurs(inputs, lieux);
  const told = sectors.some((sector) => sector !== null);
  const entries = acces.flatMap(({ moment, minutes, loin, lieux: open }): (readonly [string, FactValue])[] => {
    const people = sumKnown(habitants.map((value, i) => value * (loin[i] ?? Number.NaN)));
    const known = loin.some((value) => !Number.isNaN(value));
    return [
      [`lieux_${moment}`, open],
      [`minutes_${moment}`, orNull(weightedSummary(minutes, habitants).mean)],
      [`communes_loin_${moment}`, known ? loin.filter((value) => value === 1).length : null],
      [`habitants_loin_${moment}`, known ? people : null],
      [`part_loin_${moment}`, known ? people / sumKnown(habitants) : null],
    ];
  });
  return {
    habitants: sumKnown(habitants),
    ...Object.fromEntries(entries),
    ...(told ? { secteurs: new Set(sectors.filter((sector) => sector !== null)).size, communes_sans_secteur: sectors.filter((sector) => sector === null).length, habitants_sans_secteur: sumKnown(habitants.map((value, i) => (sectors[i] === null ? value : 0))) } : {}),
  };
}

function viewsOf(table: Table, { perimetre: { niveau } }: Inputs, quality: View["quality"], origine: OrigineMinutes): readonly View[] {
  const unitText = origine.kind === "route" ? {} : { unitText: titled("minutes", origine) };
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", unit: "minutes", ...unitText, digits: 1, scale: MINUTES, quality } as const;
  return VUES.map((moment) => ({ ...common, id: `minutes-${moment}`, title: titled(`Minutes jusqu'à un lieu de soins non programmés, ${DE[moment]}`, origine), column: `minutes_${moment}` }));
}

function summarise({ perimetre }: Inputs, absent: boolean, covered: boolean, facts: Output["facts"], seuil: number, origine: OrigineMinutes): Output["summary"] {
  const territoire = perimetre.territoire.nom;
  if (absent) return { id: "table-a-importer", params: { territoire, tables: ["soins-non-programmes"] } };
  if (!covered) return { id: "pas-de-minutes", params: { territoire } };
  const at = (moment: MomentSoins) => ({ moment, lieux: Number(facts[`lieux_${moment}`]), habitants: Number(facts[`habitants_loin_${moment}`]), part: Number(facts[`part_loin_${moment}`]), communes: Number(facts[`communes_loin_${moment}`]) });
  return { id: "soins-non-programmes", params: { territoire, seuil, moments: MOMENTS_SOINS.map(at), origine } };
}

/** Minutes to the nearest imported place of soins non programmés, by day, in the evening, by night and on the week-end, and who is beyond the threshold: see README.md. Pure; yields every few milliseconds. */
export function* computeSoins(inputs: Inputs, params: SnpParams): Generator<Progress, Output, void> {
  const { donnees, perimetre, reseau } = inputs;
  const origine = origineOf(inputs);
  const lieux = yield* openTerritoires(inputs, false, 0.2);
  const absent = requireTable(donnees, "soins-non-programmes").length === 0;
  const found: Acces[] = [];
  for (const [k, moment] of MOMENTS_SOINS.entries()) found.push(yield* accesDe(inputs, lieux, params, moment, 0.2 + 0.175 * k, 0.375 + 0.175 * k));
  yield step("territoires")(0.9);
  // Nothing imported: not known, rather than far from everything.
  const acces = absent ? found.map((one) => ({ ...one, loin: one.loin.map(() => Number.NaN) })) : found;
  const searches = acces.flatMap(({ trajets }) => (trajets === null ? [] : [trajets]));
  const table = tableOf(inputs, lieux, acces, origine, params.seuil);
  const facts = factsOf(inputs, lieux, acces);
  const sectors = requireTable(donnees, "secteurs-garde").length > 0;
  const minutes = reseau?.sources ?? [SOURCE_ESTIMATION];
  const sources = [...sourcesOf([...(absent ? [] : (["soins-non-programmes"] as const)), ...(sectors ? (["secteurs-garde"] as const) : []), "communes", "territoires"], donnees), ...(absent ? [] : minutes)];
  const limites = searches.reduce((sum, trajets) => Math.max(sum, sumKnown(communesEnLimite(lieux, trajets))), 0);
  const output: Output = {
    table,
    views: viewsOf(table, inputs, qualityOf(sources, true), origine),
    summary: summarise(inputs, absent, isCovered(lieux), facts, params.seuil, origine),
    facts: { ...facts, ...origineFact(origine) },
    issues: [
      ...(absent ? [aImporter("soins-non-programmes")] : [...origineIssues(inputs), ...reseauIssues(lieux, inputs), ...accesIssues(inputs, lieux, searches, limites)]),
      ...(absent ? [] : acces.filter(({ lieux: open }) => open === 0).map(({ moment }) => issue("aucun-lieu-ouvert", "avertissement", { moment, territoire: perimetre.territoire.nom }))),
      ...(sectors ? [] : [issue("table-facultative", "information", { ressource: "secteurs-garde" })]),
    ],
    sources,
    origine,
  };
  return avecHypotheses(output, inputs, []);
}
