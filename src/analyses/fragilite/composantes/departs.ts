import { aplDe } from "./apl";
import type { Composante } from "./composante";

export const departs: Composante = {
  id: "departs",
  label: "Départs attendus : part de l'APL due aux généralistes de plus de 62 ans",
  unit: "part",
  digits: 1,
  bornes: { favorable: 0, fragile: 0.5 },
  ressources: ["apl"],
  genre: null,
  lire(contexte) {
    const [all, young] = [aplDe(contexte, "apl_mg"), aplDe(contexte, "apl_mg_62")];
    // Where there is no supply nobody leaves: not known, rather than none.
    return all.map((value, row) => (value > 0 ? Math.max(0, (value - (young[row] ?? Number.NaN)) / value) : Number.NaN));
  },
};
