import { type Issue, issue, type RegleCandidat } from "../../domain/issue";
import type { Column, Table } from "../../domain/table";
import type { Annexe } from "../analysis";
import type { Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";
import { ELOIGNEMENT_MAX } from "../shared/trajets";
import type { ImplantationParams } from "./description";
import { communesDuChoix } from "./postulants";
import type { Probleme } from "./probleme";
import { NOMS_LIEUX } from "./tables";
import { candidatureDe, candidatureDuPoint } from "./views";

const text = (name: string, label: string, values: readonly (string | null)[]): Column => ({ name, label, type: "texte", values });

/** What became of each place: chosen, candidate, or the rule that left it out. */
function candidatures({ candidats }: Probleme, chosen: readonly number[]): readonly (RegleCandidat | "choisie" | "candidate")[] {
  const choisies = new Set(chosen.map((c) => candidats.retenus[c]!));
  return candidats.ecart.map((regle, i) => (choisies.has(i) ? "choisie" : (regle ?? "candidate")));
}

function chiffres({ faits }: Probleme): readonly Column[] {
  return [
    figure("habitants_autour", "Habitants autour", "habitants", 0, faits.habitants),
    figure("medecins_autour", "Généralistes autour (BPE 2020)", "nombre", 0, faits.medecins),
    figure("minutes_site_existant", "Minutes jusqu'au site existant le plus proche", "minutes", 1, faits.existant.map((minutes) => (Number.isFinite(minutes) ? minutes : Number.NaN))),
    text("zonage", "Zonage", faits.zone),
  ];
}

/** One row a commune: candidate, chosen, or left out and by which rule. */
function tableDesCommunes(probleme: Probleme, chosen: readonly number[]): Table {
  const { codes, noms } = probleme.faits;
  return {
    id: "implantation-candidats",
    length: codes.length,
    columns: [text("code", "Code", codes), text("nom", "Commune", noms), text("candidature", "Candidature", candidatures(probleme, chosen)), ...chiffres(probleme)],
  };
}

/** One row a point that is not chosen, to be drawn beside those that are: candidate, or left out and by which rule. One at the place of another would hide it. */
function tableDesAutresPoints(probleme: Probleme, chosen: readonly number[]): Table {
  const { faits: { codes, noms }, postulants: { lon, lat } } = probleme;
  const said = candidatures(probleme, chosen);
  const rows = Array.from(codes.keys()).filter((i) => said[i] !== "choisie" && said[i] !== "doublon");
  const pick = <T>(values: ArrayLike<T>): readonly T[] => rows.map((i) => values[i]!);
  return {
    id: "implantation-candidats",
    length: rows.length,
    columns: [
      text("code", "Code", pick(codes)),
      text("nom", "Point", pick(noms)),
      text("candidature", "Candidature", pick(said)),
      figure("lon", "Longitude", "degres", 5, Float64Array.from(pick(lon))),
      figure("lat", "Latitude", "degres", 5, Float64Array.from(pick(lat))),
    ],
  };
}

/** One row a cell inhabited enough: candidate, chosen, or left out and by which rule. */
function tableDesMailles(probleme: Probleme, chosen: readonly number[]): Table {
  const { faits: { codes, noms }, postulants: { lon, lat, mailles } } = probleme;
  return {
    id: "implantation-candidats",
    length: codes.length,
    columns: [
      text("code", "Code", codes),
      text("nom", NOMS_LIEUX.cellules, noms),
      text("candidature", "Candidature", candidatures(probleme, chosen)),
      figure("habitants", "Habitants de la maille", "habitants", 0, mailles?.habitants ?? new Float64Array(codes.length).fill(Number.NaN)),
      ...chiffres(probleme),
      figure("lon", "Longitude", "degres", 5, lon),
      figure("lat", "Latitude", "degres", 5, lat),
    ],
  };
}

type TableDe = (probleme: Probleme, chosen: readonly number[]) => Table;
const TABLES: Readonly<Record<ImplantationParams["candidats"], TableDe>> = { communes: tableDesCommunes, cellules: tableDesMailles, points: tableDesAutresPoints };

/** What became of the places that stood for the choice, to be drawn. */
export function tableDesCandidats(probleme: Probleme, { candidats: quoi }: ImplantationParams, chosen: readonly number[]): Table {
  return TABLES[quoi](probleme, chosen);
}

/** Communes told by themselves in the count of the cells. */
const COMMUNES_CITEES = 8;

/** How many cells of each commune are candidates, chosen, or left out and by which rule; the communes that have most candidates, then the others together. */
function maillesAnnexe(lieux: Territoires, probleme: Probleme, chosen: readonly number[]): readonly Annexe[] {
  const { postulants: { commune, mailles } } = probleme;
  if (mailles === undefined) return [];
  const { noms } = communesDuChoix(lieux);
  const said = candidatures(probleme, chosen);
  const zeros = (): Float64Array => new Float64Array(noms.length);
  const counts = new Map<RegleCandidat | "choisie" | "candidate", Float64Array>([["candidate", zeros()], ["choisie", zeros()], ["maille", Float64Array.from(mailles.ecartees)]]);
  said.forEach((what, i) => {
    const found = counts.get(what) ?? zeros();
    found[commune[i]!]! += 1;
    counts.set(what, found);
  });
  const candidates = counts.get("candidate")!;
  const [chosenOnes, of] = [counts.get("choisie")!, (i: number): number => candidates[i]! + chosenOnes[i]!];
  const order = Array.from(noms.keys()).toSorted((a, b) => chosenOnes[b]! - chosenOnes[a]! || of(b) - of(a) || a - b);
  const some = order.filter((i) => of(i) > 0);
  const groups: readonly (readonly [string, readonly number[]])[] = [
    ...some.slice(0, COMMUNES_CITEES).map((i) => [noms[i]!, [i]] as const),
    [`Autres communes (${some.length - COMMUNES_CITEES})`, some.slice(COMMUNES_CITEES)],
    [`Communes sans candidate (${order.length - some.length})`, order.slice(some.length)],
  ];
  const rows = groups.filter(([, communes]) => communes.length > 0);
  const sums = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, ([, communes]) => communes.reduce((sum, i) => sum + values[i]!, 0));
  const table: Table = {
    id: "implantation-mailles",
    length: rows.length,
    columns: [
      text("nom", "Commune", rows.map(([nom]) => nom)),
      figure("mailles", "Mailles habitées", "nombre", 0, sums(mailles.parCommune)),
      ...Array.from(counts, ([what, values]) => figure(what, candidatureDe(what), "nombre", 0, sums(values))),
    ],
  };
  return [{ id: "mailles", titre: "Mailles candidates et écartées", forme: "lignes", table }];
}

/** What became of the places that are no communes: every point, in the order it was given, and why; the cells by commune. */
export function lieuxAnnexe(lieux: Territoires, probleme: Probleme, { candidats: quoi }: ImplantationParams, chosen: readonly number[]): readonly Annexe[] {
  if (quoi === "cellules") return maillesAnnexe(lieux, probleme, chosen);
  if (quoi === "communes") return [];
  const { faits, postulants } = probleme;
  const { noms } = communesDuChoix(lieux);
  return [{
    id: "points",
    titre: "Points candidats et écartés",
    forme: "lignes",
    table: {
      id: "implantation-points",
      length: faits.codes.length,
      columns: [
        text("code", "Code", faits.codes),
        text("nom", "Point", faits.noms),
        text("commune", "Commune", Array.from(postulants.commune, (i) => noms[i] ?? null)),
        text("candidature", "Candidature", candidatures(probleme, chosen).map(candidatureDuPoint)),
        ...chiffres(probleme),
      ],
    },
  }];
}

/** Names told before the rest is only counted. */
const CITES = 6;

/** Points kept that are far from any road: perhaps misplaced. */
export function loinIssue({ candidats, postulants: { courts, rattachement: { metres } } }: Probleme, { candidats: quoi }: ImplantationParams): readonly Issue[] {
  if (quoi === "communes") return [];
  const far = candidats.retenus.filter((i) => metres[i]! > ELOIGNEMENT_MAX);
  if (far.length === 0) return [];
  return [issue("points-loin-route", "avertissement", { nombre: far.length, noms: `${far.slice(0, CITES).map((i) => courts[i]).join(", ")}${far.length > CITES ? "…" : ""}`, metres: Math.round(Math.max(...far.map((i) => metres[i]!))) })];
}
