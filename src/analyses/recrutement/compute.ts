import { type Column, type Table, textValues } from "../../domain/table";
import { type Attachments, pickPoints } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { reachMatrix } from "../../geo/siting/reach-matrix";
import type { Inputs, Output, Progress } from "../analysis";
import { ciblesVisees, step, type Territoires } from "../shared/acces";
import { figure, groupCommunes, resultTable } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { orNull, sumKnown } from "../shared/nombres";
import { avecSecret, masked, secretDe } from "../shared/secret";
import { sitesOf } from "../shared/sites";
import { illustrativeIssues, qualityOf, requireTable, sourcesOf } from "../shared/sources";
import { epcisDe, openTerrains } from "../shared/terrains";
import { scaled } from "../shared/trajets";
import { zonesDe } from "../shared/zones";
import type { RecrutementParams } from "./description";
import { parNiveau } from "./par-niveau";
import { type ParCommune, raisonDe } from "./raisons";
import { type Candidat, enchainer, type Etape, gainDe } from "./suite";
import { NON_RETENUE } from "./textes";
import { recrutementViews } from "./views";

function countMsp({ donnees, selection }: Inputs, { groupes, communes }: Territoires): Float64Array {
  const counts = new Map<string | null, number>();
  const sites = sitesOf(["msp"], donnees, { ...selection, ajouts: [] });
  if (sites.ok) for (const code of sites.value.communes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = textValues(communes, "code");
  return Float64Array.from(groupes.communes, (row) => counts.get(codes[row] ?? "") ?? 0);
}

/** The demand points within reach of a recruit in each commune where there is a GP to ask. Yields the share done. */
function* reach(network: RoadNetwork, points: Attachments, { medecins, msp }: ParCommune, { seuil, priorite }: RecrutementParams): Generator<number, readonly Candidat[], void> {
  const asked = Array.from(medecins.keys()).filter((i) => medecins[i]! > 0 && points.edge[i]! >= 0);
  const { start, point } = yield* reachMatrix(network, pickPoints(points, asked), points, seuil);
  return asked.map((commune, row) => ({ commune, atteints: point.slice(start[row], start[row + 1]).toSorted(), rang: priorite === "msp" && msp[commune] === 0 ? 1 : 0 }));
}

interface Resultat {
  readonly candidats: readonly Candidat[];
  readonly etapes: readonly Etape[];
  /** Inhabitants of fragile communes that are far, order of the communes: what is to be gained. */
  readonly demande: Float64Array;
  readonly proches: Uint8Array;
}

function* resolve(network: RoadNetwork, c: ParCommune, params: RecrutementParams): Generator<number, Resultat, void> {
  const demande = c.habitants.map((value, i) => (c.fragilite.fragiles[i] === 1 ? value : 0));
  // Without a way to any, a commune is far: recruiting near it counts.
  const proches = Uint8Array.from(c.minutes, (value) => (value <= params.seuil ? 1 : 0));
  const candidats = yield* reach(network, c.lieux.chefs.rattachement, c, params);
  return { candidats, etapes: enchainer(candidats, demande, proches, params.nombre), demande, proches };
}

/** Which recruit of the sequence first brings each fragile commune near; NaN for the others. */
function rapprochees(communes: number, candidats: readonly Candidat[], etapes: readonly Etape[], demande: Float64Array, proches: Uint8Array): Float64Array {
  const by = new Float64Array(communes).fill(Number.NaN);
  etapes.forEach(({ commune }, i) => {
    for (const point of candidats.find((one) => one.commune === commune)?.atteints ?? []) if (proches[point] === 0 && demande[point]! > 0 && Number.isNaN(by[point]!)) by[point] = i + 1;
  });
  return by;
}

const NON_RAPPROCHEE = "non rapprochée";

function columnsOf(c: ParCommune, params: RecrutementParams, { candidats, etapes, demande, proches }: Resultat): readonly Column[] {
  const { groupes } = c.lieux;
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
    ...avecSecret(secretDe(c.msu.personnes, c.msu.nombre, epcisDe(c.lieux)), [figure("msu", "Maîtres de stage", "nombre", 0, c.msu.nombre)]),
    figure("minutes", "Minutes jusqu'au maître de stage le plus proche", "minutes", 1, c.minutes),
    { name: "zone", label: "Zonage de mai 2025", type: "texte", values: c.zones },
    { name: "fragile", label: "Commune fragile (définition choisie)", type: "booleen", values: c.fragilite.fragiles },
    ...(c.fragilite.colonne === null ? [] : masked(c.fragilite.importe !== null, c.fragilite.importe?.personnes ?? new Float64Array(), [c.fragilite.colonne])),
    figure("habitants", "Habitants", "habitants", 0, c.habitants),
    { ...figure("rapprochee_par", "Commune fragile rapprochée par le recrutement n°", "nombre", 0, rapprochees(groupes.communes.length, candidats, etapes, demande, proches)), vide: NON_RAPPROCHEE },
    { name: "raison", label: "Raison", type: "texte", values: raisons },
  ];
}

function factsOf(c: ParCommune, resultat: Resultat | null): Output["facts"] {
  const fragiles = sumKnown(c.habitants.map((value, i) => (c.fragilite.fragiles[i] === 1 ? value : 0)));
  if (resultat === null) return { habitants_fragiles: fragiles, habitants_fragiles_loin: null, recrutements: null };
  const { demande, proches, etapes } = resultat;
  const near = sumKnown(demande.map((value, i) => (proches[i] === 1 ? value : 0)));
  let covered = near;
  const curve = etapes.map(({ gain }, i) => [`part_couverte_${i + 1}`, orNull((covered += gain) / fragiles)] as const);
  return { habitants_fragiles: fragiles, habitants_fragiles_loin: fragiles - near, recrutements: etapes.length, part_couverte_0: orNull(near / fragiles), ...Object.fromEntries(curve) };
}

function summarise(inputs: Inputs, params: RecrutementParams, { lieux: { groupes }, fragilite }: ParCommune, resultat: Resultat | null, facts: Output["facts"]): Output["summary"] {
  const territoire = inputs.perimetre.territoire.nom;
  if (resultat === null) return { id: "pas-de-minutes", params: { territoire } };
  const { etapes } = resultat;
  const gain = etapes.reduce((sum, one) => sum + one.gain, 0);
  return { id: "recrutement", params: { territoire, seuil: params.seuil, noms: etapes.map(({ commune }) => groupes.noms[commune] ?? ""), gain, loin: Number(facts["habitants_fragiles_loin"]), ages: fragilite.importe?.annee ?? null } };
}

/** The list at the level asked for: by commune, or the communes of each group put together. */
function auNiveau({ perimetre, donnees }: Inputs, c: ParCommune, parCommune: Table, seuil: number): Table {
  if (perimetre.niveau === "commune") return parCommune;
  return parNiveau(parCommune, c, groupCommunes(perimetre, c.lieux.communes, requireTable(donnees, "territoires")), seuil);
}

/**
 * Where to recruit a maître de stage first: worked out by commune whatever the level asked, since one recruits somewhere;
 * read at that level. See README.md. Pure; yields every few milliseconds.
 */
export function* computeRecrutement(asked: Inputs, params: RecrutementParams): Generator<Progress, Output, void> {
  const inputs: Inputs = { ...asked, perimetre: { ...asked.perimetre, niveau: "commune" } };
  const { donnees, reseau } = inputs;
  const terrains = yield* openTerrains(inputs, params, true, 0.5);
  const c: ParCommune = { ...terrains, msp: countMsp(inputs, terrains.lieux), zones: zonesDe(inputs, terrains.lieux) };
  const resultat = c.trajets === null || reseau === null ? null : yield* scaled(resolve(reseau.network, c, params), step("trajets"), 0.5, 1);
  const none: Resultat = { candidats: [], etapes: [], demande: new Float64Array(), proches: new Uint8Array() };
  const table = auNiveau(asked, c, resultTable("recrutement", c.lieux.groupes, columnsOf(c, params, resultat ?? none)), params.seuil);
  const sources = [...new Set([...c.sources, ...sourcesOf(["msp", "corrections"], donnees)])];
  const facts = factsOf(c, resultat);
  const output: Output = {
    table,
    views: recrutementViews(table, asked.perimetre.niveau, qualityOf(sources, true)),
    summary: summarise(inputs, params, c, resultat, facts),
    facts,
    issues: [...c.issues, ...illustrativeIssues(sources)],
    sources,
  };
  return avecHypotheses(output, inputs, ciblesVisees(inputs, ["stage"]));
}
