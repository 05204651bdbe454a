import { densite } from "../../../src/analyses/densite/index";
import type { FicheImprimee, Lien, NiveauFiche, Soin } from "../../../src/documents/fiches/fiche-imprimee";
import { regionAu } from "../../../src/analyses/shared/lissage";
import { ateliersDe } from "../../../src/domain/ateliers";
import type { FaitsFiche, GenresFiche, SujetTerritoire } from "../../../src/domain/fiche";
import { SELECTION_PAR_DEFAUT } from "../../../src/domain/genre-site";
import { CODE_REGION, COLONNE_NIVEAU, type Niveau, type Perimetre } from "../../../src/domain/perimetre";
import { type Plan, planDe } from "../../../src/domain/plan";
import type { LieuProfil } from "../../../src/domain/profil";
import { type Cell, cellAt, findColumn, indexBy, numberValues, type Table, textValues } from "../../../src/domain/table";
import { runToEnd } from "../../../src/geo/nearest-site";
import { IMPRIME, type Lissage, PARMI } from "../../../src/textes/fiches-imprimees";
import { lireAteliers } from "../../../src/io/terrain/ateliers";
import { lireDonnees } from "../../../src/workers/handlers/donnees";
import { ficheTerritoire } from "../../../src/workers/handlers/fiche-territoire";
import { profilDe } from "../../../src/workers/handlers/profil";
import type { Loader } from "../../../src/workers/loader";
import { accepted } from "../package";
import { calculateur } from "./calculer";
import type { Cartographe } from "./carte";
import { LIMOGES } from "./limoges";

/** Kinds of care of a printed sheet, in the order of its table. */
const GENRES = ["medecin", "msp", "centre-sante-medecin", "pharmacie", "laboratoire", "hopital", "urgences", "smur", "ehpad"] as const;
const PAPIER: GenresFiche = { minutes: GENRES, sites: GENRES.filter((genre) => genre !== "medecin") };

/** What sheets are assembled from, read once. */
export interface Atelier {
  readonly loader: Loader;
  readonly communes: Table;
  readonly niveau: NiveauFiche;
  readonly carte: Cartographe;
  readonly plan: Plan;
  readonly limoges: ReadonlyMap<string, number | null>;
  readonly adresse: string | null;
}

/** Reads once and for all, by key. */
function memo<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}

/** The opening days of the MSP, by id. */
async function ouvertures(loader: Loader): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  for (const [name, id] of [["msp", "finess"], ["corrections", "id"]] as const) {
    const { table } = accepted(await loader.dataset(name, "tout"));
    const opened = textValues(table, "ouverture");
    textValues(table, id).forEach((key, row) => key !== null && opened[row] && days.set(key, opened[row]));
  }
  return days;
}

/** The density analysis of a perimeter: what `analyse densite` answers. */
async function densites(loader: Loader, perimetre: Perimetre): Promise<Table> {
  const donnees = accepted(await lireDonnees(loader, densite.needs(densite.defaults, perimetre, false), "tout"));
  const inputs = { donnees, perimetre, reseau: null, selection: SELECTION_PAR_DEFAUT, sites: null };
  return runToEnd(densite.compute(inputs, densite.defaults)).table;
}

const known = (value: Cell): number | null => (typeof value === "number" && !Number.isNaN(value) ? value : null);

/** Smoothed among the territories of the region: read once, the same from anywhere. */
async function lisseur({ loader, niveau }: Atelier): Promise<(code: string) => Lissage> {
  const table = await densites(loader, regionAu(niveau));
  const rows = indexBy(table, "code");
  return (code) => {
    const cell = (name: string): Cell => {
      const column = findColumn(table, name);
      return column === undefined ? null : cellAt(column, rows.get(code) ?? -1);
    };
    const lecture = cell("lecture");
    return { taux: known(cell("pour_100k_lisse")), fiabilite: known(cell("fiabilite")), lecture: typeof lecture === "string" ? lecture : null, parmi: PARMI[niveau] };
  };
}

function soinsDe({ faits }: FaitsFiche, noms: ReadonlyMap<string | null, string | null>, ouverts: ReadonlyMap<string, string>): readonly Soin[] {
  const valeur = (cle: string): number | null => {
    const found = faits.find((fait) => fait.cle === cle)?.valeur;
    return typeof found === "number" ? found : null;
  };
  return GENRES.map((genre): Soin => {
    const nombre = valeur(genre === "medecin" ? "medecins" : `sites-${genre}`);
    const minutes = faits.find(({ cle }) => cle === `minutes-${genre}`);
    if (minutes === undefined) return { genre, nombre };
    const { site = null, note = null } = minutes;
    const commune = genre === "medecin" ? null : (noms.get(site?.commune ?? null) ?? null);
    const named = site === null ? null : { nom: site.nom, commune, ouverture: genre === "msp" ? (ouverts.get(site.id) ?? null) : null };
    return { genre, nombre, proche: { minutes: valeur(minutes.cle), note, site: named } };
  });
}

/** The live view of a territory: from its own département, its sheet open. */
export function lienDe(niveau: NiveauFiche, code: string, dep: string, adresse: string | null): Lien {
  const texte = `#/explorer?t=${encodeURIComponent(dep)}&n=${niveau}&s=${niveau}:${encodeURIComponent(code)}`;
  // Beside the app unless told otherwise: its folder holds that of the sheets.
  return adresse === null ? { href: `../${texte}`, texte, adresse: null } : { href: adresse + texte, texte: adresse + texte, adresse: adresse + texte };
}

/** Reads the fragility of a place and of its wider places. */
function profileur(loader: Loader): (sujet: SujetTerritoire) => Promise<readonly LieuProfil[]> {
  const calculer = calculateur(loader);
  const suite = async (sujet: SujetTerritoire, rang: number): Promise<readonly LieuProfil[]> => {
    const lieu = accepted(await profilDe(loader, calculer, sujet, rang));
    return lieu === null ? [] : [lieu, ...(await suite(sujet, rang + 1))];
  };
  return (sujet) => suite(sujet, 0);
}

/** Minutes from Limoges by inhabitant of a group, none within Limoges itself; null where none is known. */
function limogesEnMoyenne(limoges: Atelier["limoges"], codes: readonly string[], habitants: readonly number[]): number | null {
  let [sum, total] = [0, 0];
  codes.forEach((code, i) => {
    const minutes = code === LIMOGES ? 0 : (limoges.get(code) ?? null);
    const weight = habitants[i] ?? 0;
    if (minutes === null || !(weight > 0)) return;
    sum += minutes * weight;
    total += weight;
  });
  return total > 0 ? sum / total : null;
}

/** Makes the sheet of a territory by its code. */
export async function assembleur(atelier: Atelier): Promise<(code: string) => Promise<FicheImprimee>> {
  const { loader, communes, niveau, carte, plan, limoges, adresse } = atelier;
  const read = (level: Niveau) => async (code: string): Promise<FaitsFiche> => accepted(await ficheTerritoire(loader, { genre: "territoire", niveau: level, code }, PAPIER));
  const repere = { epci: memo(read("epci")), departement: memo(read("departement")), region: memo(read("region")) };
  const lisser = await lisseur(atelier);
  const ouverts = await ouvertures(loader);
  const { document, ateliers } = lireAteliers();
  const profils = profileur(loader);
  const [codes, deps, epcis, keys] = [textValues(communes, "code"), textValues(communes, "dep"), textValues(communes, "epci"), textValues(communes, COLONNE_NIVEAU[niveau])];
  const habitants = numberValues(communes, "population");
  const noms = new Map(codes.map((code, row) => [code, textValues(communes, "nom")[row] ?? null]));
  return async (code) => {
    const rows = codes.flatMap((_, row) => (keys[row] === code ? [row] : []));
    const [dep, epci] = [deps[rows[0] ?? -1] ?? "", epcis[rows[0] ?? -1] ?? ""];
    const faits = await read(niveau)(code);
    const wider = [...(niveau === "commune" ? [await repere.epci(epci)] : []), await repere.departement(dep), await repere.region(CODE_REGION)];
    const whole = rows.every((row) => deps[row] === dep);
    const minutes = niveau === "commune" ? limoges.get(code) : limogesEnMoyenne(limoges, rows.map((row) => codes[row] ?? ""), rows.map((row) => habitants[row] ?? Number.NaN));
    return {
      niveau,
      code,
      faits,
      reperes: wider,
      lissage: lisser(code),
      soins: soinsDe(faits, noms, ouverts),
      ...(minutes === undefined ? {} : { limoges: minutes }),
      plan: whole ? planDe(plan, dep, niveau === "bassin-de-vie" ? null : epci) : null,
      ateliers: { document, trouves: ateliersDe(ateliers, communes, rows.map((row) => codes[row] ?? "")) },
      profil: await profils({ genre: "territoire", niveau, code }),
      carte: carte(code, IMPRIME.carte(faits.nom), faits.sources),
      lien: lienDe(niveau, code, dep, adresse),
    };
  };
}
