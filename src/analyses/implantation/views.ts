import type { Category, ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { LieuxCandidats, RegleCandidat } from "../../domain/issue";
import type { Niveau } from "../../domain/perimetre";
import { type Table, textValues } from "../../domain/table";
import { PALIERS } from "../temps-acces/mesure";
import { COTE_MAILLE } from "./cote-maille";
import type { Statut } from "../couverture/colonnes";

/** Colours told apart by colour-blind readers, each with its pattern. No site is ever closed: no zone is lost. */
const STATUTS: Record<Exclude<Statut, "perdue">, Omit<Category, "value">> = {
  gagnee: { label: "Zone gagnée", color: "#2166ac", pattern: "hachures" },
  toujours: { label: "Déjà servie", color: "#a6bddb", pattern: "plein" },
  jamais: { label: "Inchangée, toujours trop loin", color: "#e0d6c3", pattern: "points" },
};

const CANDIDATURES: Record<RegleCandidat | "choisie" | "candidate", Omit<Category, "value">> = {
  maille: { label: "Écartée : habitants de la maille", color: "#ece6d8", pattern: "points" },
  territoire: { label: "Écartée : hors du territoire", color: "#8c8c8c", pattern: "points" },
  doublon: { label: "Écartée : même lieu", color: "#5a5a5a", pattern: "points" },
  choisie: { label: "Choisie", color: "#7d1d5f", pattern: "plein" },
  candidate: { label: "Candidate", color: "#a6bddb", pattern: "plein" },
  reseau: { label: "Écartée : hors du réseau", color: "#8c8c8c", pattern: "croix" },
  interdite: { label: "Écartée par vous", color: "#5a5a5a", pattern: "croix" },
  habitants: { label: "Écartée : habitants autour", color: "#e0d6c3", pattern: "points" },
  medecins: { label: "Écartée : généralistes autour", color: "#d8b365", pattern: "hachures" },
  eloignement: { label: "Écartée : site existant proche", color: "#c7a0c0", pattern: "horizontales" },
  zonage: { label: "Écartée : zonage", color: "#c9c9c9", pattern: "hachures" },
  services: { label: "Écartée : services absents", color: "#b5c7a3", pattern: "horizontales" },
};

/** Rules that communes always pass. */
const LIEUX_SEULS: ReadonlySet<string> = new Set(["maille", "territoire", "doublon"]);

/** « Écartée » is said of a commune, « Écarté » of a point. */
const duPoint = (label: string): string => label.replace(/^(Choisi|Candidat|Écarté)e/, "$1");

/** What is said of a commune or of a cell. @param candidature the rule that left it out, or what it is */
export const candidatureDe = (candidature: RegleCandidat | "choisie" | "candidate"): string => CANDIDATURES[candidature].label;

/** What is said of a point. @param candidature the rule that left it out, or what it is */
export const candidatureDuPoint = (candidature: RegleCandidat | "choisie" | "candidate"): string => duPoint(CANDIDATURES[candidature].label);

const DES_COMMUNES = Object.fromEntries(Object.entries(CANDIDATURES).filter(([regle]) => !LIEUX_SEULS.has(regle)));
/** A candidate commune is a pale ground; a candidate point or cell stands on it. */
const COULEUR_CANDIDAT = "#00796b";

/** What there is among points or cells, and nothing else. */
function presents(lieux: Table, dire: (label: string) => string): ScaleSpec {
  const said = new Set(textValues(lieux, "candidature"));
  return categories(Object.fromEntries(Object.entries(CANDIDATURES).filter(([regle]) => said.has(regle)).map(([regle, rest]) => [regle, { ...rest, label: dire(rest.label), ...(regle === "candidate" ? { color: COULEUR_CANDIDAT } : {}) }])));
}

const categories = (known: Readonly<Record<string, Omit<Category, "value">>>): ScaleSpec => ({
  kind: "categories",
  categories: Object.entries(known).map(([value, rest]) => ({ value, ...rest })),
});

const classes = (breaks: readonly number[], label: string): ScaleSpec => ({ kind: "classes", defaultClasses: { method: "seuils", breaks }, presets: [{ label, breaks }], palette: "ylgnbu" });

/** The minutes before and after, on the scale of « temps d'accès ». */
export const COTE_A_COTE = ["minutes-avant", "minutes-apres"] as const;
const TITRES_MINUTES = ["Minutes en moyenne, aujourd'hui", "Minutes en moyenne, ces sites ouverts"] as const;
const MINUTES: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: PALIERS }, presets: [{ label: "10 / 15 / 20 / 30 min", breaks: PALIERS }], palette: "orrd" };

interface Tables {
  readonly choisis: Table;
  readonly gains: Table;
  readonly candidats: Table;
}

type Vue = Pick<View, "title" | "geometry" | "mark" | "scale">;

/** What became of the places that stood for the choice, as it is drawn; null where there is nothing to draw. */
const VUES_CANDIDATS: Readonly<Record<LieuxCandidats, (candidats: Table, niveau: Niveau) => Vue | null>> = {
  communes: (_, niveau) => (niveau === "commune" ? { title: "Communes candidates et écartées", geometry: { kind: "territoires", niveau }, mark: "fill", scale: categories(DES_COMMUNES) } : null),
  cellules: (candidats) => ({ title: "Mailles candidates et écartées", geometry: { kind: "mailles", cote: COTE_MAILLE, cle: `candidates/${textValues(candidats, "code").join()}` }, mark: "maille", scale: presents(candidats, (label) => label) }),
  points: (candidats) => (candidats.length === 0 ? null : { title: "Autres points", geometry: { kind: "points" }, mark: "circle", scale: presents(candidats, duPoint) }),
};

/** The sites chosen, what they change by territory, and which communes, cells or points were candidates. */
export function implantationViews({ choisis, gains, candidats }: Tables, niveau: Niveau, quoi: LieuxCandidats, quality: View["quality"]): readonly View[] {
  const fill = { geometry: { kind: "territoires", niveau }, mark: "fill", quality } as const;
  const common = { ...fill, table: gains } as const;
  const views: readonly View[] = [
    // Circles: the existing sites have the symbols.
    { id: "choisis", title: "Sites choisis, habitants à leur portée", table: choisis, geometry: { kind: "points" }, mark: "circle", column: "habitants_portee", unit: "habitants", digits: 0, scale: { kind: "proportionnel", maxRadius: 20, color: "#d9480f" }, quality },
    { ...common, id: "statut", title: "Zones gagnées, déjà servies, inchangées", column: "statut", unit: "part", digits: 1, scale: categories(STATUTS) },
    { ...common, id: "gagnes", title: "Habitants gagnés", column: "habitants_gagnes", unit: "habitants", digits: 0, scale: classes([0, 100, 500, 1000, 5000], "0 / 100 / 500 / 1 000 / 5 000") },
    { ...common, id: "minutes-gagnees", title: "Minutes gagnées en moyenne", column: "minutes_gagnees", unit: "minutes", digits: 1, scale: classes([0, 2, 5, 10, 15], "0 / 2 / 5 / 10 / 15 min") },
    ...COTE_A_COTE.map((id, i): View => ({ ...common, id, title: TITRES_MINUTES[i]!, column: id.replace("-", "_"), unit: "minutes", digits: 1, scale: MINUTES })),
  ];
  const vue = VUES_CANDIDATS[quoi](candidats, niveau);
  return vue === null ? views : [...views, { ...vue, id: "candidats", table: candidats, column: "candidature", unit: "nombre", digits: 0, quality }];
}
