import type { Bench } from "./bench";
import { CONTRE_C } from "./contre-c";
import { trajetsGeojson } from "./contre-geojson";
import { CONTRE_NGRAPH } from "./contre-ngraph";
import { CONTRE_VALHALLA } from "./contre-valhalla";
import { dissoudre } from "./dissoudre";
import { etiqueter } from "./etiqueter";
import { EXPORTS } from "./exporter";
import { glisser } from "./glisser";
import { IMPLANTATION } from "./implantation";
import { isochrones } from "./isochrones";
import { recolorer } from "./recolorer";
import { siteProche } from "./site-proche";

/** Every bench, in the order of the report. */
export const BENCHES: readonly Bench[] = [etiqueter, siteProche, dissoudre, isochrones, ...CONTRE_C, ...CONTRE_NGRAPH, trajetsGeojson, ...CONTRE_VALHALLA, ...IMPLANTATION, recolorer, glisser, ...EXPORTS];
