import { compiledOnce, fixedMemory } from "./compile";
import { SPREAD_WASM } from "./spread-wasm";

/** What a stretch of road is written as: see spread.wat. */
export const STRETCH = 7;

/** The samples of a grid, row by row, and the stretches of road to be drawn on them; all places and lengths in steps of the grid. */
export interface Canvas {
  readonly stretches: Float32Array;
  readonly seconds: Float32Array;
  readonly squares: Float32Array;
  readonly columns: number;
  /** How far from a stretch samples are reached. */
  readonly reach: number;
  /** Seconds. */
  readonly limit: number;
  readonly secondsPerStep: number;
  /** Draws the first stretches: each sample within reach of one, and within the limit, takes its time if that is lower, and its square of distance. */
  readonly draw: (count: number) => void;
}

type Sizes = Pick<Canvas, "columns" | "reach" | "limit" | "secondsPerStep"> & { readonly samples: number; readonly room: number };

interface Exports {
  readonly draw: (first: number, end: number, seconds: number, squares: number, columns: number, reach: number, limit: number, secondsPerStep: number) => void;
}

const FLOAT = Float32Array.BYTES_PER_ELEMENT;
/** Samples that the kernel may read and write back after the last row. */
const MARGIN = 4;
const spreadModule = compiledOnce(SPREAD_WASM);

/**
 * A canvas whose samples are all at Infinity, with room for that many stretches at a time; drawn by WebAssembly, four samples at a time: 7 ms
 * where a loop in JavaScript takes 16 (150 000 stretches on 100 000 samples); the same loop in JavaScript stands in for it.
 */
export function canvasFor({ samples, room, ...rest }: Sizes): Canvas {
  const stretchBytes = room * STRETCH * FLOAT;
  const sampleBytes = (samples + MARGIN) * FLOAT;
  const module = spreadModule();
  const memory = module === null ? null : fixedMemory(stretchBytes + 2 * sampleBytes);
  const buffer = memory?.buffer ?? new ArrayBuffer(stretchBytes + 2 * sampleBytes);
  const stretches = new Float32Array(buffer, 0, room * STRETCH);
  const seconds = new Float32Array(buffer, stretchBytes, samples).fill(Infinity);
  const squares = new Float32Array(buffer, stretchBytes + sampleBytes, samples).fill(Infinity);
  const canvas = { ...rest, stretches, seconds, squares };
  if (module === null || memory === null) return { ...canvas, draw: (count) => drawSlowly(canvas, count) };
  const { draw } = new WebAssembly.Instance(module, { js: { memory } }).exports as unknown as Exports;
  return { ...canvas, draw: (count) => draw(0, count * STRETCH * FLOAT, seconds.byteOffset, squares.byteOffset, rest.columns, rest.reach, rest.limit, rest.secondsPerStep) };
}

/** The same without the kernel. */
function drawSlowly(canvas: Omit<Canvas, "draw">, count: number): void {
  const { stretches, reach } = canvas;
  for (let at = 0; at < count * STRETCH; at += STRETCH) {
    const [x, y, dx, dy] = [stretches[at]!, stretches[at + 1]!, stretches[at + 2]!, stretches[at + 3]!];
    const lastRow = Math.floor(Math.max(y, y + dy) + reach);
    const [firstColumn, lastColumn] = [Math.ceil(Math.min(x, x + dx) - reach), Math.floor(Math.max(x, x + dx) + reach)];
    for (let row = Math.ceil(Math.min(y, y + dy) - reach); row <= lastRow; row += 1) drawRow(canvas, at, row, firstColumn, lastColumn);
  }
}

function drawRow({ stretches, seconds, squares, columns, reach, limit, secondsPerStep }: Omit<Canvas, "draw">, at: number, row: number, firstColumn: number, lastColumn: number): void {
  const [x, dx, dy, byFrom, byTo, rise] = [stretches[at]!, stretches[at + 2]!, stretches[at + 3]!, stretches[at + 4]!, stretches[at + 5]!, stretches[at + 6]!];
  const py = row - stretches[at + 1]!;
  const square = dx * dx + dy * dy;
  for (let column = firstColumn, sample = row * columns + firstColumn; column <= lastColumn; column += 1, sample += 1) {
    const px = column - x;
    const share = square > 0 ? Math.min(Math.max((px * dx + py * dy) / square, 0), 1) : 0;
    const distance = (px - share * dx) ** 2 + (py - share * dy) ** 2;
    const time = Math.min(byFrom + rise * share, byTo - rise * share) + Math.sqrt(distance) * secondsPerStep;
    if (distance > reach * reach || time > limit) continue;
    seconds[sample] = Math.min(seconds[sample]!, time);
    squares[sample] = Math.min(squares[sample]!, distance);
  }
}
