import { issue } from "../../domain/issue";
import { failure, success } from "../../domain/outcome";
import type { CsvRecord } from "../csv";
import { plainHeader } from "../plain-header";
import { CODE, MILLESIME, nombre, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { type Lecteur, lireLignes } from "./lecteur";

const COLONNES = {
  code_insee: CODE,
  age: ["age"],
  tranche: ["tranche", "tranche_age", "tranche_d_age", "classe_age", "ages"],
  effectif: ["effectif", "nombre", "nb", "medecins"],
  millesime: MILLESIME,
} as const;
type Colonne = keyof typeof COLONNES;

/** Ages at which a doctor may be in practice. */
const [PLUS_JEUNE, PLUS_AGE] = [24, 99];
/** Where an open class is taken to begin, or how many years the last one is taken to span. */
const [DEBUT, DUREE] = [30, 7];

/** Doctors of a commune of one age, or of a class of ages, both ends included. */
interface Medecins {
  readonly code: string;
  readonly de: number;
  readonly a: number;
  readonly effectif: number;
}

const N = String.raw`(\d{2})(?: ?ans)?`;
const ECRITURES: readonly (readonly [RegExp, (n: number, m: number) => readonly [number, number]])[] = [
  [new RegExp(`^(?:de )?${N} ?(?:-|–|a|et) ?${N}$`), (n, m) => [n, m]],
  [new RegExp(`^(?:<|moins de) ?${N}$`), (n) => [Math.min(DEBUT, n - 1), n - 1]],
  [new RegExp(`^(?:<=|≤) ?${N}$`), (n) => [Math.min(DEBUT, n), n]],
  [new RegExp(`^${N} (?:et|ou) moins$`), (n) => [Math.min(DEBUT, n), n]],
  [new RegExp(`^(?:>|plus de) ?${N}$`), (n) => [n + 1, n + DUREE]],
  [new RegExp(`^(?:>=|≥) ?${N}$`), (n) => [n, n + DUREE]],
  [new RegExp(`^${N} ?(?:\\+|et plus|ou plus)$`), (n) => [n, n + DUREE]],
];

/**
 * « 60-64 », « 60 à 64 ans », « moins de 40 ans », « 65 et plus » as ages, both ends included; null for anything else. An open
 * class begins at 30, or lasts 7 years.
 */
export function trancheEcrite(text: string): readonly [de: number, a: number] | null {
  const plain = plainHeader(text).replaceAll(/\s+/g, " ");
  for (const [pattern, read] of ECRITURES) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    const [de, a] = read(Number(found[1]), Number(found[2]));
    return de >= PLUS_JEUNE && a <= PLUS_AGE + DUREE && de <= a ? [de, a] : null;
  }
  return null;
}

function lireAges(lecteur: Lecteur<Colonne>, record: CsvRecord): readonly [number, number] | null {
  if (lecteur.text(record, "age") === "" && lecteur.has("tranche")) return trancheEcrite(lecteur.text(record, "tranche")) ?? lecteur.illisible(record, "tranche", "une tranche d'âges comme 60-64, moins de 40 ou 65 et plus");
  const attendu = `un âge entier de ${PLUS_JEUNE} à ${PLUS_AGE} ans`;
  const age = lecteur.number(record, "age", attendu, (value) => Number.isInteger(value) && value >= PLUS_JEUNE && value <= PLUS_AGE);
  return age === null ? null : Number.isNaN(age) ? lecteur.illisible(record, "age", attendu) : [age, age];
}

function lireLigne(lecteur: Lecteur<Colonne>, record: CsvRecord): Medecins | null {
  const commune = lecteur.commune(record, "code_insee");
  if (commune === null) return null;
  const ages = lireAges(lecteur, record);
  const effectif = lecteur.has("effectif") ? lecteur.entier(record, "effectif") : 1;
  if (ages === null || effectif === null || !lecteur.millesime(record, "millesime")) return null;
  if (Number.isNaN(effectif)) return lecteur.illisible(record, "effectif", "un nombre entier positif");
  // One row a doctor may say the same twice; a count may not.
  if (lecteur.has("effectif") && lecteur.double(record, "code_insee", `${commune.ecrit}, ${ages.join("-")}`)) return null;
  return { code: commune.code, de: ages[0], a: ages[1], effectif };
}

/** Doctors of the same commune and ages together: nobody can be told from another. */
function ensemble(lignes: readonly Medecins[]): readonly Medecins[] {
  const sums = new Map<string, Medecins>();
  for (const ligne of lignes.filter(({ effectif }) => effectif > 0)) {
    const key = `${ligne.code}/${ligne.de}/${ligne.a}`;
    sums.set(key, { ...ligne, effectif: ligne.effectif + (sums.get(key)?.effectif ?? 0) });
  }
  return [...sums.values()];
}

/** Ages of the general practitioners: one row a doctor (`code_insee;age`) or counts (`code_insee;tranche;effectif`), and when known the `millesime` of the ages. Names are not read. */
export const agesMedecins: FormatTable = {
  id: "ages-medecins",
  colonnes: COLONNES,
  signatures: [["code_insee", "age"], ["code_insee", "age", "effectif"], ["code_insee", "tranche", "effectif"]],
  lire(fichier, communes) {
    const manque = (has: (name: Colonne) => boolean): Colonne | null => (!has("code_insee") ? "code_insee" : has("age") ? null : !has("tranche") ? "age" : has("effectif") ? null : "effectif");
    const lu = lireLignes<Medecins, Colonne>(fichier, COLONNES, communes, manque, lireLigne);
    if (!lu.ok) return lu;
    const { lignes, ...reste } = lu.value;
    const medecins = ensemble(lignes);
    if (medecins.length === 0) return failure(...lu.issues, issue("fichier-vide", "erreur", { fichier: fichier.nom }));
    const columns = [
      texte("code", "Commune", medecins, ({ code }) => code),
      nombre("de", "Âge, de", "nombre", 0, medecins, ({ de }) => de),
      nombre("a", "Âge, à", "nombre", 0, medecins, ({ a }) => a),
      nombre("effectif", "Médecins", "nombre", 0, medecins, ({ effectif }) => effectif),
    ];
    return success({ table: { id: "ages-medecins", length: medecins.length, columns }, ...reste }, lu.issues);
  },
};
