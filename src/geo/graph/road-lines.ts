/** Lines of a road file as typed columns, before they are made a graph. Lines that share a place meet there. */
export interface RoadLines {
  /** Longitude and latitude of the places, 1e-7 degree (about a centimetre). */
  readonly lonE7: Int32Array;
  readonly latE7: Int32Array;
  /** Line l runs through the places `place[start[l]] .. place[start[l + 1] - 1]`: two at least. */
  readonly start: Int32Array;
  readonly place: Int32Array;
  /** Class, ramp and one-way bits of `RoadGraph.attributes`, by line; one-way lines run in the order of their places. */
  readonly attributes: Uint8Array;
  /** What the file says of the surroundings of a line: one of SURROUNDINGS. */
  readonly surroundings: Uint8Array;
}

/** What surrounds a road, as far as its own attributes tell. */
export const SURROUNDINGS = { unknown: 0, builtUp: 1, open: 2 } as const;

/** 1e-7 degree, the precision of OpenStreetMap. */
export const E7 = 10_000_000;
