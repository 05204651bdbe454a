import type { CoucheId } from "../domain/couche";
import type { ImagePath, MapImage } from "./map-model";

/** Side of every symbol, in CSS pixels at its nominal scale. */
export const SYMBOL_SIZE = 24;

/** One drawing a kind of site: told apart by its outline first, by its colour and glyph next. */
export type SymbolId =
  | "msp"
  | "centre-sante-medecin"
  | "centre-sante-infirmier"
  | "centre-sante-dentaire"
  | "centre-sante-autre"
  | "pharmacie"
  | "hopital"
  | "urgences"
  | "smur"
  | "mcs"
  | "ehpad"
  | "laboratoire"
  | "stage"
  | "medecin"
  | "hebergement"
  | "specialiste"
  | "maison-medicale-garde"
  | "csnp"
  | "telemedecine"
  | "ateliers"
  | "site";

interface SymbolSpec {
  /** Closed outline in a 24 × 24 square. */
  readonly shape: string;
  readonly color: string;
  /** What stands on the shape. */
  readonly glyph: readonly ImagePath[];
}

const WHITE = "#ffffff";
const SQUARE = "M6 2.5H18A3.5 3.5 0 0 1 21.5 6V18A3.5 3.5 0 0 1 18 21.5H6A3.5 3.5 0 0 1 2.5 18V6A3.5 3.5 0 0 1 6 2.5Z";
const DISC = "M12 1.8A10.2 10.2 0 1 1 12 22.2A10.2 10.2 0 1 1 12 1.8Z";

function solid(d: string): ImagePath {
  return { d, fill: WHITE };
}
function line(d: string, width = 2): ImagePath {
  return { d, stroke: WHITE, width };
}

const SYMBOLS: Record<SymbolId, SymbolSpec> = {
  msp: {
    shape: "M12 1.5L23 11H20V21.8H4V11H1Z",
    color: "#7d1d5f",
    glyph: [solid("M10.5 9.4H13.5V12.4H16.5V15.4H13.5V18.4H10.5V15.4H7.5V12.4H10.5Z")],
  },
  "centre-sante-medecin": {
    shape: SQUARE,
    color: "#1f5fa6",
    glyph: [line("M7.6 5.8V9.4A3.7 3.7 0 0 0 15 9.4V5.8M11.3 13.2V14.6A3.2 3.2 0 0 0 17.7 14.6V13.4"), solid("M17.7 9.6A1.9 1.9 0 1 1 17.7 13.4A1.9 1.9 0 1 1 17.7 9.6Z")],
  },
  "centre-sante-infirmier": {
    shape: SQUARE,
    color: "#1b7a86",
    glyph: [solid("M12 18.6L6.6 13.2A3.6 3.6 0 0 1 11.6 8L12 8.4L12.4 8A3.6 3.6 0 0 1 17.4 13.2Z")],
  },
  "centre-sante-dentaire": {
    shape: SQUARE,
    color: "#5a5f9c",
    glyph: [
      solid(
        "M8.6 5.8C10.1 5.8 10.6 6.6 12 6.6S13.9 5.8 15.4 5.8C17.5 5.8 18.4 7.6 18 9.9C17.5 12.8 16.9 18.4 15.1 18.4C13.5 18.4 13.8 14.2 12 14.2S10.5 18.4 8.9 18.4C7.1 18.4 6.5 12.8 6 9.9C5.6 7.6 6.5 5.8 8.6 5.8Z",
      ),
    ],
  },
  "centre-sante-autre": { shape: SQUARE, color: "#5b6570", glyph: [solid("M12 8A4 4 0 1 1 12 16A4 4 0 1 1 12 8Z")] },
  pharmacie: { shape: "M8.2 2H15.8V8.2H22V15.8H15.8V22H8.2V15.8H2V8.2H8.2Z", color: "#1d7a3f", glyph: [] },
  hopital: { shape: DISC, color: "#24457f", glyph: [solid("M7.4 6.2H10.2V10.6H13.8V6.2H16.6V17.8H13.8V13.2H10.2V17.8H7.4Z")] },
  urgences: {
    shape: "M9.7 1.6H14.3V8L19.9 4.8L22.2 8.8L16.6 12L22.2 15.2L19.9 19.2L14.3 16V22.4H9.7V16L4.1 19.2L1.8 15.2L7.4 12L1.8 8.8L4.1 4.8L9.7 8Z",
    color: "#c02433",
    glyph: [],
  },
  smur: {
    shape: "M1 5H14.5V8.4H18.8L23 12.8V18.2H20.4A2.9 2.9 0 0 1 14.8 18.2H9.2A2.9 2.9 0 0 1 3.6 18.2H1Z",
    color: "#b8480c",
    glyph: [solid("M6.6 7H8.9V9.1H11V11.4H8.9V13.5H6.6V11.4H4.5V9.1H6.6Z"), solid("M16 10.1H18.1L20.4 12.6H16Z")],
  },
  mcs: {
    shape: "M12 0.8L23.2 12L12 23.2L0.8 12Z",
    color: "#6a3fa0",
    glyph: [line("M4.8 12.4H8.2L10.4 7.4L13.6 16.6L15.6 12.4H19.2")],
  },
  ehpad: {
    shape: "M6.6 2.4H17.4L23 12L17.4 21.6H6.6L1 12Z",
    color: "#7a4f2c",
    glyph: [line("M6.4 7.4V16.8M6.4 14.2H17.6M17.6 16.8V13A2.2 2.2 0 0 0 15.4 10.8H10.4V14")],
  },
  laboratoire: {
    shape: "M7.6 1.6H16.4V4.4H15.2V9.4L22 19.6A1.8 1.8 0 0 1 20.5 22.4H3.5A1.8 1.8 0 0 1 2 19.6L8.8 9.4V4.4H7.6Z",
    color: "#0d6e80",
    glyph: [solid("M9.4 13.2H14.6L18.6 19.6H5.4Z")],
  },
  stage: {
    // Hatched: the set is a demonstration one, and says so wherever it is drawn.
    shape: DISC,
    color: "#8f5a00",
    glyph: [
      { d: "M12 3.8A8.2 8.2 0 1 1 12 20.2A8.2 8.2 0 1 1 12 3.8Z", fill: "#fff3d6" },
      { d: "M4.6 15.4L15.4 4.6M6.2 17.8L17.8 6.2M8.6 19.4L19.4 8.6", stroke: "#d9a441", width: 1.4 },
      { d: "M12 6.6L20 10.4L12 14.2L4 10.4ZM7.4 12.8V15.8C9 17.6 15 17.6 16.6 15.8V12.8L12 15Z", fill: "#6b4300" },
    ],
  },
  medecin: {
    shape: DISC,
    color: "#2c3742",
    glyph: [solid("M12 5.4A3.2 3.2 0 1 1 12 11.8A3.2 3.2 0 1 1 12 5.4Z"), solid("M5.9 17.6C6.3 14.6 8.8 13 12 13S17.7 14.6 18.1 17.6Z")],
  },
  hebergement: { shape: DISC, color: "#56621a", glyph: [line("M5.8 7.4V17M5.8 14.4H18.4M18.4 17V13A2 2 0 0 0 16.4 11H10.2V14.2", 1.9)] },
  specialiste: { shape: SQUARE, color: "#6a2c70", glyph: [line("M8 5.8V10A4 4 0 0 0 16 10V5.8M12 14V15.4A3 3 0 0 0 18 15.4V14.6", 1.8)] },
  "maison-medicale-garde": { shape: "M12 1.5L23 11H20V21.8H4V11H1Z", color: "#33378c", glyph: [solid("M13.6 9.2A5 5 0 1 0 16.9 16.4A4.4 4.4 0 0 1 13.6 9.2Z")] },
  csnp: { shape: SQUARE, color: "#a03a24", glyph: [line("M12 5.6A6.4 6.4 0 1 1 12 18.4A6.4 6.4 0 1 1 12 5.6Z", 1.7), line("M12 8.4V12.4H14.8", 1.7)] },
  telemedecine: { shape: SQUARE, color: "#256b8f", glyph: [line("M5.6 7H18.4V14.8H5.6ZM12 14.8V18.2M8.6 18.2H15.4", 1.8)] },
  ateliers: {
    shape: "M4.5 3H19.5A3 3 0 0 1 22.5 6V14A3 3 0 0 1 19.5 17H12L6.5 22V17H4.5A3 3 0 0 1 1.5 14V6A3 3 0 0 1 4.5 3Z",
    color: "#8a4b00",
    glyph: [line("M6.5 8H17.5M6.5 12H14")],
  },
  site: { shape: DISC, color: "#37424d", glyph: [solid("M12 8A4 4 0 1 1 12 16A4 4 0 1 1 12 8Z")] },
};
export const SYMBOL_IDS = Object.keys(SYMBOLS) as readonly SymbolId[];

/** The symbol as an image: white rim, coloured shape, white glyph. */
export function symbolImage(id: SymbolId): MapImage {
  return IMAGES[id];
}

// Built once: the map compares images by reference.
const IMAGES = Object.fromEntries(
  SYMBOL_IDS.map((id) => {
    const { shape, color, glyph } = SYMBOLS[id];
    return [id, { size: SYMBOL_SIZE + 4, paths: shifted([{ d: shape, stroke: WHITE, width: 3.2 }, { d: shape, fill: color }, ...glyph]) }];
  }),
) as Record<SymbolId, MapImage>;

/** Leaves two pixels around the 24 × 24 drawing for its rim. Path data is absolute, arcs included. */
function shifted(paths: readonly ImagePath[]): readonly ImagePath[] {
  return paths.map((path) => ({ ...path, d: translatePath(path.d, 2) }));
}

/** Translates absolute path data of the commands M L H V A C S Z by (by, by). */
function translatePath(d: string, by: number): string {
  return d.replaceAll(/([MLHVACSZ])([^MLHVACSZ]*)/g, (_, command: string, text: string) => {
    const numbers = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const moved = numbers.map((value, i) => (command === "A" && i % 7 < 5 ? value : Math.round((value + by) * 100) / 100));
    return command + moved.join(" ");
  });
}

/** Which symbol each kind of site is drawn with: the value of a feature's `genre`. */
const SYMBOL_OF_GENRE: Readonly<Record<string, SymbolId>> = {
  ...Object.fromEntries(SYMBOL_IDS.map((id) => [id, id])),
  "smur-mcs": "smur",
};

export function symbolOfGenre(genre: unknown): SymbolId {
  return SYMBOL_OF_GENRE[String(genre)] ?? "site";
}

/** Layers that are not drawn with the one symbol of their name. */
const SYMBOLES_COUCHE: Readonly<Partial<Record<CoucheId, readonly SymbolId[]>>> = {
  "centres-sante": ["centre-sante-medecin", "centre-sante-infirmier", "centre-sante-dentaire", "centre-sante-autre"],
  "soins-non-programmes": ["maison-medicale-garde", "csnp", "telemedecine"],
  stages: ["stage"],
  hebergements: ["hebergement"],
  consultations: ["specialiste"],
};

/** Which symbols a point layer of the map may show, first one in its legend. */
export function symbolsOfCouche(couche: CoucheId): readonly SymbolId[] {
  return SYMBOLES_COUCHE[couche] ?? (couche in SYMBOLS ? [couche as SymbolId] : []);
}
