import type { FeatureCollection } from "geojson";
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

function near(controle: string, attendu: number, trouve: number, tolerance: number, raison?: string): Verdict {
  const digits = tolerance >= 1 || tolerance === 0 ? 0 : 2;
  const verdict = { controle, attendu: String(attendu), trouve: trouve.toFixed(digits), ok: Math.abs(trouve - attendu) <= tolerance };
  return raison === undefined ? verdict : { ...verdict, raison };
}

/** Half a unit of the last published decimal. */
const DIXIEME = 0.05;
const CENTIEME = 0.005;

function populations(data: DataPackage): readonly Verdict[] {
  const population = column(data, "communes", "population");
  const cells = data.rows("cellules");
  const cellsOf = (dep: string): number => cells.reduce((sum, row) => ((row["code"] ?? "").startsWith(dep) ? sum + number(row["population"]) : sum), 0);
  const rounding = "les cellules sont écrites au dixième d'habitant";
  return [
    near("population 2023, Haute-Vienne", 373_167, total(population, "87"), 0),
    near("population 2023, région", 6_150_451, total(population, ""), 0),
    near("cellules habitées, Haute-Vienne", 373_167, cellsOf("87"), 20, rounding),
    near("cellules habitées, région", 6_150_451, cellsOf(""), 300, rounding),
  ];
}

function zonage(data: DataPackage): readonly Verdict[] {
  const zones = new Map(data.rows("zonage-communes").map((row) => [row["code"] ?? "", row["zone"] ?? ""]));
  const inZone = (zone: string): readonly string[] => [...zones].filter(([code, found]) => found === zone && code.startsWith("87")).map(([code]) => code);
  const bases = [
    { nom: "population 2023", values: column(data, "communes", "population"), parts: { ZIP: 8.9, ZAC: 30.6, HZ: 60.5 } },
    { nom: "population de la table APL 2021", values: column(data, "apl", "population_2021"), parts: { ZIP: 9, ZAC: 30.4, HZ: 60.6 } },
  ];
  const counts = Object.entries({ ZIP: 54, ZAC: 100, HZ: 41 }).map(([zone, expected]) => near(`communes en ${zone}, Haute-Vienne`, expected, inZone(zone).length, 0));
  const parts = bases.flatMap(({ nom, values, parts: expected }) =>
    Object.entries(expected).map(([zone, part]) => {
      const people = inZone(zone).reduce((sum, code) => sum + (values.get(code) ?? Number.NaN), 0);
      return near(`part des habitants en ${zone} (%)`, part, (100 * people) / total(values, "87"), DIXIEME, nom);
    }),
  );
  return [...counts, ...parts];
}

function medecins(data: DataPackage): readonly Verdict[] {
  const gps = column(data, "bpe", "medecins_generalistes");
  const people = column(data, "apl", "population_2021");
  const base = "population de la table APL 2021";
  return [
    near("généralistes BPE 2020, Haute-Vienne", 440, total(gps, "87"), 0),
    near("généralistes pour 100 000, Haute-Vienne", 118.2, (1e5 * total(gps, "87")) / total(people, "87"), DIXIEME, base),
    near("part de Limoges (%)", 46.8, (100 * (gps.get("87085") ?? Number.NaN)) / total(gps, "87"), DIXIEME),
    near("généralistes pour 100 000, région", 100.3, (1e5 * total(gps, "")) / total(people, ""), DIXIEME, base),
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
    near("APL 2021, Haute-Vienne", 4.32, mean("apl_mg"), CENTIEME, raison),
    near("APL 2021, médecins de 65 ans ou moins", 3.9, mean("apl_mg_65"), CENTIEME, raison),
    near("APL 2024, Haute-Vienne", 3.96, number(later?.["apl_mg"]), CENTIEME, "publiée par la DREES au département"),
  ];
}

/** MSP of FINESS at 8 January 2021, by département. */
const MSP = { 16: 30, 17: 21, 19: 15, 23: 5, 24: 21, 33: 15, 40: 21, 47: 12, 64: 9, 79: 15, 86: 24, 87: 10 } as const;

function msp(data: DataPackage): readonly Verdict[] {
  const features = data.json<FeatureCollection>("msp")?.features ?? [];
  return Object.entries(MSP).map(([dep, expected]) =>
    near(`MSP au registre FINESS, ${dep}`, expected, features.filter(({ properties }) => properties?.["dep"] === dep && properties["code_commune"] !== null).length, 0),
  );
}

/** Every « recalculée » figure of the reference table, computed again from the package. */
export const references: Check = (data) => [...populations(data), ...zonage(data), ...medecins(data), ...msp(data), ...apl(data)];
