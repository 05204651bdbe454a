import type { MoteurId } from "../../domain/moteur";
import { ign } from "./ign";
import type { Moteur } from "./moteur";
import { openrouteservice } from "./openrouteservice";
import { osrm } from "./osrm";
import { valhalla } from "./valhalla";

/** One line an engine. */
export const ADAPTATEURS: Record<MoteurId, Moteur> = { ign, osrm, valhalla, openrouteservice };
