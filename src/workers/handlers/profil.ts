import type { Output } from "../../analyses/analysis";
import { LIBRE, POIDS, sansComposante } from "../../analyses/fragilite/poids";
import { listTerritoires } from "../../analyses/shared/territoire";
import type { SujetTerritoire } from "../../domain/fiche";
import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { CODE_REGION, COLONNE_NIVEAU, type Niveau, type Perimetre } from "../../domain/perimetre";
import type { ComposanteProfil, LieuProfil } from "../../domain/profil";
import { cellAt, findColumn, type Table, textValues } from "../../domain/table";
import type { Loader } from "../loader";
import type { RunRequest, RunResult } from "../protocol";

/** Runs an analysis: the worker's handler, or the same on the command line. */
export type Calculer = (ask: RunRequest) => Promise<Outcome<RunResult>>;

/**
 * Every component weighs the same and is noted between fixed bounds, so that a commune, its EPCI, its département and
 * the region compare. The smoothed density is left out: it hangs on who else is looked at.
 */
const PARAMS = { ...sansComposante("equipondere", "densite_lissee"), prereglage: LIBRE, normalisation: "seuils", tirages: 100 } as const;

interface Lieu {
  readonly niveau: Niveau;
  readonly code: string;
  /** Where it is computed: its département, whose other places then come for nothing; itself or the region when it is in several. */
  readonly dans: string;
}

/** The place of a code and where it is computed; null when no commune is in it. */
function lieuDe(communes: Table, niveau: Niveau, code: string): Lieu | null {
  const keys = textValues(communes, COLONNE_NIVEAU[niveau]);
  const all = textValues(communes, "dep");
  const deps = new Set(keys.flatMap((key, row) => (key === code ? [all[row]] : [])));
  const [dep] = deps;
  if (dep === undefined || dep === null) return null;
  return { niveau, code, dans: deps.size === 1 ? dep : niveau === "epci" ? code : CODE_REGION };
}

/** The levels a place is read against. */
const ELARGIR: Readonly<Record<Niveau, readonly Niveau[]>> = {
  commune: ["epci", "departement", "region"],
  epci: ["departement", "region"],
  "bassin-de-vie": ["departement", "region"],
  canton: ["departement", "region"],
  departement: ["region"],
  region: [],
  cpts: ["departement", "region"],
};

/** A place, then its EPCI, its département and the region, those that hold all of it. */
function lieuxDe(communes: Table, { niveau, code }: SujetTerritoire): readonly Lieu[] {
  const keys = textValues(communes, COLONNE_NIVEAU[niveau]);
  const rows = keys.flatMap((key, row) => (key === code ? [row] : []));
  const wider = ELARGIR[niveau].map((level): Lieu | null => {
    const holding = new Set(rows.map((row) => textValues(communes, COLONNE_NIVEAU[level])[row] ?? null));
    const [only = null] = holding;
    return only === null || holding.size > 1 ? null : lieuDe(communes, level, only);
  });
  return [lieuDe(communes, niveau, code), ...wider].filter((lieu) => lieu !== null);
}

/** The value of a named column at a row; null is « pas de donnée ». */
function numberAt(table: Table, name: string, row: number): number | null {
  const column = findColumn(table, name);
  const cell = column === undefined ? null : cellAt(column, row);
  return typeof cell === "number" ? cell : null;
}

/** The components of one row. Their weights being equal, what each brings is its note over the number of those known. */
function composantesDe(table: Table, row: number): readonly ComposanteProfil[] {
  const read = POIDS.flatMap(({ id, label }) => {
    const column = findColumn(table, id);
    return column?.type === "nombre" ? [{ id, label, unit: column.unit, digits: column.digits, valeur: numberAt(table, id, row), part: numberAt(table, `contribution_${id}`, row) }] : [];
  });
  const known = read.filter(({ valeur }) => valeur !== null).length;
  return read.map(({ part, ...one }) => ({ ...one, note: part === null || one.valeur === null ? null : part * known }));
}

function lieuProfil({ table, sources, origine }: Output, { niveau, code }: Lieu): LieuProfil | null {
  const row = textValues(table, "code").indexOf(code);
  if (row < 0) return null;
  return { niveau, code, nom: textValues(table, "nom")[row] ?? code, score: numberAt(table, "score", row), composantes: composantesDe(table, row), estimation: origine?.kind === "estimation", sources };
}

/**
 * The fragility of a place (`rang` 0), or of the wider places it is read against (1 and on: EPCI, département, region);
 * null beyond the last. At the default speeds and with every site.
 */
export async function profilDe(loader: Loader, calculer: Calculer, sujet: SujetTerritoire, rang: number): Promise<Outcome<LieuProfil | null>> {
  const [communes, territoires] = await Promise.all([loader.dataset("communes", "tout"), loader.dataset("territoires", "tout")]);
  if (!communes.ok) return communes;
  if (!territoires.ok) return territoires;
  const lieux = lieuxDe(communes.value.table, sujet);
  if (lieux.length === 0) return failure(issue("territoire-inconnu", "erreur", { code: sujet.code, proches: "" }));
  const lieu = lieux[rang];
  if (lieu === undefined) return success(null);
  const territoire = listTerritoires(communes.value.table, territoires.value.table).find(({ code }) => code === lieu.dans);
  if (territoire === undefined) return failure(issue("territoire-inconnu", "erreur", { code: lieu.dans, proches: "" }));
  const perimetre: Perimetre = { territoire, niveau: lieu.niveau };
  const run = await calculer({ analyse: "fragilite", params: PARAMS, perimetre, selection: SELECTION_PAR_DEFAUT, sites: null, vitesses: null, reseau: null, moteur: null });
  return run.ok ? success(lieuProfil(run.value.output, lieu)) : run;
}
