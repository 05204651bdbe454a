/**
 * Widths of Noto Sans in thousandths of the size, by group of characters: enough to wrap and to place names
 * without a screen. What is not listed counts as a lower-case letter.
 */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["iîïíljI|.,:;'’!", 280],
  ["tfr()[]-/·", 370],
  [" \u00A0\u202F", 260],
  ["mwMW%—", 900],
  ["ABCDEFGHKLNOPQRSTUVXYZÀÂÉÈÊÎÔÙÇ&+", 650],
  ["0123456789«»", 572],
  ["csxzvykj", 500],
];
const WIDTH_OF = new Map(WIDTHS.flatMap(([characters, width]) => [...characters].map((c) => [c, width] as const)));
const DEFAULT_WIDTH = 590;
const BOLD = 1.06;
/** Where Noto Sans is missing, what stands in for it is up to a tenth wider: lines are cut a little early. */
const CAUTION = 0.92;

/** Width of a text in the unit of its size. An estimate, within a few percent. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += WIDTH_OF.get(character) ?? DEFAULT_WIDTH;
  return (sum / 1000) * size * (bold ? BOLD : 1);
}

/** Cuts a text into lines no wider than `width`, between words; a longer word stands alone on its line. */
export function wrapText(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of hold(text).split(/[ \n]+/).filter((w) => w !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > width * CAUTION) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** French never parts a figure from its unit, nor a word from the double punctuation that follows it. */
function hold(text: string): string {
  return text.replaceAll(/(\d) (?=\d|min\b|km\b|hab\b|[%€])/g, "$1\u00A0").replaceAll(/ (?=[;:!?»])/g, "\u00A0");
}

/** The first lines of a wrapped text, the last one cut with « … » when some are left out. */
export function wrapWithin(text: string, width: number, size: number, maxLines: number): readonly string[] {
  const lines = wrapText(text, width, size);
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1] ?? ""} …`];
}
