/** Side of a cell of the inhabited grid, metres. */
export const COTE_MAILLE = 500;
