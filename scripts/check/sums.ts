import type { FeatureCollection } from "geojson";
import type { ResourceName } from "../../src/domain/ressource";
import { COLONNE_NIVEAU, NIVEAUX } from "../../src/domain/perimetre";
import { type Check, type DataPackage, none, type Row } from "./package";

const number = (text: string | undefined): number => (text === undefined || text === "" ? 0 : Number(text));

function sumBy(rows: readonly Row[], key: (row: Row) => string, field: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + number(row[field]));
  return sums;
}

/** Territories whose population is not that of their communes. */
function territoires(data: DataPackage): readonly string[] {
  const communes = data.rows("communes");
  return NIVEAUX.flatMap((niveau) => {
    if (niveau === "commune") return [];
    const rows = data.rows("territoires").filter((row) => row["niveau"] === niveau);
    const sums = sumBy(communes, (row) => row[COLONNE_NIVEAU[niveau]] ?? "", "population");
    const wrong = rows.filter((row) => sums.get(row["code"] ?? "") !== number(row["population"])).map((row) => `${niveau} ${row["code"] ?? ""}`);
    return rows.length === sums.size ? wrong : [...wrong, `${niveau} : ${rows.length} lignes pour ${sums.size} territoires`];
  });
}

/** Inhabitants a commune may gain or lose when its cells are written to a tenth. */
const ARRONDI = 2;

function cellules(data: DataPackage): readonly string[] {
  const cells = sumBy(data.rows("cellules"), (row) => row["code"] ?? "", "population");
  return data
    .rows("communes")
    .filter((row) => Math.abs((cells.get(row["code"] ?? "") ?? 0) - number(row["population"])) > ARRONDI)
    .map((row) => `${row["nom"] ?? ""} : ${(cells.get(row["code"] ?? "") ?? 0).toFixed(1)} au lieu de ${row["population"] ?? ""}`);
}

interface ZoneProperties {
  readonly dep: string;
  readonly zone: string;
  readonly communes: number;
  readonly habitants: number;
  readonly codes: readonly string[];
}

/** Zones that do not hold just the communes of the table, or not their inhabitants. */
function zones(data: DataPackage): readonly string[] {
  const population = new Map(data.rows("communes").map((row) => [row["code"] ?? "", number(row["population"])]));
  const zoneOf = new Map(data.rows("zonage-communes").map((row) => [row["code"] ?? "", row["zone"] ?? ""]));
  const features = (data.json<FeatureCollection>("zonage")?.features ?? []).map((f) => f.properties as ZoneProperties);
  const codes = features.flatMap((zone) => zone.codes);
  const wrong = features.filter(({ dep, zone, codes: members, communes, habitants }) => {
    const people = members.reduce((sum, code) => sum + (population.get(code) ?? 0), 0);
    return members.length !== communes || people !== habitants || members.some((code) => zoneOf.get(code) !== zone || !code.startsWith(dep));
  });
  const each = new Set(codes).size === codes.length && codes.length === zoneOf.size;
  return [...wrong.map(({ dep, zone }) => `${dep} ${zone}`), ...(each ? [] : [`${codes.length} communes dans les zones, ${zoneOf.size} dans la table`])];
}

/** Counts that are never negative. */
const EFFECTIFS = ["bpe", "urgences-communes", "departements-professions", "departements-ages"] as const satisfies readonly ResourceName[];

function negatives(data: DataPackage): readonly string[] {
  return EFFECTIFS.filter((name) => data.rows(name).some((row) => Object.values(row).some((value) => value.startsWith("-"))));
}

/** Groups add up to their parts. */
export const sums: Check = (data) => [
  none("population des territoires", territoires(data)),
  none("habitants des carreaux, commune par commune", cellules(data)),
  none("communes et habitants des zones", zones(data)),
  none("effectifs positifs", negatives(data)),
];
