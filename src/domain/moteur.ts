import { issue } from "./issue";
import { failure, type Outcome, success } from "./outcome";

/** Outside engines that may give minutes instead of the embedded graph. Off by default: they receive coordinates. */
export const MOTEURS_ID = ["ign", "osrm", "valhalla", "openrouteservice"] as const;
export type MoteurId = (typeof MOTEURS_ID)[number];

export interface DescriptionMoteur {
  readonly nom: string;
  /** Menu of engines. */
  readonly label: string;
  /** Who runs it; null when it is whoever runs the address that the user gives. */
  readonly operateur: string | null;
  /** Base address; `libre`: an example, the user gives their own. */
  readonly adresse: string;
  readonly libre: boolean;
  /** Whether a key of the user goes with each request. */
  readonly cle: boolean;
  /** Whether it draws isochrones, besides giving minutes. */
  readonly isochrones: boolean;
}

export const MOTEURS: Record<MoteurId, DescriptionMoteur> = {
  ign: { nom: "IGN Géoplateforme", label: "IGN Géoplateforme (data.geopf.fr)", operateur: "l'IGN", adresse: "https://data.geopf.fr", libre: false, cle: false, isochrones: true },
  osrm: { nom: "OSRM", label: "OSRM, à l'adresse de votre choix", operateur: null, adresse: "http://localhost:5000", libre: true, cle: false, isochrones: false },
  valhalla: { nom: "Valhalla", label: "Valhalla, à l'adresse de votre choix", operateur: null, adresse: "http://localhost:8002", libre: true, cle: false, isochrones: true },
  openrouteservice: {
    nom: "openrouteservice",
    label: "openrouteservice (api.openrouteservice.org)",
    operateur: "HeiGIT, Heidelberg (Allemagne)",
    adresse: "https://api.openrouteservice.org",
    libre: false,
    cle: true,
    isochrones: true,
  },
};

/** The user agreed that coordinates go to this engine at this origin (« https://data.geopf.fr »). Kept for the session only. */
export interface Accord {
  readonly moteur: MoteurId;
  readonly origine: string;
}

/** An engine to ask, with the consent it is asked under. */
export interface DemandeMoteur {
  readonly id: MoteurId;
  /** Base address, without its last slash. */
  readonly adresse: string;
  /** The user's key; "" without. Never saved, never in a result's key. */
  readonly cle: string;
  readonly accord: Accord;
}

/** Points in degrees, EPSG:4326. */
export interface Points {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

/** Minutes to ask for: from each origin to each of its candidate sites. */
export interface DemandeMatrice {
  readonly origines: Points;
  readonly sites: Points;
  /** Candidates of each origin, `k` a row: indices in `sites`, −1 for none. */
  readonly candidats: Int32Array;
  readonly k: number;
}

/** Isochrones to ask for: one zone around each point for each of the minutes. */
export interface DemandeIsochrones {
  readonly points: Points;
  /** Ascending. */
  readonly minutes: readonly number[];
  /** depart: where one gets to from the points; arrivee: where one comes to them from. */
  readonly sens: "depart" | "arrivee";
}

const SUR_CET_APPAREIL: ReadonlySet<string> = new Set(["localhost", "127.0.0.1"]);

/**
 * A base address as the user types it, without its last slash. Refused: what is no address, other protocols, http
 * outside this device (coordinates would travel in clear, and browsers block it), a name and password, a query.
 */
export function parseAdresse(texte: string): Outcome<string> {
  const refuse = (): Outcome<never> => failure(issue("moteur-adresse", "erreur", { adresse: texte }));
  if (!URL.canParse(texte.trim())) return refuse();
  const url = new URL(texte.trim());
  const secure = url.protocol === "https:" || (url.protocol === "http:" && SUR_CET_APPAREIL.has(url.hostname));
  if (!secure || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return refuse();
  return success(url.href.replace(/\/+$/, ""));
}

/** « example.org », « localhost:5000 »: how an engine's address is named on screen. */
export function hoteDe(adresse: string): string {
  return new URL(adresse).host;
}
