import type { ScaleSpec } from "../../carto/scale";
import { APL_SOUS_DENSE } from "../shared/fragiles";

/** Consultations from which DREES no longer speaks of a shortage: the upper preset of the APL. */
const APL_HAUTE = 4;

const FRAGILITES = ["fragile", "moyenne", "dotee"] as const;
const DISTANCES = ["pres", "moyen", "loin"] as const;

const nombre = (value: number): string => value.toLocaleString("fr-FR");

const FRAGILITE_TEXTE = { fragile: `APL sous ${nombre(APL_SOUS_DENSE)}`, moyenne: "APL moyenne", dotee: `APL d'au moins ${APL_HAUTE}` } as const;

/** Rows: better and better endowed; columns: farther and farther. Purple-orange 3×3, safe for colour-blind readers (J. Stevens's scheme, hues changed). */
const COULEURS = [
  ["#ace4e4", "#8c9fb4", "#5a3f7a"],
  ["#cfe9e0", "#b6b6d0", "#8c62aa"],
  ["#f0efe6", "#dfc6dd", "#be64ac"],
] as const;

/** The 3×3 legend: the most fragile at the top, the farthest on the right. */
export function echelleCroisee(seuil: number): ScaleSpec {
  const distance = { pres: `à ${nombre(seuil / 2)} min au plus`, moyen: `de ${nombre(seuil / 2)} à ${seuil} min`, loin: `à plus de ${seuil} min` };
  const categories = FRAGILITES.flatMap((fragilite, row) =>
    DISTANCES.map((loin, column) => ({
      value: `${fragilite}/${loin}`,
      label: `${FRAGILITE_TEXTE[fragilite]}, ${distance[loin]}`,
      color: COULEURS[row]![column]!,
      pattern: fragilite === "fragile" && loin === "loin" ? ("hachures" as const) : ("plein" as const),
    })),
  );
  const bas = nombre(APL_SOUS_DENSE);
  return {
    kind: "categories",
    categories,
    grille: {
      lignes: { titre: "APL officielle 2021 (consultations)", classes: [`sous ${bas}`, `${bas} à ${APL_HAUTE}`, `${APL_HAUTE} ou plus`] },
      colonnes: { titre: "Minutes jusqu'à un maître de stage", classes: [`${nombre(seuil / 2)} ou moins`, `${nombre(seuil / 2)} à ${seuil}`, `plus de ${seuil}`] },
    },
  };
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
