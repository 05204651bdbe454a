import type { MarkId } from "../view";
import { circle } from "./circle";
import { contour } from "./contour";
import { fill } from "./fill";
import { isoline } from "./isoline";
import { line } from "./line";
import { maille } from "./maille";
import { quadrillage } from "./quadrillage";
import type { Mark } from "./mark";
import { numero } from "./numero";
import { symbol } from "./symbol";

/** Every way of drawing a view: one line and one file each. */
export const MARKS: Readonly<Record<MarkId, Mark>> = { fill, circle, symbol, numero, isoline, contour, line, maille, quadrillage };
