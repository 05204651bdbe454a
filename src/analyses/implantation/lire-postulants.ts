import type { RoadNetwork } from "../../geo/road-network";
import type { Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import type { ImplantationParams } from "./description";
import { lieuxDesMailles } from "./mailles";
import { chefsLieux, lieuxDesPoints, type Postulants } from "./postulants";

type Lire = (inputs: Inputs, network: RoadNetwork, lieux: Territoires, params: ImplantationParams) => Generator<number, Postulants, void>;

const LIEUX: Readonly<Record<ImplantationParams["candidats"], Lire>> = {
  // oxlint-disable-next-line require-yield
  *communes(_inputs, _network, lieux, params) {
    return chefsLieux(lieux, params);
  },
  // oxlint-disable-next-line require-yield
  *points(inputs, network, lieux, params) {
    return lieuxDesPoints(inputs, network, lieux, params);
  },
  cellules: lieuxDesMailles,
};

/** The places that stand for a choice. Yields the share done. */
export function lirePostulants(inputs: Inputs, network: RoadNetwork, lieux: Territoires, params: ImplantationParams): Generator<number, Postulants, void> {
  return LIEUX[params.candidats](inputs, network, lieux, params);
}
