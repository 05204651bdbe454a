import { LECTURES, type Mesures, mesurerParDepartement } from "../calage/mesures";
import { type Check, type DataPackage, none } from "./package";

/** Decimals each figure of the summary is written with. */
const DECIMALES: Readonly<Record<keyof Mesures, number>> = { n: 0, biais: 3, mae: 3, r: 4, cinq: 4, classe: 4 };
const MESURES = Object.keys(DECIMALES) as readonly (keyof Mesures)[];
/** Two computations may round a half apart. */
const ROUNDING = 1.01;

/** Figures of the summary that the rows of the communes do not give again. */
function summary(data: DataPackage): readonly string[] {
  const written = new Map(data.rows("calage-departements").map((row) => [`${row["dep"] ?? ""} ${row["lecture"] ?? ""}`, row]));
  const wrong = LECTURES.flatMap((lecture) => {
    const rows = data.rows("calage").map((row) => ({ dep: (row["code"] ?? "").slice(0, 2), metric: Number(row["metric"]), minutes: Number(row[lecture]) }));
    return [...mesurerParDepartement(rows)].flatMap(([dep, mesures]) => {
      const key = `${dep} ${lecture}`;
      const row = written.get(key);
      written.delete(key);
      const gap = (name: keyof Mesures): number => Math.abs(Number(row?.[name] ?? Number.NaN) - mesures[name]);
      return MESURES.filter((name) => !(gap(name) <= ROUNDING * 0.5 * 10 ** -DECIMALES[name])).map((name) => `${key} : ${name}`);
    });
  });
  return [...wrong, ...[...written.keys()].map((key) => `${key} en trop`)];
}

/** Rows whose residual is not the held-out minutes less METRIC's. */
function residuals(data: DataPackage): readonly string[] {
  const rows = data.rows("calage");
  return rows.filter((row) => Math.abs(Number(row["ecarte"]) - Number(row["metric"]) - Number(row["residu"])) > 0.006).map((row) => row["code"] ?? "");
}

/** Haute-Vienne has no published METRIC minutes: a row of it would mean that something else was taken for them. */
function hauteVienne(data: DataPackage): readonly string[] {
  return data.rows("calage").map((row) => row["code"] ?? "").filter((code) => code.startsWith("87"));
}

/** The figures of the calibration are those of its rows. */
export const calage: Check = (data) => [
  none("écarts à METRIC par département, recalculés", summary(data)),
  none("résidus du calage", residuals(data)),
  none("communes de Haute-Vienne dans le calage", hauteVienne(data)),
];
