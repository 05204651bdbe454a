import type { Niveau } from "./perimetre";
import type { Provenance } from "./provenance";
import type { Unit } from "./units";

/** One component of the fragility of a place. */
export interface ComposanteProfil {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly digits: number;
  /** null is « pas de donnée ». */
  readonly valeur: number | null;
  /** 0 (favourable) to 100 (fragile), between fixed bounds: one place compares with another whatever their size. */
  readonly note: number | null;
}

/** The fragility of one place. */
export interface LieuProfil {
  readonly niveau: Niveau;
  readonly code: string;
  readonly nom: string;
  /** 0 to 100, every component weighing the same. */
  readonly score: number | null;
  readonly composantes: readonly ComposanteProfil[];
  /** No road graph: minutes are estimated as the crow flies. */
  readonly estimation: boolean;
  readonly sources: readonly Provenance[];
}
