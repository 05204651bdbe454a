import type { Column, Table } from "../../domain/table";
import type { Trajets } from "../shared/trajets";
import { minutesFrom, type Territoires } from "../shared/acces";
import { figure, resultTable } from "../shared/groupes";
import { compare, measureCouverture } from "../couverture/colonnes";
import { cover, type Couverture, departOf, sumPoints } from "../couverture/etat";
import type { Ponderation } from "../../domain/sentence";
import type { Apres } from "./apres";
import type { FicheCandidate } from "./fiche-candidate";
import type { Faits } from "./candidats";
import type { Postulants } from "./postulants";
import type { Probleme } from "./probleme";
import type { ImplantationParams } from "./description";

const text = (name: string, label: string, values: readonly (string | null)[]): Column => ({ name, label, type: "texte", values });

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

/** Values by group, without that of the whole territory. */
const byGroup = (values: Float64Array): Float64Array => values.subarray(0, -1);

/** Who is counted. */
const COMPTES: Readonly<Record<Ponderation, string>> = { habitants: "Habitants", fragiles: "Habitants de communes fragiles", besoin: "Habitants (selon leur besoin)" };

/** Names told before the rest is only counted. */
const CITES = 4;
const listeDe = (noms: readonly string[]): string | null => (noms.length === 0 ? null : noms.length <= CITES ? noms.join(", ") : `${noms.slice(0, CITES).join(", ")} et ${noms.length - CITES} autres`);

/** What a place that stands for the choice is called. */
export const NOMS_LIEUX: Readonly<Record<ImplantationParams["candidats"], string>> = { communes: "Commune", cellules: "Maille", points: "Point" };

/** Where a place that is no commune is: its commune; and, of a cell, the EPCI and its own inhabitants. */
function situer({ mailles }: Postulants, { nomsCommunes }: Faits, rows: readonly number[], fiches: readonly FicheCandidate[], quoi: ImplantationParams["candidats"]): readonly Column[] {
  if (quoi === "communes") return [];
  const leur = text("commune", "Commune", rows.map((i) => nomsCommunes[i]!));
  if (mailles === undefined) return [leur];
  return [leur, text("epci", "EPCI", fiches.map(({ epci }) => epci)), figure("habitants_maille", "Habitants de la maille", "habitants", 0, numbers(rows.map((i) => mailles.habitants[i]!)))];
}

/** One row a chosen candidate, in order. */
export function tableDesChoisis({ faits, candidats, places, postulants }: Probleme, { avant, ouvertures }: Apres, { seuil_minutes: seuil, ponderation, saison, candidats: quoi }: ImplantationParams, fiches: readonly FicheCandidate[]): Table {
  const comptes = COMPTES[ponderation];
  const rows = ouvertures.map(({ candidat }) => candidats.retenus[candidat]!);
  const of = (values: Float64Array): Float64Array => numbers(rows.map((i) => values[i]!));
  const before = (rang: number): number => ouvertures[rang - 1]?.mesure.couverts ?? avant.couverts;
  return {
    id: "implantation",
    length: rows.length,
    columns: [
      text("code", "Code", rows.map((i) => faits.codes[i]!)),
      text("nom", NOMS_LIEUX[quoi], rows.map((i) => faits.noms[i]!)),
      ...situer(postulants, faits, rows, fiches, quoi),
      figure("rang", "Rang", "nombre", 0, numbers(rows.map((_, rang) => rang + 1))),
      figure("habitants_gagnes", `${comptes} gagnés à ${seuil} min au plus`, "habitants", 0, numbers(ouvertures.map(({ mesure }, rang) => mesure.couverts - before(rang)))),
      figure("habitants_couverts", `${comptes} couverts, ce site ouvert`, "habitants", 0, numbers(ouvertures.map(({ mesure }) => mesure.couverts))),
      figure("minutes_moyenne", "Minutes en moyenne, ce site ouvert", "minutes", 1, numbers(ouvertures.map(({ mesure }) => mesure.moyenne))),
      figure("minutes_max", "Minutes du lieu le plus éloigné, ce site ouvert", "minutes", 1, numbers(ouvertures.map(({ mesure }) => mesure.pire))),
      figure("habitants_portee", `${comptes} à ${seuil} min au plus de ce site`, "habitants", 0, numbers(ouvertures.map(({ portee }) => portee))),
      ...(saison === 1 ? [] : [figure("habitants_saison", `${comptes} à ${seuil} min au plus de ce site, en saison (× ${String(saison).replace(".", ",")})`, "habitants", 0, numbers(ouvertures.map(({ portee }) => portee * saison)))]),
      figure("habitants_deja_couverts", "dont déjà couverts par un site existant", "habitants", 0, numbers(ouvertures.map(({ dejaCouverts }) => dejaCouverts))),
      figure("minutes_site_existant", "Minutes jusqu'au site existant le plus proche", "minutes", 1, of(faits.existant).map((minutes) => (Number.isFinite(minutes) ? minutes : Number.NaN))),
      figure("habitants_autour", "Habitants autour", "habitants", 0, of(faits.habitants)),
      figure("medecins_commune", "Généralistes dans la commune (BPE 2020)", "nombre", 0, of(faits.services["medecins_generalistes"] ?? new Float64Array(faits.codes.length).fill(Number.NaN))),
      figure("medecins_autour", "Généralistes autour (BPE 2020)", "nombre", 0, of(faits.medecins)),
      text("zonage", "Zonage", rows.map((i) => faits.zone[i]!)),
      { name: "imposee", label: "Imposée", type: "booleen", values: Uint8Array.from(rows, (i) => (faits.imposee[i] === true ? 1 : 0)) },
      figure("part_offre_65", "Part de l'offre de soins tenue par des généralistes de plus de 65 ans (APL 2021)", "part", 0, numbers(fiches.map(({ departs }) => departs))),
      text("concurrentes", "Candidates qui serviraient la moitié au moins des mêmes habitants", fiches.map(({ concurrentes }) => listeDe(concurrentes))),
      figure("lon", "Longitude", "degres", 5, numbers(ouvertures.map(({ candidat }) => places.lon[candidat]!))),
      figure("lat", "Latitude", "degres", 5, numbers(ouvertures.map(({ candidat }) => places.lat[candidat]!))),
    ],
  };
}

function covered(lieux: Territoires, trajets: Trajets | null, seuil: number): Couverture {
  if (trajets !== null) return cover(lieux, trajets, seuil);
  return { points: new Uint8Array(departOf(lieux).rattachement.edge.length), communes: new Uint8Array(lieux.groupes.communes.length) };
}

/** Mean minutes of the inhabitants of each group; NaN where a point has none. */
function meanMinutes(lieux: Territoires, trajets: Trajets | null): Float64Array {
  const depart = departOf(lieux);
  const minutes = minutesFrom(depart, trajets);
  const { habitants } = depart.demande;
  const people = sumPoints(lieux, (point) => (Number.isNaN(minutes[point]) ? 0 : habitants[point]!));
  const total = sumPoints(lieux, (point) => (Number.isNaN(minutes[point]) ? 0 : habitants[point]! * minutes[point]!));
  return total.map((sum, group) => sum / people[group]!).slice(0, -1);
}

/** One row a territory: what the choice changes there. */
export function tableDesGains(lieux: Territoires, existants: Trajets | null, apres: Trajets | null, seuil: number): Table {
  const [first, second] = [covered(lieux, existants, seuil), covered(lieux, apres, seuil)];
  const [before, after] = [measureCouverture(lieux, null, first), measureCouverture(lieux, null, second)];
  const { gagnes, statut } = compare(lieux, first, second, before, after);
  const [minutesAvant, minutesApres] = [meanMinutes(lieux, existants), meanMinutes(lieux, apres)];
  return resultTable("implantation-territoires", lieux.groupes, [
    figure("habitants", "Habitants", "habitants", 0, byGroup(before.habitants)),
    figure("habitants_gagnes", `Habitants gagnés à ${seuil} min au plus`, "habitants", 0, byGroup(gagnes)),
    figure("part_avant", "Part des habitants couverts, avant", "part", 1, byGroup(before.part)),
    figure("part_apres", "Part des habitants couverts, après", "part", 1, byGroup(after.part)),
    figure("minutes_avant", "Minutes en moyenne, avant", "minutes", 1, minutesAvant),
    figure("minutes_apres", "Minutes en moyenne, après", "minutes", 1, minutesApres),
    figure("minutes_gagnees", "Minutes gagnées en moyenne", "minutes", 1, minutesAvant.map((minutes, group) => minutes - minutesApres[group]!)),
    text("statut", "Statut", statut.slice(0, -1)),
  ]);
}
