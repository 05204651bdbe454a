import { INK, PAPER } from "../../carto/palettes";
import type { Provenance, Quality } from "../../domain/provenance";
import { CARTE_DESSINEE, QUALITE_COURTE, sourceText } from "../../textes/legende";
import type { Drawing, SvgMapInput } from "./input";
import { textWidth, wrapText } from "./text-fit";
import { tag, textLine } from "./xml";

export const SOFT_INK = "#55616a";

/** A piece of the page and the height it takes. */
export interface Block {
  readonly svg: string;
  readonly height: number;
}

/** The longest bar of 1, 2 or 5 × 10ⁿ km that fits. */
export function scaleBarKm(metresPerUnit: number, width: number): number {
  const km = (metresPerUnit * width) / 1000;
  const power = 10 ** Math.floor(Math.log10(km));
  return ([5, 2, 1].find((digit) => digit * power <= km) ?? 1) * power;
}

/** Scale bar and north, in the lower left corner of the map: Mercator has its north up everywhere. */
export function scaleAndNorth({ projection }: Drawing): string {
  const { frame, metresPerUnit } = projection;
  const km = scaleBarKm(metresPerUnit, Math.min(150, frame.width / 4));
  const length = (km * 1000) / metresPerUnit;
  const [x, y] = [frame.x + 14, frame.y + frame.height - 12];
  const half = length / 2;
  return tag(
    "g",
    {},
    tag("rect", { x: frame.x, y: y - 42, width: length + 72, height: 54, fill: PAPER }),
    tag("path", { d: `M${x + 8} ${y - 12}L${x + 3} ${y - 22}L${x + 8} ${y - 34}L${x + 13} ${y - 22}Z`, fill: INK }),
    textLine(x + 18, y - 18, CARTE_DESSINEE.nord, { size: 11, bold: true, fill: INK }),
    tag("rect", { x, y: y - 5, width: half, height: 4, fill: INK, stroke: INK, "stroke-width": 1 }),
    tag("rect", { x: x + half, y: y - 5, width: half, height: 4, fill: "#ffffff", stroke: INK, "stroke-width": 1 }),
    textLine(x + length + 6, y, CARTE_DESSINEE.echelle(km), { size: 10, fill: INK }),
  );
}

const BADGE: Record<Quality, { readonly fill: string; readonly ink: string }> = {
  officiel: { fill: "#e3f0e4", ink: "#24603a" },
  derive: { fill: "#e2edef", ink: "#17414f" },
  illustratif: { fill: "#fbf0d2", ink: "#6f4e00" },
};

/** A quality in a small rounded frame, its left edge at x, on the line whose baseline is y. */
export function badge(x: number, y: number, quality: Quality, size: number): Block & { readonly width: number } {
  const { fill, ink } = BADGE[quality];
  const text = QUALITE_COURTE[quality];
  const width = textWidth(text, size) + size;
  const frame = tag("rect", { x, y: y - size * 0.98, width, height: size * 1.36, rx: size * 0.4, fill });
  return { svg: frame + textLine(x + size / 2, y, text, { size, fill: ink }), height: size * 1.4, width };
}

/** Every source of the figures, of the basemap and of the layers, each once. */
export function allSources({ sources, fond, couches }: SvgMapInput): readonly Provenance[] {
  const all = [...sources, ...(fond?.sources ?? []), ...couches.flatMap((couche) => couche.sources)];
  return [...new Map(all.map((source) => [sourceText(source) + source.quality, source])).values()];
}

const SOURCE_SIZE = 8.6;
const SOURCE_LINE = 12.6;

/** The sources in columns, each with its badge. */
export function sourcesBlock(input: SvgMapInput, x: number, y: number, width: number): Block {
  const sources = allSources(input);
  const columns = width > 700 ? 3 : 2;
  const gap = 16;
  const column = (width - gap * (columns - 1)) / columns;
  const heights = Array.from({ length: columns }, () => 0);
  const edition = [CARTE_DESSINEE.produit, input.date === null ? "" : CARTE_DESSINEE.date(input.date)].filter((text) => text !== "").join(" · ");
  const parts = [
    textLine(x, y + 10, CARTE_DESSINEE.sources, { size: 10, bold: true, fill: INK }),
    textLine(x + width, y + 10, edition, { size: 9, anchor: "end", fill: SOFT_INK }),
  ];
  for (const source of sources) {
    const at = heights.indexOf(Math.min(...heights));
    const left = x + at * (column + gap);
    const block = oneSource(source, left, y + 24 + (heights[at] ?? 0), column);
    parts.push(block.svg);
    heights[at] = (heights[at] ?? 0) + block.height;
  }
  return { svg: tag("g", {}, ...parts), height: 18 + Math.max(0, ...heights) };
}

function oneSource(source: Provenance, x: number, y: number, width: number): Block {
  const mark = badge(x, y, source.quality, SOURCE_SIZE - 0.6);
  const lines = wrapText(sourceText(source), width - 58, SOURCE_SIZE);
  const texts = lines.map((line, i) => textLine(x + 56, y + i * (SOURCE_LINE - 1.6), line, { size: SOURCE_SIZE, fill: SOFT_INK }));
  return { svg: mark.svg + texts.join(""), height: SOURCE_LINE + (lines.length - 1) * (SOURCE_LINE - 1.6) + 2 };
}
