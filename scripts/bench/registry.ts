import type { Bench } from "./bench";
import { dissoudre } from "./dissoudre";
import { etiqueter } from "./etiqueter";
import { glisser } from "./glisser";
import { isochrones } from "./isochrones";
import { recolorer } from "./recolorer";
import { siteProche } from "./site-proche";
import { unVersTous } from "./un-vers-tous";

/** Every bench, in the order of the report. */
export const BENCHES: readonly Bench[] = [etiqueter, siteProche, dissoudre, isochrones, unVersTous, recolorer, glisser];
