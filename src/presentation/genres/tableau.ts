import type { Genre } from "./genre";

export const tableau: Genre = {
  id: "tableau",
  vivant: true,
  possible: ({ tableau: rows }) => rows.lignes.length > 0,
  corps: ({ capture }) => (capture === null || capture.tableau.lignes.length === 0 ? null : { genre: "tableau", tableau: capture.tableau }),
};
