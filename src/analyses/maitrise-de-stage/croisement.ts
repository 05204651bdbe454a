import type { Category } from "../../carto/scale";
import { APL_SOUS_DENSE } from "../shared/msu";

/** Consultations from which DREES no longer speaks of a shortage: the upper preset of the APL. */
const APL_HAUTE = 4;

const FRAGILITES = ["fragile", "moyenne", "dotee"] as const;
const DISTANCES = ["pres", "moyen", "loin"] as const;

const FRAGILITE_TEXTE = { fragile: `APL sous ${APL_SOUS_DENSE.toLocaleString("fr-FR")}`, moyenne: "APL moyenne", dotee: `APL d'au moins ${APL_HAUTE}` } as const;

/** Rows: better and better endowed; columns: farther and farther. Purple-orange 3×3, safe for colour-blind readers (J. Stevens's scheme, hues changed). */
const COULEURS = [
  ["#ace4e4", "#8c9fb4", "#5a3f7a"],
  ["#cfe9e0", "#b6b6d0", "#8c62aa"],
  ["#f0efe6", "#dfc6dd", "#be64ac"],
] as const;

/** Each cell of the 3×3 legend, the most fragile and farthest first. */
export function categoriesCroisees(seuil: number): readonly Category[] {
  const distance = { pres: `à ${seuil / 2} min au plus`, moyen: `de ${seuil / 2} à ${seuil} min`, loin: `à plus de ${seuil} min` };
  return FRAGILITES.flatMap((fragilite, row) =>
    DISTANCES.toReversed().map((loin, k) => ({
      value: `${fragilite}/${loin}`,
      label: `${FRAGILITE_TEXTE[fragilite]}, ${distance[loin]}`,
      color: COULEURS[row]![2 - k]!,
      pattern: fragilite === "fragile" && loin === "loin" ? "hachures" : "plein",
    })),
  );
}

/** « fragile/loin »: class of each row; null where the APL or the minutes are not known. */
export function classesCroisees(apl: Float64Array, minutes: Float64Array, seuil: number): readonly (string | null)[] {
  return Array.from(apl, (value, row) => {
    const time = minutes[row] ?? Number.NaN;
    if (Number.isNaN(value + time)) return null;
    const fragilite = value < APL_SOUS_DENSE ? "fragile" : value < APL_HAUTE ? "moyenne" : "dotee";
    return `${fragilite}/${time <= seuil / 2 ? "pres" : time <= seuil ? "moyen" : "loin"}`;
  });
}
