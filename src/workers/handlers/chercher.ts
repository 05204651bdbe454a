import { type CoucheId, COUCHES, ORIGINE_COUCHE } from "../../domain/couche";
import { foldName } from "../../domain/fold";
import { type GenreSite, LIBELLE_GENRE } from "../../domain/genre-site";
import { success } from "../../domain/outcome";
import { NOMS_DEPARTEMENT } from "../../domain/perimetre";
import type { Dataset, ResourceName } from "../../domain/ressource";
import { findColumn, numberValues, textValues } from "../../domain/table";
import type { Loader } from "../loader";
import type { TrouvailleBrute } from "../protocol";
import type { Handler } from "../server";
import { communesDe, trouverLieu } from "./lieu";

const MAX = 12;

interface Entree {
  /** The folded name, and all that the entry answers to: its name, then its code, its postcode, its kind, its commune. */
  readonly nom: string;
  readonly plie: string;
  /** Among hits that match alike, the lower goes first. */
  readonly rang: number;
  readonly trouvaille: TrouvailleBrute;
}

const RANG: Record<TrouvailleBrute["genre"], number> = { commune: 0, departement: 1, epci: 2, etablissement: 3, lieu: 4 };

function entree(trouvaille: TrouvailleBrute, autres = ""): Entree {
  return { nom: foldName(trouvaille.nom), plie: foldName(`${trouvaille.nom} ${autres}`), rang: RANG[trouvaille.genre], trouvaille };
}

const nomDepartement = (dep: string | null): string | null => NOMS_DEPARTEMENT[dep ?? ""] ?? null;

function communesEntrees({ table }: Dataset): readonly Entree[] {
  const [codes, noms, deps] = [textValues(table, "code"), textValues(table, "nom"), textValues(table, "dep")];
  const cp = findColumn(table, "cp")?.type === "texte" ? textValues(table, "cp") : [];
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  return codes.flatMap((code, row) =>
    code === null ? [] : [entree({ genre: "commune", code, nom: noms[row] ?? code, nature: null, situation: nomDepartement(deps[row] ?? null), lon: lon[row] ?? 0, lat: lat[row] ?? 0, couche: null }, `${code} ${cp[row] ?? ""}`)],
  );
}

/** EPCI and départements stand at the mean chef-lieu of their communes. */
function groupesEntrees(communes: Dataset, territoires: Dataset): readonly Entree[] {
  const { table } = territoires;
  const [niveaux, codes, noms, deps] = [textValues(table, "niveau"), textValues(table, "code"), textValues(table, "nom"), textValues(table, "deps")];
  const [lon, lat] = [numberValues(communes.table, "lon"), numberValues(communes.table, "lat")];
  const mean = (column: string, code: string): readonly [number, number] => {
    const rows = textValues(communes.table, column).flatMap((known, row) => (known === code ? [row] : []));
    const of = (values: Float64Array): number => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length;
    return [of(lon), of(lat)];
  };
  return codes.flatMap((code, row): Entree[] => {
    const niveau = niveaux[row];
    if (code === null || (niveau !== "epci" && niveau !== "departement")) return [];
    const [x, y] = mean(niveau === "epci" ? "epci" : "dep", code);
    const situation = niveau === "epci" ? (deps[row] ?? "").split("|").map((dep) => nomDepartement(dep) ?? dep).join(", ") : null;
    return [entree({ genre: niveau, code, nom: noms[row] ?? code, nature: null, situation, lon: x, lat: y, couche: null }, code)];
  });
}

/** The layer a kind of établissement shows on. */
function coucheDe(resource: ResourceName, genre: string | null): CoucheId | null {
  const found = COUCHES.find((couche) => {
    const origine = ORIGINE_COUCHE[couche];
    return origine.kind === "points" && origine.resource === resource && (origine.genre === genre || origine.genre === null);
  });
  return found ?? null;
}

function sitesEntrees(dataset: Dataset, communes: Dataset): readonly Entree[] {
  const { table, name } = dataset;
  const noms = textValues(table, "nom");
  const ids = textValues(table, findColumn(table, "finess") === undefined ? "id" : "finess");
  const genres = textValues(table, "genre");
  const codes = textValues(table, "code_commune");
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  const nomsCommunes = new Map(textValues(communes.table, "code").map((code, row) => [code, textValues(communes.table, "nom")[row] ?? null]));
  return noms.flatMap((nom, row): Entree[] => {
    const situation = nomsCommunes.get(codes[row] ?? "") ?? null;
    if (nom === null || situation === null) return [];
    const genre = genres[row] ?? null;
    return [entree({ genre: "etablissement", code: ids[row] ?? "", nom, nature: genre as GenreSite | null, situation, lon: lon[row] ?? 0, lat: lat[row] ?? 0, couche: coucheDe(name, genre) }, `${(LIBELLE_GENRE as Readonly<Record<string, string>>)[genre ?? ""] ?? ""} ${situation}`)];
  });
}

function lieuxEntrees({ table }: Dataset): readonly Entree[] {
  const [noms, codes] = [textValues(table, "nom"), textValues(table, "code_commune")];
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  return noms.flatMap((nom, row) =>
    nom === null ? [] : [entree({ genre: "lieu", code: codes[row] ?? "", nom, nature: null, situation: null, lon: lon[row] ?? 0, lat: lat[row] ?? 0, couche: null })],
  );
}

interface Index {
  readonly entrees: readonly Entree[];
  /** false when a file is missing: its names are looked for again next time. */
  readonly complet: boolean;
}

/** Everything that can be found. A missing file takes its own names away and nothing else. */
async function lireIndex(loader: Loader): Promise<Index> {
  const read = async (name: ResourceName): Promise<Dataset | null> => {
    const outcome = await loader.dataset(name, "tout");
    return outcome.ok ? outcome.value : null;
  };
  const [communes, territoires, msp, centres, etablissements, lieux] = await Promise.all([
    read("communes"), read("territoires"), read("msp"), read("centres-sante"), read("etablissements"), read("lieux-dits"),
  ]);
  if (communes === null) return { entrees: [], complet: false };
  const entrees = [
    ...communesEntrees(communes),
    ...(territoires === null ? [] : groupesEntrees(communes, territoires)),
    ...[msp, centres, etablissements].flatMap((dataset) => (dataset === null ? [] : sitesEntrees(dataset, communes))),
    ...(lieux === null ? [] : lieuxEntrees(lieux)),
  ];
  return { entrees, complet: [territoires, msp, centres, etablissements, lieux].every((dataset) => dataset !== null) };
}

/**
 * How well an entry answers: 0 the name itself, 1 the name begins with it, 2 its words begin words of the name,
 * 3 its words begin words of anything the entry answers to, 4 they stand inside words; −1 when one is nowhere.
 */
function accord({ nom, plie }: Entree, words: readonly string[]): number {
  if (!words.every((word) => plie.includes(word))) return -1;
  const text = words.join(" ");
  if (nom === text) return 0;
  if (nom.startsWith(text)) return 1;
  const begins = (all: string): boolean => words.every((word) => ` ${all}`.includes(` ${word}`));
  if (begins(nom)) return 2;
  return begins(plie) ? 3 : 4;
}

/** Beginnings of the codes of what stands around: the départements of the territory on screen. */
async function departements(loader: Loader, code: string): Promise<readonly string[]> {
  const lieu = await trouverLieu(loader, code);
  return lieu.ok ? [...new Set(textValues(communesDe(lieu.value), "dep"))].filter((dep) => dep !== null) : [];
}

/** Finds by name, code or postcode: accents, hyphens and case ignored, « st » read « saint ». Best first; what is near the territory on screen first among equals. */
export function chercher(loader: Loader): Handler<"chercher"> {
  let index: Index | null = null;
  return async ({ texte, territoire }) => {
    const words = foldName(texte).split(" ").filter(Boolean);
    if (words.length === 0) return success([]);
    if (index?.complet !== true) index = await lireIndex(loader);
    const near = await departements(loader, territoire);
    const scored = index.entrees.flatMap((one) => {
      const rank = accord(one, words);
      if (rank < 0) return [];
      const here = near.some((dep) => one.trouvaille.code.startsWith(dep)) ? 0 : 1;
      return [{ one, score: rank * 100 + here * 10 + one.rang, length: one.nom.length }];
    });
    return success(scored.toSorted((a, b) => a.score - b.score || a.length - b.length).slice(0, MAX).map(({ one }) => one.trouvaille));
  };
}
