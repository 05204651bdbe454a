import { type Issue, issue } from "../../domain/issue";
import { CODE_REGION, DEPARTEMENTS_NA } from "../../domain/perimetre";
import type { ResourceName } from "../../domain/ressource";
import { numberValues, type Table, textValues } from "../../domain/table";
import { capacitesEffectives, premiersDesStructures } from "../../domain/ouverture";
import type { Inputs, Output, Progress } from "../analysis";
import { fiabiliteEnMots } from "../shared/fiabilite";
import { avecHypotheses } from "../shared/hypotheses";
import { figure, type Groupes, groupCommunes, joinNumbers, pickNumbers, resultTable, sumByGroup } from "../shared/groupes";
import { lisser, regionAu } from "../shared/lissage";
import { orNull, sumKnown } from "../shared/nombres";
import { illustrativeIssues, ownSource, qualityOf, requireTable, sourcesOf } from "../shared/sources";
import { communesDesSites, contoursDe } from "../shared/communes-des-sites";
import { type Decompte, findOffre, type Offre } from "./offres";
import { densiteViews } from "./views";

export type Population = "municipale-2023" | "apl-2021";
export type DensiteParams = { readonly offre: string; readonly population: Population };

/** People and supply by group and over the territory, and what the wider places have. */
interface Mesure {
  readonly groupes: Groupes;
  readonly habitants: Float64Array;
  readonly nombre: Float64Array;
  readonly total: { readonly habitants: number; readonly nombre: number };
}

function rate(nombre: number, habitants: number): number {
  return habitants > 0 ? (1e5 * nombre) / habitants : Number.NaN;
}

/** One value a commune of the territory: its inhabitants, as the chosen population counts them. */
function populationOf(inputs: Inputs, groupes: Groupes, population: Population): Float64Array {
  const communes = requireTable(inputs.donnees, "communes");
  return population === "municipale-2023"
    ? pickNumbers(groupes, communes, "population")
    : joinNumbers(groupes, communes, requireTable(inputs.donnees, "apl"), "population_2021", Number.NaN);
}

/**
 * Supply of each commune of the territory. A count by commune says 0 where it has no line, unless its table is
 * BPE, whose missing lines are « pas de donnée ».
 */
function countByCommune(inputs: Inputs, groupes: Groupes, offre: Offre, counts: Decompte): Float64Array {
  const codes = textValues(requireTable(inputs.donnees, "communes"), "code");
  const absent = offre.genre === "medecin" && inputs.sites === null ? Number.NaN : 0;
  return Float64Array.from(groupes.communes, (row) => counts.get(codes[row] ?? "") ?? absent);
}

/** Départements of which the territory holds every commune: the only ones a count by département says something of. */
function wholeDepartements(groupes: Groupes, communes: Table, territoires: Table): ReadonlySet<string> {
  const deps = textValues(communes, "dep");
  const inside = new Map<string, number>();
  for (const row of groupes.communes) inside.set(deps[row] ?? "", (inside.get(deps[row] ?? "") ?? 0) + 1);
  const niveaux = textValues(territoires, "niveau");
  const sizes = numberValues(territoires, "communes");
  const whole = textValues(territoires, "code").filter((code, row) => niveaux[row] === "departement" && inside.get(code ?? "") === sizes[row]);
  return new Set(whole.filter((code) => code !== null));
}

/** Supply of each group from counts by département: « pas de donnée » unless the group is made of whole ones. */
function countByDepartement(inputs: Inputs, groupes: Groupes, counts: Decompte): Float64Array {
  const communes = requireTable(inputs.donnees, "communes");
  const whole = wholeDepartements(groupes, communes, requireTable(inputs.donnees, "territoires"));
  const nombre = new Float64Array(groupes.codes.length).fill(Number.NaN);
  if (inputs.perimetre.niveau !== "departement" && inputs.perimetre.niveau !== "region") return nombre;
  const deps = textValues(communes, "dep");
  const members = groupes.codes.map(() => new Set<string>());
  groupes.groupe.forEach((group, index) => members[group]?.add(deps[groupes.communes[index] ?? -1] ?? ""));
  members.forEach((group, index) => {
    const known = [...group].every((dep) => whole.has(dep) && counts.has(dep));
    if (known) nombre[index] = sumKnown([...group].map((dep) => counts.get(dep) ?? Number.NaN));
  });
  return nombre;
}

function measure(inputs: Inputs, offre: Offre, counts: Decompte, population: Population): Mesure {
  const { donnees, perimetre } = inputs;
  const communes = requireTable(donnees, "communes");
  const groupes = groupCommunes(perimetre, communes, requireTable(donnees, "territoires"));
  const people = populationOf(inputs, groupes, population);
  const habitants = sumByGroup(groupes, people);
  if (!offre.parDepartement) {
    const byCommune = countByCommune(inputs, groupes, offre, counts);
    return { groupes, habitants, nombre: sumByGroup(groupes, byCommune), total: { habitants: sumKnown(people), nombre: sumKnown(byCommune) } };
  }
  const whole = wholeDepartements(groupes, communes, requireTable(donnees, "territoires"));
  const deps = new Set(groupes.communes.map((row) => textValues(communes, "dep")[row] ?? ""));
  const known = [...deps].every((dep) => whole.has(dep) && counts.has(dep));
  const nombre = known ? sumKnown([...deps].map((dep) => counts.get(dep) ?? Number.NaN)) : Number.NaN;
  return { groupes, habitants, nombre: countByDepartement(inputs, groupes, counts), total: { habitants: sumKnown(people), nombre } };
}

/** Inhabitants of some départements, whole, as the chosen population counts them. */
function peopleOf(inputs: Inputs, deps: ReadonlySet<string>, population: Population): number {
  const [table, column] =
    population === "apl-2021"
      ? [requireTable(inputs.donnees, "apl"), "population_2021"]
      : [requireTable(inputs.donnees, "territoires"), "population"];
  const values = numberValues(table, column);
  const isTerritoires = population !== "apl-2021";
  const niveaux = isTerritoires ? textValues(table, "niveau") : [];
  return sumKnown(textValues(table, "code").map((code, row) => {
    const inside = isTerritoires ? niveaux[row] === "departement" && deps.has(code ?? "") : deps.has(code?.slice(0, 2) ?? "");
    return inside ? (values[row] ?? Number.NaN) : 0;
  }));
}

/** The same rate over whole départements: what a territory is compared with. */
function reference(inputs: Inputs, counts: Decompte, deps: ReadonlySet<string>, population: Population): number {
  const nombre = sumKnown([...counts].map(([code, count]) => (deps.has(code.slice(0, 2)) ? count : 0)));
  return rate(nombre, peopleOf(inputs, deps, population));
}

interface References {
  readonly departement: number;
  readonly region: number;
}

function references(inputs: Inputs, counts: Decompte, groupes: Groupes, population: Population, own: boolean): References {
  if (own || counts.size === 0) return { departement: Number.NaN, region: Number.NaN };
  const deps = textValues(requireTable(inputs.donnees, "communes"), "dep");
  const around = new Set(groupes.communes.map((row) => deps[row] ?? ""));
  return {
    departement: around.size === 1 ? reference(inputs, counts, around, population) : Number.NaN,
    region: reference(inputs, counts, new Set(DEPARTEMENTS_NA), population),
  };
}

function summarise({ perimetre }: Inputs, offre: Offre, total: Mesure["total"], { departement, region }: References): Output["summary"] {
  const { territoire } = perimetre;
  const local = territoire.genre === "commune" || territoire.genre === "epci";
  const [comparaison, comparaisonNom] = local && !Number.isNaN(departement) ? [departement, "dans le département"] : [region, "en Nouvelle-Aquitaine"];
  const alone = territoire.code === CODE_REGION || Number.isNaN(comparaison);
  const pour100k = rate(total.nombre, total.habitants);
  return {
    id: "densite",
    params: {
      offre: offre.noms,
      territoire: territoire.nom,
      nombre: total.nombre,
      habitants: total.habitants,
      pour100k: Number.isNaN(pour100k) ? null : pour100k,
      comparaison: alone ? null : comparaison,
      comparaisonNom,
    },
  };
}

/** Where the counts come from: the user's list located in its communes, or the embedded data. */
function countSupply(inputs: Inputs, offre: Offre): { readonly counts: Decompte; readonly issues: readonly Issue[] } {
  const { sites, selection, donnees } = inputs;
  if (sites === null || offre.genre === null) return { counts: offre.compter(donnees, selection), issues: [] };
  const located = communesDesSites(sites, donnees, inputs.perimetre);
  const heads = offre.genre === "medecin";
  const counts = new Map<string, number>();
  // Doctors are counted full time; a structure on several sites is one, where its first site is.
  const doctors = capacitesEffectives(sites, 1);
  const first = premiersDesStructures(sites);
  located.forEach((code, index) => {
    if (code === null || (!heads && first[index] !== index)) return;
    counts.set(code, (counts.get(code) ?? 0) + (heads ? doctors[index]! : 1));
  });
  const outside = located.filter((code) => code === null).length;
  return { counts, issues: outside === 0 ? [] : [issue("sites-hors-communes", "avertissement", { nombre: outside })] };
}

/** Density d = 100 000 · N / P of one supply, by territory: see README.md. Pure; yields between its steps. */
export function* computeDensite(inputs: Inputs, params: DensiteParams): Generator<Progress, Output, void> {
  const offre = findOffre(params.offre);
  const own = inputs.sites !== null && offre.genre !== null;
  yield { part: 0.1, etape: "sites" };
  const { counts, issues } = countSupply(inputs, offre);
  yield { part: 0.5, etape: "territoires" };
  const { groupes, habitants, nombre, total } = measure(inputs, offre, counts, params.population);
  // The user's own list says nothing beyond the territory it is located in.
  const among = own ? { nombre, habitants } : measure({ ...inputs, perimetre: regionAu(inputs.perimetre.niveau) }, offre, counts, params.population);
  const lissage = lisser(inputs.perimetre.niveau, { counts: nombre, population: habitants }, { counts: among.nombre, population: among.habitants });
  const compared = references(inputs, counts, groupes, params.population, own);
  yield { part: 0.9, etape: "territoires" };

  const table = resultTable("densite", groupes, [
    figure("habitants", "Habitants", "habitants", 0, habitants),
    figure("nombre", "Nombre", "nombre", 0, nombre),
    figure("pour_100k", "Pour 100 000 habitants", "pour_100k", 1, nombre.map((value, row) => rate(value, habitants[row] ?? 0))),
    figure("pour_100k_lisse", "Pour 100 000 habitants, lissé", "pour_100k", 1, lissage.taux.map((value) => value * 1e5)),
    figure("fiabilite", "Fiabilité du taux brut", "part", 0, lissage.fiabilite),
    { name: "lecture", label: "Lecture du taux brut", type: "texte", values: fiabiliteEnMots(lissage.fiabilite) },
  ]);
  const read: readonly ResourceName[] = [
    ...(own ? [contoursDe(inputs.perimetre)] : offre.ressources(inputs.selection)),
    ...(params.population === "apl-2021" ? (["apl"] as const) : []),
    "communes",
    "territoires",
  ];
  const sources = [...(own ? ownSource(inputs.sites) : []), ...sourcesOf(read, inputs.donnees)];
  const missing = offre.parDepartement && nombre.some(Number.isNaN);
  const output = {
    table,
    views: densiteViews(table, offre, inputs.perimetre.niveau, qualityOf(sources, false)),
    summary: summarise(inputs, offre, total, compared),
    facts: {
      nombre: orNull(total.nombre),
      habitants: total.habitants,
      pour_100k: orNull(rate(total.nombre, total.habitants)),
      pour_100k_departement: orNull(compared.departement),
      pour_100k_region: orNull(compared.region),
    },
    issues: [
      ...issues,
      ...(missing ? [issue("offre-par-departement", "information", { offre: offre.label })] : []),
      ...illustrativeIssues(sources),
    ],
    sources,
  };
  return avecHypotheses(output, inputs, []);
}
