import { type Issue, issue, type RegleCandidat } from "../../domain/issue";
import type { Column, Table } from "../../domain/table";
import type { Annexe } from "../analysis";
import type { Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";
import { ELOIGNEMENT_MAX } from "../shared/trajets";
import type { ImplantationParams } from "./description";
import { communesDuChoix } from "./postulants";
import type { Probleme } from "./probleme";
import { candidatureDuPoint } from "./views";

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
export function tableDesCommunes(probleme: Probleme, chosen: readonly number[]): Table {
  const { codes, noms } = probleme.faits;
  return {
    id: "implantation-candidats",
    length: codes.length,
    columns: [text("code", "Code", codes), text("nom", "Commune", noms), text("candidature", "Candidature", candidatures(probleme, chosen)), ...chiffres(probleme)],
  };
}

/** One row a point that is not chosen, to be drawn beside those that are: candidate, or left out and by which rule. One at the place of another would hide it. */
export function tableDesAutresPoints(probleme: Probleme, chosen: readonly number[]): Table {
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

/** Every point, in the order it was given: what became of it, and why. None where the candidates are communes. */
export function pointsAnnexe(lieux: Territoires, probleme: Probleme, { candidats: quoi }: ImplantationParams, chosen: readonly number[]): readonly Annexe[] {
  if (quoi !== "points") return [];
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
export function loinIssue({ candidats, postulants: { noms, rattachement: { metres } } }: Probleme, { candidats: quoi }: ImplantationParams): readonly Issue[] {
  if (quoi !== "points") return [];
  const far = candidats.retenus.filter((i) => metres[i]! > ELOIGNEMENT_MAX);
  if (far.length === 0) return [];
  return [issue("points-loin-route", "avertissement", { nombre: far.length, noms: `${far.slice(0, CITES).map((i) => noms[i]).join(", ")}${far.length > CITES ? "…" : ""}`, metres: Math.round(Math.max(...far.map((i) => metres[i]!))) })];
}
