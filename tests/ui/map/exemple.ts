import type { Feature, FeatureCollection } from "geojson";
import { vi } from "vitest";
import type { MapModel } from "../../../src/carto/map-model";
import type { MapViewProps } from "../../../src/ui/map/MapView";

/** Four square communes of 0.1° in a 2 × 2 block, and two sites. */
export const CODES = ["NO", "NE", "SO", "SE"] as const;

const COINS = { NO: [1, 46], NE: [1.1, 46], SO: [1, 45.9], SE: [1.1, 45.9] } as const;

function carre(code: (typeof CODES)[number]): Feature {
  const [x, y] = COINS[code];
  const anneau = [[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]];
  return { type: "Feature", properties: { code, nom: `Commune ${code}` }, geometry: { type: "Polygon", coordinates: [anneau] } };
}

function site(id: string, lon: number): Feature {
  return { type: "Feature", properties: { id, nom: `Site ${id}` }, geometry: { type: "Point", coordinates: [lon, 46.05] } };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}

export const MODELE: MapModel = {
  style: {
    version: 8,
    sources: {},
    layers: [
      { id: "cible", type: "fill", source: "territoires", metadata: { role: "territoire" } },
      { id: "cercles", type: "circle", source: "medecins", metadata: { role: "point", couche: "medecins" } },
      { id: "msp", type: "symbol", source: "msp", metadata: { role: "point", couche: "msp" } },
      { id: "grappes", type: "symbol", source: "msp", metadata: { role: "grappe" } },
    ],
  },
  data: {
    territoires: collection(CODES.map(carre)),
    medecins: collection([site("cercle", 1.05)]),
    msp: collection([site("est", 1.18), site("ouest", 1.02)]),
  },
  states: {},
  quadrillages: {},
  images: {},
  attributions: [],
};

/** The same four communes, drawn. */
export const DESSIN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">
  ${CODES.map((code) => `<path data-code="${code}" d="M0 0H10V10Z"/>`).join("")}
  <circle data-couche="msp" data-id="est" r="1"/>
</svg>`;

/** What the map is given; nothing listens. */
export function proprietes(plus: Partial<MapViewProps> = {}): MapViewProps {
  return {
    nom: "Carte : essai",
    model: MODELE,
    montrer: true,
    camera: null,
    bbox: [1, 45.9, 1.2, 46.1],
    cible: null,
    marges: { left: 0, right: 0, top: 0, bottom: 0 },
    choisi: null,
    decrire: ({ nom }) => ({ nom, valeur: "12,3 min", qualite: "derive" }),
    dessiner: () => DESSIN,
    onSelect: vi.fn(),
    onHover: vi.fn(),
    onMove: vi.fn(),
    onWebgl: vi.fn(),
    onFond: vi.fn(),
    ...plus,
  };
}
