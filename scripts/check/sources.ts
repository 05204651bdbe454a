import { codeActuel, COMMUNES_FUSIONNEES } from "../../src/domain/communes-fusionnees";
import { numbersOf, sum, weightedMean } from "../build/communes-fusionnees";
import { readFiness } from "../build/finess-source";
import { CATEGORIE_CENTRE_SANTE, CATEGORIE_MSP, genreOf } from "../build/genres-finess";
import type { SourceRow } from "../build/source";
import { cell, readRows } from "../build/source";
import type { Source } from "../build/step";
import { type ResourceName, RESSOURCES_TUILES } from "../../src/domain/ressource";
import { type DataPackage, none, type Verdict } from "./package";

interface Report {
  readonly name: ResourceName;
  readonly file: string;
  readonly delimiter: "," | ";";
  /** Column of the commune code in the source. */
  readonly code: string;
  /** Source column and ours, summed before and after mergers. */
  readonly columns: readonly (readonly [string, string])[];
}

const OFFRE = { file: "sante/offre-apl-communes-na.csv", delimiter: ";", code: "code_insee" } as const;

/** Tables whose sources still count communes that merged. */
const REPORTS: readonly Report[] = [
  {
    name: "bpe",
    ...OFFRE,
    columns: [["nb_medg_bpe2020", "medecins_generalistes"], ["nb_d307_2020", "pharmacies"], ["nb_d108_2020", "centres_sante_bpe"], ["nb_d113_2020", "msp_bpe"]],
  },
  { name: "apl", ...OFFRE, columns: [["pop_totale_drees_apl2021", "population_2021"], ["pop_standardisee_mg", "population_standardisee"]] },
  {
    name: "revenus",
    file: "geo/revenus-filosofi-2021-na.csv",
    delimiter: ";",
    code: "CODGEO",
    columns: [["NBMENFISC21", "menages"], ["NBPERSMENFISC21", "personnes"]],
  },
  {
    name: "urgences-communes",
    file: "sante/urgences-drees-2019-na.csv",
    delimiter: ",",
    code: "Code commune Insee",
    columns: [["SU", "su"], ["SMUR", "smur"], ["MCS", "mcs"], ["HéliSMUR", "helismur"]],
  },
];

const DIXIEMES = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
const inDep = (dep: string) => (code: string) => code.startsWith(dep);

/** Sums of the source and of the table, in Haute-Vienne and in the region. */
function carried(data: DataPackage, source: Source, { name, file, delimiter, code, columns }: Report): readonly Verdict[] {
  const before = readRows(source, file, delimiter);
  return columns.flatMap(([theirs, ours]) =>
    ["87", ""].map((dep): Verdict => {
      const kept = before.filter((row) => inDep(dep)(codeActuel(cell(row, code))));
      const expected = sum(numbersOf({ code: dep, rows: kept }, theirs)) ?? 0;
      const found = data.rows(name).filter((row) => inDep(dep)(row["code"] ?? "")).reduce((total, row) => total + Number(row[ours] ?? ""), 0);
      const [attendu, trouve] = [DIXIEMES.format(expected), DIXIEMES.format(found)];
      return { controle: `${name}.${ours}, ${dep === "" ? "région" : dep}, avant et après fusions`, attendu, trouve, ok: attendu === trouve };
    }),
  );
}

/** The mean APL of the region does not move: mergers only weigh it. */
function meanKept(data: DataPackage, source: Source): Verdict {
  const rows = readRows(source, OFFRE.file, OFFRE.delimiter);
  const all = { code: "", rows };
  const before = weightedMean(numbersOf(all, "apl_mg_2021"), numbersOf(all, "pop_standardisee_mg")) ?? Number.NaN;
  const numbers = (field: string): readonly (number | null)[] => data.rows("apl").map((row) => (row[field] === "" ? null : Number(row[field])));
  const after = weightedMean(numbers("apl_mg"), numbers("population_standardisee")) ?? Number.NaN;
  return { controle: "APL moyenne de la région, avant et après fusions", attendu: before.toFixed(4), trouve: after.toFixed(4), ok: before.toFixed(4) === after.toFixed(4) };
}

/** Codes of the sources that no longer exist must all be in the table of mergers, and the table must hold no other. */
function mergers(data: DataPackage, source: Source): readonly Verdict[] {
  const present = new Set(data.rows("communes").map((row) => row["code"] ?? ""));
  const old = new Set(REPORTS.flatMap(({ file, delimiter, code }) => readRows(source, file, delimiter).map((row) => cell(row, code))).filter((code) => !present.has(code)));
  return [
    none("codes disparus sans commune actuelle", [...old].filter((code) => COMMUNES_FUSIONNEES[code] === undefined)),
    none("fusions sans emploi", Object.keys(COMMUNES_FUSIONNEES).filter((code) => !old.has(code))),
  ];
}

function establishments(data: DataPackage, source: Source): readonly Verdict[] {
  const finess = readFiness(source);
  const counts: readonly (readonly [ResourceName, number])[] = [
    ["etablissements", finess.filter((e) => genreOf(e) !== null).length],
    ["msp", finess.filter((e) => e.categorie === CATEGORIE_MSP).length],
    ["centres-sante", finess.filter((e) => e.categorie === CATEGORIE_CENTRE_SANTE).length],
  ];
  return counts.map(([name, expected]) => {
    const found = data.resources.find((one) => one.name === name)?.rows ?? 0;
    return { controle: `${name}, lignes de FINESS`, attendu: String(expected), trouve: String(found), ok: found === expected };
  });
}

/** Emergency sites: one a FINESS number and kind; SAMU and paediatric structures make none. */
function emergencies(data: DataPackage, source: Source): readonly Verdict[] {
  const rows = readRows(source, "sante/urgences-smur-na-2026-04.csv", ";");
  const distinct = (modalites: readonly string[]): number =>
    new Set(rows.filter((row: SourceRow) => modalites.includes(cell(row, "modalite"))).map((row) => cell(row, "nofinesset"))).size;
  const ours = (genre: string): number => data.rows("urgences").filter((row) => row["genre"] === genre && row["origine"] === "finess-2026").length;
  return (["urgences", "smur"] as const).map((genre) => {
    const [expected, found] = [distinct(genre === "urgences" ? ["23"] : ["26", "29"]), ours(genre)];
    return { controle: `sites de genre ${genre}, région`, attendu: String(expected), trouve: String(found), ok: expected === found };
  });
}

/** Every road of the region's source is in a tile. */
function roads(data: DataPackage, source: Source): Verdict {
  const expected = source.text("routes/na_edges.csv.gz").trimEnd().split("\n").length - 1;
  const found = data.resources.filter(({ name }) => (RESSOURCES_TUILES as readonly string[]).includes(name)).reduce((total, { rows }) => total + rows, 0);
  return { controle: "tronçons de la région, somme des tuiles", attendu: String(expected), trouve: String(found), ok: found === expected };
}

/** Checks that need the sources: nothing was lost on the way from them to the package. */
export function againstSources(data: DataPackage, source: Source): readonly Verdict[] {
  return [
    ...mergers(data, source),
    ...REPORTS.flatMap((report) => carried(data, source, report)),
    meanKept(data, source),
    ...establishments(data, source),
    ...emergencies(data, source),
    roads(data, source),
  ];
}
