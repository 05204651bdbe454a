import type { FeatureCollection, GeoJsonProperties } from "geojson";
import type { ResourceName } from "../../src/domain/ressource";
import type { Check, DataPackage, Row, Verdict } from "./package";

type Values = ReadonlyMap<string, number>;

const number = (text: string | undefined): number => (text === undefined || text === "" ? Number.NaN : Number(text));

function column(data: DataPackage, name: ResourceName, field: string): Values {
  return new Map(data.rows(name).map((row) => [row["code"] ?? "", number(row[field])]));
}

/** Sum over the communes of a territory (« 87 », or « » for the region) of the known values. */
function total(values: Values, dep: string): number {
  let sum = 0;
  for (const [code, value] of values) if (code.startsWith(dep) && !Number.isNaN(value)) sum += value;
  return sum;
}

const formats = new Map<number, Intl.NumberFormat>();

function written(value: number, digits: number): string {
  const format = formats.get(digits) ?? new Intl.NumberFormat("fr-FR", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(digits, format);
  return Number.isNaN(value) ? "absent" : format.format(value);
}

interface Published {
  /** Decimals the figure is published with; what is found shows one more, unless it is a count. */
  readonly digits: number;
  /** Half a unit of the last published decimal, unless said otherwise. */
  readonly tolerance?: number;
  readonly raison?: string;
}

/** A figure computed from the package beside the published one. NaN is never near anything. */
function near(controle: string, attendu: number, trouve: number, { digits, tolerance, raison }: Published): Verdict {
  const shown = digits === 0 ? 0 : digits + 1;
  const allowed = tolerance ?? (digits === 0 ? 0 : 0.5 * 10 ** -digits);
  return {
    controle,
    attendu: written(attendu, digits),
    trouve: written(trouve, shown),
    // The sum with 0 turns −0 into 0.
    ecart: written(Number((trouve - attendu).toFixed(shown)) + 0, shown),
    ok: Math.abs(trouve - attendu) <= allowed,
    ...(raison === undefined ? {} : { raison }),
  };
}

const COMPTE: Published = { digits: 0 };

const habitants = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + number(row["habitants"]), 0);

/** Share of the inhabitants of a département who are 75 or older, %. */
function part75(data: DataPackage, dep: string): number {
  const rows = data.rows("departements-ages").filter((row) => row["dep"] === dep);
  const old = rows.filter((row) => row["tranche"] === "75-79" || row["tranche"] === "80+");
  return (100 * habitants(old)) / habitants(rows);
}

function populations(data: DataPackage): readonly Verdict[] {
  const population = column(data, "communes", "population");
  const cells = data.rows("cellules");
  const cellsOf = (dep: string): number => cells.reduce((sum, row) => ((row["code"] ?? "").startsWith(dep) ? sum + number(row["population"]) : sum), 0);
  const rounded: Published = { digits: 0, tolerance: 5, raison: "les carreaux sont écrits au dixième d'habitant" };
  return [
    near("population 2023, Haute-Vienne", 373_167, total(population, "87"), COMPTE),
    near("population 2023, région", 6_150_451, total(population, ""), COMPTE),
    near("habitants des carreaux, Haute-Vienne", 373_167, cellsOf("87"), rounded),
    near("habitants des carreaux, région", 6_150_451, cellsOf(""), rounded),
    near("part des 75 ans et plus, Haute-Vienne (%)", 12.2, part75(data, "87"), { digits: 1, raison: "habitants au 1er janvier 2021" }),
  ];
}

function zonage(data: DataPackage): readonly Verdict[] {
  const zones = new Map(data.rows("zonage-communes").map((row) => [row["code"] ?? "", row["zone"] ?? ""]));
  const inZone = (zone: string): readonly string[] => [...zones].filter(([code, found]) => found === zone && code.startsWith("87")).map(([code]) => code);
  const bases = [
    { nom: "population 2023", values: column(data, "communes", "population"), parts: { ZIP: 8.9, ZAC: 30.6, HZ: 60.5 } },
    { nom: "population de la table APL 2021", values: column(data, "apl", "population_2021"), parts: { ZIP: 9, ZAC: 30.4, HZ: 60.6 } },
  ];
  const counts = Object.entries({ ZIP: 54, ZAC: 100, HZ: 41 }).map(([zone, expected]) => near(`communes en ${zone}, Haute-Vienne`, expected, inZone(zone).length, COMPTE));
  const parts = bases.flatMap(({ nom, values, parts: expected }) =>
    Object.entries(expected).map(([zone, part]) => {
      const people = inZone(zone).reduce((sum, code) => sum + (values.get(code) ?? Number.NaN), 0);
      return near(`part des habitants en ${zone} (%)`, part, (100 * people) / total(values, "87"), { digits: 1, raison: nom });
    }),
  );
  return [...counts, ...parts];
}

function medecins(data: DataPackage): readonly Verdict[] {
  const gps = column(data, "bpe", "medecins_generalistes");
  const people = column(data, "apl", "population_2021");
  const base = "population de la table APL 2021";
  return [
    near("généralistes BPE 2020, Haute-Vienne", 440, total(gps, "87"), COMPTE),
    near("généralistes pour 100 000, Haute-Vienne", 118.2, (1e5 * total(gps, "87")) / total(people, "87"), { digits: 1, raison: base }),
    near("part de Limoges (%)", 46.8, (100 * (gps.get("87085") ?? Number.NaN)) / total(gps, "87"), { digits: 1 }),
    near("généralistes pour 100 000, région", 100.3, (1e5 * total(gps, "")) / total(people, ""), { digits: 1, raison: base }),
  ];
}

function apl(data: DataPackage): readonly Verdict[] {
  const weights = column(data, "apl", "population_standardisee");
  const mean = (field: string): number => {
    const values = column(data, "apl", field);
    let [sum, weight] = [0, 0];
    for (const [code, value] of values) {
      const w = weights.get(code) ?? Number.NaN;
      if (!code.startsWith("87") || Number.isNaN(value) || Number.isNaN(w)) continue;
      sum += value * w;
      weight += w;
    }
    return sum / weight;
  };
  const raison = "moyenne pondérée par la population standardisée";
  const later: Row | undefined = data.rows("departements-apl").find((row) => row["dep"] === "87" && row["annee"] === "2024");
  return [
    near("APL 2021, Haute-Vienne", 4.32, mean("apl_mg"), { digits: 2, raison }),
    near("APL 2021, médecins de 65 ans ou moins", 3.9, mean("apl_mg_65"), { digits: 2, raison }),
    near("APL 2024, Haute-Vienne", 3.96, number(later?.["apl_mg"]), { digits: 2, raison: "publiée par la DREES au département" }),
  ];
}

/** MSP of FINESS at 8 January 2021, by département. */
const MSP = { 16: 30, 17: 21, 19: 15, 23: 5, 24: 21, 33: 15, 40: 21, 47: 12, 64: 9, 79: 15, 86: 24, 87: 10 } as const;

function sites(data: DataPackage, name: "msp" | "centres-sante", keep: (properties: GeoJsonProperties) => boolean): number {
  return (data.json<FeatureCollection>(name)?.features ?? []).filter(({ properties }) => keep(properties)).length;
}

/** The ring has no commune code. */
const isInRegion = (p: GeoJsonProperties): boolean => p?.["code_commune"] !== null;

/** Health centres of Haute-Vienne, by kind: none has GPs. */
const CENTRES_87 = { infirmier: 11, dentaire: 10, autre: 1, medecin: 0 } as const;

function structures(data: DataPackage): readonly Verdict[] {
  const msp = Object.entries(MSP).map(([dep, expected]) =>
    near(`MSP au registre FINESS, ${dep}`, expected, sites(data, "msp", (p) => p?.["dep"] === dep && isInRegion(p)), COMPTE),
  );
  const centres = Object.entries(CENTRES_87).map(([kind, expected]) =>
    near(`centres de santé de Haute-Vienne, ${kind}`, expected, sites(data, "centres-sante", (p) => p?.["dep"] === "87" && p["genre"] === `centre-sante-${kind}`), {
      digits: 0,
      raison: "activité lue dans le nom",
    }),
  );
  return [...msp, near("MSP au registre FINESS, région", 198, sites(data, "msp", isInRegion), COMPTE), ...centres];
}

/** Share of the inhabitants of Haute-Vienne who live where the median income is known, %. */
function revenus(data: DataPackage): readonly Verdict[] {
  const income = column(data, "revenus", "revenu_median");
  const population = column(data, "communes", "population");
  const known = new Map([...population].filter(([code]) => !Number.isNaN(income.get(code) ?? Number.NaN)));
  return [near("habitants au revenu médian connu, Haute-Vienne (%)", 99.97, (100 * total(known, "87")) / total(population, "87"), { digits: 2 })];
}

/** Every « recalculée » figure of the reference table, and those of the sources' own notes, computed again from the package. */
export const references: Check = (data) => [...populations(data), ...zonage(data), ...medecins(data), ...apl(data), ...structures(data), ...revenus(data)];
