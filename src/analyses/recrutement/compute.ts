import { type Column, type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { reachPoints, searchSites } from "../../geo/site-search";
import { pathMinutes } from "../../geo/speeds";
import type { Inputs, Output, Progress } from "../analysis";
import { accesIssues, accesSources, emptyIssues, isCovered, minutesFrom, openTerritoires, reseauIssues, sitesVises, step, type Territoires, travel } from "../shared/acces";
import { communesEnLimite } from "../shared/communes-limite";
import { figure, joinNumbers, resultTable } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { communesFragiles, countMsu, zonages } from "../shared/msu";
import { orNull, sumKnown } from "../shared/nombres";
import { masked } from "../shared/secret";
import { sitesOf } from "../shared/sites";
import { illustrativeIssues, qualityOf, requireTable, sourcesOf } from "../shared/sources";
import { scaled } from "../shared/trajets";
import type { RecrutementParams } from "./description";
import { type ParCommune, raisonDe } from "./raisons";
import { type Candidat, enchainer, type Etape, gainDe } from "./suite";
import { recrutementViews } from "./views";

function countMsp({ donnees, selection }: Inputs, { groupes, communes }: Territoires): Float64Array {
  const counts = new Map<string | null, number>();
  const sites = sitesOf(["msp"], donnees, { ...selection, ajouts: [] });
  if (sites.ok) for (const code of sites.value.communes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = textValues(communes, "code");
  return Float64Array.from(groupes.communes, (row) => counts.get(codes[row] ?? "") ?? 0);
}

/** The demand points within reach of a recruit in each commune where there is a GP to ask. Yields the share done. */
function* reach(network: RoadNetwork, points: Attachments, c: ParCommune, { seuil, priorite }: RecrutementParams): Generator<number, readonly Candidat[], void> {
  const candidats: Candidat[] = [];
  const asked = Array.from(c.medecins.keys()).filter((i) => c.medecins[i]! > 0 && points.edge[i]! >= 0);
  for (const [done, commune] of asked.entries()) {
    const here = { edge: points.edge.subarray(commune, commune + 1), share: points.share.subarray(commune, commune + 1), metres: points.metres.subarray(commune, commune + 1) };
    const search = yield* scaled(searchSites(network, here, "to-sites", seuil * 60), (part) => (done + part) / asked.length, 0, 1);
    const { seconds } = reachPoints(search, points);
    const atteints = Int32Array.from(seconds.keys()).filter((i) => pathMinutes(seconds[i]!, network.speeds) <= seuil);
    candidats.push({ commune, atteints, rang: priorite === "msp" && c.msp[commune] === 0 ? 1 : 0 });
  }
  return candidats;
}

interface Resultat {
  readonly candidats: readonly Candidat[];
  readonly etapes: readonly Etape[];
  /** Inhabitants of fragile communes that are far, order of the communes: what is to be gained. */
  readonly demande: Float64Array;
  readonly proches: Uint8Array;
}

function* resolve(network: RoadNetwork, lieux: Territoires, c: ParCommune, params: RecrutementParams): Generator<number, Resultat, void> {
  const demande = c.habitants.map((value, i) => (c.fragiles[i] === 1 ? value : 0));
  // Without a way to any, a commune is far: recruiting near it counts.
  const proches = Uint8Array.from(c.minutes, (value) => (value <= params.seuil ? 1 : 0));
  const candidats = yield* reach(network, lieux.chefs.rattachement, c, params);
  return { candidats, etapes: enchainer(candidats, demande, proches, params.nombre), demande, proches };
}

/** What is said of a commune that is not in the sequence. */
const NON_RETENUE = "non retenue";

function columnsOf(lieux: Territoires, c: ParCommune, params: RecrutementParams, { candidats, etapes, demande, proches }: Resultat): readonly Column[] {
  const { groupes } = lieux;
  const empty = (): Float64Array => new Float64Array(groupes.communes.length).fill(Number.NaN);
  const [seul, rang, suite] = [empty(), empty(), empty()];
  // Where there is no GP to ask, recruiting brings nobody near.
  if (candidats.length > 0) c.medecins.forEach((medecins, i) => (seul[i] = medecins === 0 ? 0 : Number.NaN));
  for (const candidat of candidats) seul[candidat.commune] = gainDe(candidat, demande, proches);
  etapes.forEach(({ commune, gain }, i) => {
    rang[commune] = i + 1;
    suite[commune] = gain;
  });
  const raisons = Array.from(groupes.communes, (_, i) => raisonDe({ c, params, i, seul: seul[i]!, suite: suite[i]!, rang: rang[i]! }));
  return [
    { ...figure("rang", "Ordre de recrutement", "nombre", 0, rang), vide: NON_RETENUE },
    figure("habitants_gagnes", `Habitants de communes fragiles rapprochés à ${params.seuil} min au plus (recrutée seule)`, "habitants", 0, seul),
    { ...figure("habitants_gagnes_suite", "Habitants ajoutés par cette recrue dans la suite", "habitants", 0, suite), vide: NON_RETENUE },
    figure("medecins", "Médecins généralistes en place (BPE 2020)", "nombre", 0, c.medecins),
    figure("msp", "Maisons de santé", "nombre", 0, c.msp),
    ...masked(c.msu.personnes, c.msu.nombre, [figure("msu", "Maîtres de stage", "nombre", 0, c.msu.nombre)]),
    figure("minutes", "Minutes jusqu'au maître de stage le plus proche", "minutes", 1, c.minutes),
    { name: "zone", label: "Zonage de mai 2025", type: "texte", values: c.zones },
    figure("habitants", "Habitants", "habitants", 0, c.habitants),
    { name: "raison", label: "Raison", type: "texte", values: raisons },
  ];
}

function factsOf(c: ParCommune, resultat: Resultat | null): Output["facts"] {
  const fragiles = sumKnown(c.habitants.map((value, i) => (c.fragiles[i] === 1 ? value : 0)));
  if (resultat === null) return { habitants_fragiles: fragiles, habitants_fragiles_loin: null, recrutements: null };
  const { demande, proches, etapes } = resultat;
  const near = sumKnown(demande.map((value, i) => (proches[i] === 1 ? value : 0)));
  let covered = near;
  const curve = etapes.map(({ gain }, i) => [`part_couverte_${i + 1}`, orNull((covered += gain) / fragiles)] as const);
  return { habitants_fragiles: fragiles, habitants_fragiles_loin: fragiles - near, recrutements: etapes.length, part_couverte_0: orNull(near / fragiles), ...Object.fromEntries(curve) };
}

function summarise(inputs: Inputs, params: RecrutementParams, { groupes }: Territoires, resultat: Resultat | null, facts: Output["facts"]): Output["summary"] {
  const territoire = inputs.perimetre.territoire.nom;
  if (resultat === null) return { id: "pas-de-minutes", params: { territoire } };
  const { etapes } = resultat;
  const gain = etapes.reduce((sum, one) => sum + one.gain, 0);
  return { id: "recrutement", params: { territoire, seuil: params.seuil, noms: etapes.map(({ commune }) => groupes.noms[commune] ?? ""), gain, loin: Number(facts["habitants_fragiles_loin"]) } };
}

/**
 * Where to recruit a maître de stage first: one row a commune, whatever the level asked, since one recruits somewhere. See
 * README.md. Pure; yields every few milliseconds.
 */
export function* computeRecrutement(asked: Inputs, params: RecrutementParams): Generator<Progress, Output, void> {
  const inputs: Inputs = { ...asked, perimetre: { ...asked.perimetre, niveau: "commune" } };
  const { donnees, reseau } = inputs;
  const sites = sitesVises(inputs, ["stage"]);
  const lieux = yield* openTerritoires(inputs, false, 0.2);
  const searches = sites.ok && reseau !== null && isCovered(lieux) ? [yield* travel(inputs, lieux, sites.value, 0.2, 0.5)] : [];
  const empty = emptyIssues(searches, [inputs.sites === null ? ["stage"] : ["liste"]]);
  yield step("territoires")(0.5);
  const trajets = empty.length === 0 ? (searches[0] ?? null) : null;
  const c: ParCommune = {
    habitants: lieux.chefs.demande.habitants,
    medecins: joinNumbers(lieux.groupes, lieux.communes, requireTable(donnees, "bpe"), "medecins_generalistes", Number.NaN),
    msp: countMsp(inputs, lieux),
    minutes: minutesFrom(lieux.chefs, trajets),
    zones: zonages(lieux, requireTable(donnees, "zonage-communes")),
    fragiles: communesFragiles(inputs, lieux, params.fragile),
    msu: countMsu(inputs, lieux),
  };
  const resultat = trajets === null || reseau === null ? null : yield* scaled(resolve(reseau.network, lieux, c, params), step("trajets"), 0.5, 1);
  const none: Resultat = { candidats: [], etapes: [], demande: new Float64Array(), proches: new Uint8Array() };
  const table: Table = resultTable("recrutement", lieux.groupes, columnsOf(lieux, c, params, resultat ?? none));
  const sources = [...accesSources(inputs, inputs.sites === null ? ["stage"] : [], false), ...sourcesOf(["bpe", "zonage-communes", "apl", "msp", "corrections"], donnees)];
  const facts = factsOf(c, resultat);
  const output: Output = {
    table,
    views: recrutementViews(table, qualityOf(sources, true)),
    summary: summarise(inputs, params, lieux, resultat, facts),
    facts,
    issues: [...sites.issues, ...empty, ...reseauIssues(lieux, inputs), ...accesIssues(inputs, lieux, searches, sumKnown(communesEnLimite(lieux, trajets))), ...illustrativeIssues(sources)],
    sources,
  };
  return avecHypotheses(output, inputs, inputs.sites === null ? ["stage"] : ["liste"]);
}
