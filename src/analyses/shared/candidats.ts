/** Sites an outside engine is asked about from each starting point: among the five nearest as the crow flies, the nearest by road is all but always found. */
export const CANDIDATS = 5;
