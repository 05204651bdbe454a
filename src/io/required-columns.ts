import type { ResourceName } from "../domain/ressource";

/**
 * Columns without which a table means nothing. A column of the schema that is not among them may be missing
 * from a replaced file: it is then read as « pas de donnée », with a warning.
 */
export const REQUIRED_COLUMNS: Readonly<Partial<Record<ResourceName, readonly string[]>>> = {
  communes: ["code", "nom", "dep", "epci", "population", "lon", "lat"],
  territoires: ["niveau", "code", "nom"],
  "zonage-communes": ["code", "zone"],
  bpe: ["code"],
  apl: ["code"],
  revenus: ["code"],
  "departements-professions": ["dep", "profession", "effectif"],
  "departements-apl": ["dep"],
  "departements-ages": ["dep"],
  etablissements: ["nom", "genre", "lon", "lat"],
  urgences: ["nom", "genre", "lon", "lat"],
  "urgences-communes": ["code"],
  corrections: ["nom", "genre", "lon", "lat"],
  "communes-couronne": ["code", "nom", "lon", "lat"],
  cellules: ["x", "y", "code", "population"],
  msp: ["nom", "lon", "lat"],
  "centres-sante": ["nom", "genre", "lon", "lat"],
  stages: ["nom", "lon", "lat"],
};

/** Column whose values stand once only. */
export const UNIQUE_COLUMN: Readonly<Partial<Record<ResourceName, string>>> = {
  communes: "code",
  "zonage-communes": "code",
  bpe: "code",
  apl: "code",
  revenus: "code",
  "urgences-communes": "code",
  "communes-couronne": "code",
};

/** Types of the columns that a file without a declared schema (GeoJSON points) may have; any other is guessed. */
export const KNOWN_TYPES: Readonly<Record<string, string>> = {
  lon: "number",
  lat: "number",
  capacite: "number",
  id: "string",
  finess: "string",
  nom: "string",
  genre: "string",
  code_commune: "string",
  dep: "string",
};
