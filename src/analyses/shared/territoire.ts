import { issue } from "../../domain/issue";
import { nearest } from "../../domain/nearest";
import { failure, type Outcome, success } from "../../domain/outcome";
import { CODE_REGION, COLONNE_NIVEAU, type GenreTerritoire, NIVEAUX_TOUS, type Niveau, type Territoire } from "../../domain/perimetre";
import { type Table, textValues } from "../../domain/table";

/** Kinds of territory one can look at, by the level their codes stand in. */
const GENRE_DU_NIVEAU: Readonly<Partial<Record<Niveau, GenreTerritoire>>> = {
  region: "region",
  departement: "departement",
  epci: "epci",
  commune: "commune",
};

/** Every territory one can look at: région, départements, EPCI, then communes. */
export function listTerritoires(communes: Table, territoires: Table): readonly Territoire[] {
  const niveaux = textValues(territoires, "niveau");
  const codes = textValues(territoires, "code");
  const noms = textValues(territoires, "nom");
  const grouped = niveaux.flatMap((niveau, row): Territoire[] => {
    const genre = GENRE_DU_NIVEAU[niveau as Niveau];
    const code = codes[row];
    return genre === undefined || code === null || code === undefined ? [] : [{ genre, code, nom: noms[row] ?? code }];
  });
  const communeNoms = textValues(communes, "nom");
  const single = textValues(communes, "code").flatMap((code, row): Territoire[] =>
    code === null ? [] : [{ genre: "commune", code, nom: communeNoms[row] ?? code }],
  );
  return [...grouped, ...single];
}

/** The three territories whose code (for digits) or name looks most like `text`: « Limoges (87085), … ». */
function proches(text: string, known: readonly Territoire[]): string {
  const byCode = /\d/.test(text);
  const labels = new Map(known.map((territoire) => [byCode ? territoire.code : territoire.nom, territoire]));
  return nearest(text, [...labels.keys()])
    .map((label) => labels.get(label))
    .filter((territoire) => territoire !== undefined)
    .map(({ nom, code }) => `${nom} (${code})`)
    .join(", ");
}

/**
 * The territory of a code: « NA », a département, an EPCI or a commune. An unknown code is refused with the nearest
 * ones; a name instead of a code too, so that « Limoges » answers « Limoges (87085) ».
 */
export function parseTerritoire(code: string, communes: Table, territoires: Table): Outcome<Territoire> {
  const known = listTerritoires(communes, territoires);
  const found = known.find((territoire) => territoire.code === code.trim());
  return found === undefined
    ? failure(issue("territoire-inconnu", "erreur", { code, proches: proches(code, known) }))
    : success(found);
}

export function parseNiveau(niveau: string): Outcome<Niveau> {
  const found = NIVEAUX_TOUS.find((known) => known === niveau);
  return found === undefined ? failure(issue("niveau-inconnu", "erreur", { niveau, attendus: NIVEAUX_TOUS.join(", ") })) : success(found);
}

/** Column of `communes` that tells whether a commune is in the territory. */
const COLONNE_TERRITOIRE: Record<GenreTerritoire, string> = {
  region: COLONNE_NIVEAU.region,
  departement: COLONNE_NIVEAU.departement,
  epci: COLONNE_NIVEAU.epci,
  commune: COLONNE_NIVEAU.commune,
};

/** Row numbers, in `communes`, of the communes of the territory, by code. */
export function communesDuTerritoire(territoire: Territoire, communes: Table): readonly number[] {
  const inside = textValues(communes, COLONNE_TERRITOIRE[territoire.genre]);
  const codes = textValues(communes, "code");
  const all = territoire.code === CODE_REGION;
  const rows = codes.flatMap((code, row) => (code !== null && (all || inside[row] === territoire.code) ? [row] : []));
  return rows.toSorted((a, b) => ((codes[a] ?? "") < (codes[b] ?? "") ? -1 : 1));
}
