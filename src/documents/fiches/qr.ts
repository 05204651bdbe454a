import { encode } from "uqr";
import { escapeXml, tag } from "../svg-map/xml";

/** White modules that the norm (ISO/IEC 18004) asks for around the code. */
const QUIET = 4;

/** A QR code (error correction M) as an SVG of one path, with its name. */
export function qrSvg(content: string, nom: string): string {
  const { data, size } = encode(content, { ecc: "M", border: QUIET });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x): string[] => {
      if (!dark || row[x - 1] === true) return [];
      const end = row.findIndex((on, i) => i > x && !on);
      const length = (end < 0 ? size : end) - x;
      return [`M${x} ${y}h${length}v1h${-length}z`];
    }),
  );
  const attributes = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": nom, "shape-rendering": "crispEdges" };
  return tag("svg", attributes, tag("title", {}, escapeXml(nom)), tag("rect", { width: size, height: size, fill: "#ffffff" }), tag("path", { d: runs.join(""), fill: "#000000" }));
}
