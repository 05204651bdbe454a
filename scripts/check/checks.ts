import { calage } from "./calage";
import { geometries } from "./geometry";
import { integrity } from "./integrity";
import { joins } from "./joins";
import type { Check } from "./package";
import { references } from "./reference";
import { schemas } from "./schema";
import { sums } from "./sums";
import { tuiles } from "./tuiles";
import { weights } from "./weights";

/** Every check of the data package, in the order they are printed. */
export const CHECKS: readonly { readonly nom: string; readonly check: Check }[] = [
  { nom: "Fichiers", check: integrity },
  { nom: "Tables", check: schemas },
  { nom: "Jointures", check: joins },
  { nom: "Géométries", check: geometries },
  { nom: "Sommes", check: sums },
  { nom: "Tuiles du graphe routier", check: tuiles },
  { nom: "Écarts à METRIC", check: calage },
  { nom: "Poids (gzip)", check: weights },
  { nom: "Chiffres de référence recalculés", check: references },
];
