import { apl, apl62, apl65 } from "./apl";
import type { Composante } from "./composante";
import { densite, densiteLissee } from "./densite";
import { departs } from "./departs";
import { minutesMedecin, minutesMsp, minutesPharmacie, minutesUrgences } from "./minutes";
import { revenu } from "./revenu";
import { structures } from "./structures";
import { vieillissement } from "./vieillissement";
import { zonage } from "./zonage";

/** Every component, in the order of the form and of the columns. One line each; its weight is a parameter of `poids.ts`. */
export const COMPOSANTES: readonly Composante[] = [
  zonage, densite, densiteLissee, apl, apl65, apl62, minutesMedecin, minutesMsp, minutesPharmacie, minutesUrgences, revenu, vieillissement, structures, departs,
];
