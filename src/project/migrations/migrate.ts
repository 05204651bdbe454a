import { AUCUN_CHANGEMENT } from "../../domain/changements";
import { VERSION_DOCUMENT } from "../document";

type Raw = Readonly<Record<string, unknown>>;

/** 1 → 2: sites added on the map, and speeds supposed. */
function addedSitesAndSpeeds(document: Raw): Raw {
  const selection = document["selection"];
  const given = typeof selection === "object" && selection !== null ? { ...selection, ajouts: [] } : selection;
  return { ...document, version: 2, selection: given, vitesses: null };
}

/** 2 → 3: scenarios, and practitioners supposed. */
function scenarios(document: Raw): Raw {
  return { ...document, version: 3, medecins: {}, scenarios: [], actif: null, present: AUCUN_CHANGEMENT };
}

/** From version n (1-based index + 1) to n + 1. A shipped version is never edited: a new one adds a line here and a fixture in tests/projets/. */
const STEPS: readonly ((document: Raw) => Raw)[] = [addedSitesAndSpeeds, scenarios];

/** A saved document brought to the current version, or null when its version is not one that was ever shipped. */
export function migrate(document: Raw): Raw | null {
  const version = document["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1 || version > VERSION_DOCUMENT) return null;
  return STEPS.slice(version - 1).reduce((current, step) => step(current), document);
}
