import type { Mesures } from "../../src/domain/calage";
import { isAutour, LECTURES, mesurerParDepartement } from "../calage/mesures";
import { type Check, type DataPackage, none } from "./package";

/** Decimals each figure of the summary is written with. */
const DECIMALES: Readonly<Record<keyof Mesures, number>> = { n: 0, biais: 4, mae: 4, r: 6, cinq: 5, classe: 5 };
const MESURES = Object.keys(DECIMALES) as readonly (keyof Mesures)[];
/** Two computations may round a half apart. */
const ROUNDING = 1.01;

/** Figures by département that the rows of the communes do not give again. */
function summary(data: DataPackage): readonly string[] {
  const places = new Map(data.rows("communes").map((row) => [row["code"], row]));
  const written = new Map(data.rows("calage-departements").map((row) => [`${row["dep"] ?? ""} ${row["lecture"] ?? ""}`, row]));
  const wrong = LECTURES.flatMap((lecture) => {
    const rows = data.rows("calage").map((row) => {
      const place = places.get(row["code"]);
      return { dep: (row["code"] ?? "").slice(0, 2), autour: isAutour(Number(place?.["lon"]), Number(place?.["lat"])), metric: Number(row["metric"]), minutes: Number(row[lecture]) };
    });
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

/** Haute-Vienne has no published METRIC minutes: a row of it would mean that something else was taken for them. */
function hauteVienne(data: DataPackage): readonly string[] {
  return data.rows("calage").map((row) => row["code"] ?? "").filter((code) => code.startsWith("87"));
}

/** The figures against METRIC are those of the communes. */
export const calage: Check = (data) => [
  none("écarts à METRIC par département, recalculés", summary(data)),
  none("communes de Haute-Vienne comparées à METRIC", hauteVienne(data)),
];
