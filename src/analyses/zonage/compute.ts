import type { Column } from "../../domain/table";
import { neighboursOf } from "../../geo/neighbours";
import type { Inputs, Output, Progress } from "../analysis";
import { type Active, actives, mesurer, personnesDe, sourcesLues } from "../fragilite/mesure";
import { sansComposante } from "../fragilite/poids";
import { classeDe } from "../fragilite/stabilite";
import { openTerritoires, reseauIssues, type Territoires } from "../shared/acces";
import { contoursDe } from "../shared/communes-des-sites";
import { figure, type Groupes, resultTable, sumByGroup } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull, sumKnown } from "../shared/nombres";
import { origineColumn, origineFact, origineIssues, origineOf } from "../shared/origine";
import { masked } from "../shared/secret";
import { illustrativeIssues, qualityOf, sourcesOf } from "../shared/sources";
import type { ZonageParams } from "./description";
import { comparer, factsMillesimes, issuesMillesimes, phraseMillesimes, vueMillesimes } from "./millesimes";
import { type Desaccord, zonageViews } from "./views";
import { zonesDe } from "../shared/zones";
import { colonnesVoisins, type Paire, pairesDiscordantes } from "./voisins";

/** The components the zoning is set against: those of the preset but the zoning itself. */
export function indicateursDe({ prereglage }: ZonageParams): readonly Active[] {
  return actives(sansComposante(prereglage, "zonage"));
}

/** Zone of each row: that of the commune, or of most of the inhabitants of the group whose zone is known. */
function zonesDesLignes(groupes: Groupes, zones: readonly (string | null)[], habitants: Float64Array): readonly (string | null)[] {
  const people = groupes.codes.map(() => new Map<string, number>());
  groupes.groupe.forEach((group, i) => {
    const zone = zones[i] ?? null;
    const sums = people[group];
    if (zone !== null && sums !== undefined) sums.set(zone, (sums.get(zone) ?? 0) + (habitants[i] ?? 0));
  });
  return people.map((sums) => [...sums].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null);
}

function desaccordDe(zone: string | null, score: number, seuil: number): Desaccord | null {
  const classe = classeDe(score, seuil);
  if (zone === null || classe === null) return null;
  if (zone === "HZ" && classe === "fragile") return "hors zonage mais fragile";
  return zone === "ZIP" && classe === "bien doté" ? "ZIP mais bien doté" : "concordant";
}

/** Share of the inhabitants of each zone, by row then over the territory (last entry); NaN without inhabitants. */
function parts(lieux: Territoires, zones: readonly (string | null)[], zone: string): Float64Array {
  const { groupes, chefs: { demande: { habitants } } } = lieux;
  const inside = habitants.map((people, i) => (zones[i] === zone ? people : 0));
  const [some, all] = [sumByGroup(groupes, inside), sumByGroup(groupes, habitants)];
  return Float64Array.from([...some.map((people, row) => people / (all[row] ?? Number.NaN)), sumKnown(inside) / sumKnown(habitants)]);
}

interface Resultat {
  readonly lieux: Territoires;
  readonly zones: readonly (string | null)[];
  readonly scores: Float64Array;
  readonly desaccords: readonly (Desaccord | null)[];
  readonly habitants: Float64Array;
  /** Null beyond the communes. */
  readonly paires: readonly Paire[] | null;
}

function pairesDe(inputs: Inputs, { groupes }: Territoires, zones: readonly (string | null)[], scores: Float64Array, ecart: number): readonly Paire[] | null {
  if (inputs.perimetre.niveau !== "commune") return null;
  const name = contoursDe(inputs.perimetre);
  const topology = inputs.donnees[name]?.topologie;
  if (topology === undefined) throw new Error(`resource « ${name} » is read but holds no topology`);
  return pairesDiscordantes(groupes, neighboursOf(topology, "communes"), zones, scores, ecart);
}

function factsOf({ desaccords, habitants, paires }: Resultat, shares: readonly Float64Array[], { plafond_zip, plafond_zac }: ZonageParams): Output["facts"] {
  const count = (which: Desaccord): number => desaccords.filter((one) => one === which).length;
  const people = (which: Desaccord): number => sumKnown(habitants.map((value, row) => (desaccords[row] === which ? value : 0)));
  const [zip, zac, hz] = shares.map((share) => share.at(-1) ?? Number.NaN);
  return {
    hors_zonage_fragiles: count("hors zonage mais fragile"),
    habitants_hors_zonage_fragiles: people("hors zonage mais fragile"),
    zip_bien_dotes: count("ZIP mais bien doté"),
    habitants_zip_bien_dotes: people("ZIP mais bien doté"),
    paires_voisines: paires?.length ?? null,
    part_zip: orNull(zip ?? Number.NaN),
    part_zac: orNull(zac ?? Number.NaN),
    part_hz: orNull(hz ?? Number.NaN),
    plafond_zip: plafond_zip / 100,
    plafond_zac: plafond_zac / 100,
  };
}

/** Where the zoning and a score made without it contradict each other: see README.md. Pure; yields every few milliseconds. */
export function* computeZonage(inputs: Inputs, params: ZonageParams): Generator<Progress, Output, void> {
  const origine = origineOf(inputs);
  const active = indicateursDe(params);
  const lieux = yield* openTerritoires(inputs, false, 0.1);
  const { scores, issues, importes } = yield* mesurer(inputs, params, lieux, active);
  const personnes = personnesDe(importes);
  const { groupes, chefs: { demande } } = lieux;
  const byCommune = zonesDe(inputs, lieux);
  const zones = zonesDesLignes(groupes, byCommune, demande.habitants);
  const habitants = sumByGroup(groupes, demande.habitants);
  const desaccords = zones.map((zone, row) => desaccordDe(zone, scores[row] ?? Number.NaN, params.seuil));
  const paires = pairesDe(inputs, lieux, zones, scores, params.ecart);
  const shares = ["ZIP", "ZAC", "HZ"].map((zone) => parts(lieux, byCommune, zone));
  const comparaison = comparer(inputs, lieux, byCommune, params.sens);
  const communeLevel = inputs.perimetre.niveau === "commune";
  const vue = comparaison === null ? null : vueMillesimes(comparaison, lieux, communeLevel);
  const drives = active.some(({ composante }) => composante.genre !== null);
  const resultat: Resultat = { lieux, zones, scores, desaccords, habitants, paires };
  const shareColumns: readonly Column[] = ["zip", "zac", "hz"].map((zone, k) => figure(`part_${zone}`, `Habitants en ${zone.toUpperCase()}`, "part", 1, (shares[k] ?? new Float64Array()).slice(0, -1)));
  const table = resultTable("zonage", groupes, [
    figure("habitants", "Habitants", "habitants", 0, habitants),
    { name: "zone", label: communeLevel ? "Zone" : "Zone de la plupart des habitants", type: "texte", values: zones },
    ...masked(personnes !== null, personnes ?? scores, [
      figure("score_sans_zonage", "Score de fragilité, zonage non compris", "nombre", 1, scores),
      { name: "desaccord", label: "Zonage et indicateurs", type: "texte", values: desaccords },
    ]),
    ...(communeLevel ? [] : shareColumns),
    ...(vue?.columns ?? []),
    ...(paires === null ? [] : colonnesVoisins(groupes, paires, zones)),
    ...(drives ? origineColumn(origine, groupes.codes.length, () => true) : []),
  ]);
  const contours = paires === null ? [] : [contoursDe(inputs.perimetre)];
  const sources = [...sourcesOf(["zonage-communes", ...(comparaison === null ? [] : (["zonage-compare"] as const)), ...contours], inputs.donnees), ...sourcesLues(active, inputs)];
  const changes = comparaison === null ? null : factsMillesimes(comparaison, demande.habitants);
  const facts = { ...factsOf(resultat, shares, params), ...changes };
  const output: Output = {
    table,
    views: zonageViews(table, inputs.perimetre.niveau, qualityOf(sources, true), vue?.view ?? null),
    summary: {
      id: "zonage",
      params: { territoire: inputs.perimetre.territoire.nom, fragiles: Number(facts["hors_zonage_fragiles"]), habitants: Number(facts["habitants_hors_zonage_fragiles"]), dotes: Number(facts["zip_bien_dotes"]), paires: paires?.length ?? null, partZip: Number(facts["part_zip"]), partZac: Number(facts["part_zac"]), comparaison: changes === null ? null : phraseMillesimes(changes, inputs, params), origine },
    },
    facts: { ...facts, ...(drives ? origineFact(origine) : {}) },
    issues: [...(drives ? [...origineIssues(inputs), ...reseauIssues(lieux, inputs)] : []), ...issues, ...importes.flatMap((one) => one?.issues ?? []), ...(comparaison === null ? [] : issuesMillesimes(comparaison)), ...illustrativeIssues(sources)],
    sources,
    origine,
  };
  return avecHypotheses(output, inputs, active.flatMap(({ composante: { genre } }) => (genre === null ? [] : [genre])));
}
