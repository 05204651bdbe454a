import { communesDuTerritoire, parseTerritoire } from "../../analyses/shared/territoire";
import { type Outcome, success } from "../../domain/outcome";
import type { Territoire } from "../../domain/perimetre";
import type { Dataset } from "../../domain/ressource";
import { selectRows, type Table, textValues } from "../../domain/table";
import type { Etendue } from "../files";
import type { Loader } from "../loader";

/** A territory found in the package, with the tables that say what it is made of. */
export interface Lieu {
  readonly territoire: Territoire;
  /** Whether the Haute-Vienne parts of the cut tables hold all of it. */
  readonly etendue: Etendue;
  readonly communes: Dataset;
  readonly territoires: Dataset;
}

/** A first guess from the code alone: a code of Haute-Vienne needs its rows only. */
const looksLikeHauteVienne = (code: string): boolean => /^87(\d{3})?$/.test(code);

/** An EPCI all of whose communes are in Haute-Vienne. */
function isEpciOfHauteVienne(code: string, territoires: Table): boolean {
  const niveaux = textValues(territoires, "niveau");
  const deps = textValues(territoires, "deps");
  return textValues(territoires, "code").some((known, row) => known === code && niveaux[row] === "epci" && deps[row] === "87");
}

/** Finds a territory by its code; an unknown one is refused with the nearest names of the whole region. */
export async function trouverLieu(loader: Loader, code: string): Promise<Outcome<Lieu>> {
  const territoires = await loader.dataset("territoires", "tout");
  if (!territoires.ok) return territoires;
  const hv = looksLikeHauteVienne(code) || isEpciOfHauteVienne(code, territoires.value.table);
  if (hv) {
    const found = await chercher(loader, code, "87", territoires.value);
    if (found.ok) return found;
  }
  return chercher(loader, code, "tout", territoires.value);
}

async function chercher(loader: Loader, code: string, etendue: Etendue, territoires: Dataset): Promise<Outcome<Lieu>> {
  const communes = await loader.dataset("communes", etendue);
  if (!communes.ok) return communes;
  const territoire = parseTerritoire(code, communes.value.table, territoires.table);
  return territoire.ok ? success({ territoire: territoire.value, etendue, communes: communes.value, territoires }) : territoire;
}

/** The communes of the territory, one row each, by code. */
export function communesDe({ territoire, communes }: Lieu): Table {
  return selectRows(communes.table, communesDuTerritoire(territoire, communes.table));
}
