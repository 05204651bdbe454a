/** Tabs of « Terrain », in their order; the first one is that of a link which names none. */
export const ONGLETS_TERRAIN = ["ateliers", "plan", "pacte", "etude"] as const;
export type OngletTerrain = (typeof ONGLETS_TERRAIN)[number];
