/**
 * Communes that some sources still count and that COG 2026 no longer has, and the commune that holds
 * them today. Sources: Etalab, decoupage-administratif 6.0.0 (communes déléguées and their chef-lieu) for all but
 * two; Le Jardin: Montaignac-sur-Doustre, commune nouvelle of 1 January 2019, without delegated communes;
 * Moutonneau: Aunac-sur-Charente, commune nouvelle of 1 January 2025, without delegated communes.
 */
export const COMMUNES_FUSIONNEES: Readonly<Record<string, { readonly nom: string; readonly vers: string }>> = {
  "16010": { nom: "Ambleville", vers: "16186" },
  "16140": { nom: "Fontclaireau", vers: "16206" },
  "16147": { nom: "Gardes-le-Pontaroux", vers: "16198" },
  "16226": { nom: "Montignac-Charente", vers: "16393" },
  "16238": { nom: "Moutonneau", vers: "16023" },
  "16351": { nom: "Saint-Simeux", vers: "16233" },
  "16355": { nom: "Saint-Sulpice-de-Cognac", vers: "16097" },
  "17334": { nom: "Saint-Georges-de-Longuepierre", vers: "17268" },
  "19092": { nom: "Le Jardin", vers: "19143" },
  "19223": { nom: "Saint-Martin-Sepert", vers: "19248" },
  "19230": { nom: "Saint-Pardoux-Corbier", vers: "19248" },
  "23023": { nom: "Blaudeix", vers: "23149" },
  "24089": { nom: "Cazoulès", vers: "24325" },
  "24314": { nom: "Orliaguet", vers: "24325" },
  "33409": { nom: "Saint-Genis-du-Bois", vers: "33008" },
  "64541": { nom: "Urdès", vers: "64300" },
  "79060": { nom: "Caunay", vers: "79307" },
  "79180": { nom: "Montalembert", vers: "79307" },
  "79205": { nom: "Pers", vers: "79307" },
  "79212": { nom: "Pliboux", vers: "79307" },
  "86231": { nom: "Saint-Macoux", vers: "86247" },
};

/** The present commune of a code of any vintage of the sources. */
export function codeActuel(code: string): string {
  return COMMUNES_FUSIONNEES[code]?.vers ?? code;
}
