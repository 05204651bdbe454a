import { fragiles } from "./fragiles";
import { implantation } from "./implantation";
import type { Modele } from "./modele";
import { plan } from "./plan";
import { soinsPrimaires } from "./soins-primaires";

/** Every ready-made presentation: one line and one file each. */
export const MODELES: readonly Modele[] = [soinsPrimaires, fragiles, implantation, plan];
