import type { ImagePath, MapImage } from "../carto/map-model";
import { PIXEL_RATIO } from "./reconcile";

/** Draws an image's paths on a canvas of `size` × 2 pixels. Throws when the browser gives no 2D context. */
export function rasterise(image: MapImage): ImageData {
  const side = Math.round(image.size * PIXEL_RATIO);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error(`no 2D context for an image of ${side} pixels`);
  context.scale(side / image.size, side / image.size);
  for (const path of image.paths) paint(context, path, new Path2D(path.d));
  return context.getImageData(0, 0, side, side);
}

function paint(context: CanvasRenderingContext2D, { fill, stroke, width = 1 }: ImagePath, shape: Path2D): void {
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fill(shape);
  }
  if (stroke !== undefined) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke(shape);
  }
}
