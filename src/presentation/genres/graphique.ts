import type { Genre } from "./genre";

export const graphique: Genre = {
  id: "graphique",
  vivant: true,
  possible: (capture) => capture.graphique !== null,
  corps: ({ capture }) => (capture?.graphique == null ? null : { genre: "graphique", graphique: capture.graphique }),
};
