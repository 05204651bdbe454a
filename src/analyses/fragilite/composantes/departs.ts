import { agesDe, agesIssues, anneeDesAges } from "../../departs/ages";
import type { Classe } from "../../departs/modele";
import { aplDe } from "./apl";
import type { Composante } from "./composante";

/** Oldest age of the last published APL: who is older is expected to leave. */
const DERNIER = 62;

/** Share of a class of ages, evenly spread, that is over 62. */
function anciens({ de, a }: Classe): number {
  return Math.min(1, Math.max(0, (a - Math.max(de - 1, DERNIER)) / (a - de + 1)));
}

export const departs: Composante = {
  id: "departs",
  label: "Départs attendus : part de l'APL due aux généralistes de plus de 62 ans",
  unit: "part",
  digits: 1,
  bornes: { favorable: 0, fragile: 0.5 },
  ressources: ["apl", "ages-medecins"],
  genre: null,
  lire(contexte) {
    const [all, young] = [aplDe(contexte, "apl_mg"), aplDe(contexte, "apl_mg_62")];
    // Where there is no supply nobody leaves: not known, rather than none.
    return all.map((value, row) => (value > 0 ? Math.max(0, (value - (young[row] ?? Number.NaN)) / value) : Number.NaN));
  },
  lireImport(contexte) {
    const { annee, dite } = anneeDesAges(contexte.inputs.donnees);
    const ages = agesDe(contexte, annee);
    if (ages.importes === null) return null;
    const parts = ages.classes.map(anciens);
    return {
      label: `Départs attendus : part des généralistes de plus de 62 ans à portée (âges importés de ${annee})`,
      valeurs: Float64Array.from(ages.apl, (row) => parts.reduce((sum, part, k) => sum + part * (row[k] ?? Number.NaN), 0)),
      personnes: ages.importes.atteints,
      annee,
      issues: agesIssues(ages, dite),
    };
  },
};
