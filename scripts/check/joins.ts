import type { FeatureCollection } from "geojson";
import type { ResourceName } from "../../src/domain/ressource";
import { COLONNE_NIVEAU, NIVEAUX } from "../../src/domain/perimetre";
import { COMMUNES_FUSIONNEES } from "../../src/domain/communes-fusionnees";
import { type Check, type DataPackage, none } from "./package";

/** Tables that hold one row for each of the 4 293 communes, no more, no less. */
const COMPLETES = ["zonage-communes", "bpe", "apl", "urgences-communes"] as const satisfies readonly ResourceName[];

/** Columns that name a commune of the region when they name one. */
const RENVOIS: readonly (readonly [ResourceName, string])[] = [
  ["cellules", "code"], ["revenus", "code"], ["etablissements", "code_commune"],
  ["corrections", "code_commune"], ["services", "code_commune"], ["lieux-dits", "code_commune"], ["calage", "code"],
];

const POINTS = ["msp", "centres-sante", "stages"] as const satisfies readonly ResourceName[];

function propertyCodes(data: DataPackage, name: ResourceName): readonly string[] {
  return (data.json<FeatureCollection>(name)?.features ?? []).flatMap(({ properties }) => {
    const code: unknown = properties?.["code_commune"];
    return typeof code === "string" ? [code] : [];
  });
}

/** Every code is known, none is lost, and the communes that merged are carried by the one they became. */
export const joins: Check = (data) => {
  const codes = new Set(data.rows("communes").map((row) => row["code"] ?? ""));
  const inRegion = (code: string): boolean => codes.has(code);
  const incomplete = COMPLETES.flatMap((name) => {
    const found = new Set(data.rows(name).map((row) => row["code"] ?? ""));
    const lost = [...codes].filter((code) => !found.has(code));
    const unknown = [...found].filter((code) => !inRegion(code));
    return [...lost.map((code) => `${name} sans ${code}`), ...unknown.map((code) => `${name} : ${code} inconnu`)];
  });
  const dangling = RENVOIS.flatMap(([name, column]) =>
    data.rows(name).map((row) => row[column] ?? "").filter((code) => code !== "" && !inRegion(code)).map((code) => `${name} : ${code}`),
  );
  // Emergency sites of the ring stand in communes of the ring: only those of the region's register are checked.
  const urgences = data.rows("urgences").filter((row) => row["origine"] === "finess-2026" && !inRegion(row["code_commune"] ?? "")).map((row) => `urgences : ${row["code_commune"] ?? ""}`);
  const points = POINTS.flatMap((name) => propertyCodes(data, name).filter((code) => !inRegion(code)).map((code) => `${name} : ${code}`));
  const cells = new Set(data.rows("cellules").map((row) => row["code"] ?? ""));
  const territoires = new Set(data.rows("territoires").map((row) => `${row["niveau"] ?? ""} ${row["code"] ?? ""}`));
  const orphans = data.rows("communes").flatMap((row) =>
    NIVEAUX.filter((niveau) => niveau !== "commune" && !territoires.has(`${niveau} ${row[COLONNE_NIVEAU[niveau]] ?? ""}`)).map((niveau) => `${row["code"] ?? ""} sans ${niveau}`),
  );
  const ring = data.rows("communes-couronne").map((row) => row["code"] ?? "").filter(inRegion);
  const merged = Object.entries(COMMUNES_FUSIONNEES).filter(([old, { vers }]) => inRegion(old) || !inRegion(vers));
  return [
    { controle: "communes", attendu: "4293", trouve: String(codes.size), ok: codes.size === 4293 },
    none("une ligne par commune", incomplete),
    none("codes commune connus", [...dangling, ...urgences, ...points]),
    none("territoires des communes connus", orphans),
    none("couronne hors de la région", ring),
    none("communes fusionnées reportées", merged.map(([old, { vers }]) => `${old} → ${vers}`)),
    none("communes sans cellule habitée", [...codes].filter((code) => !cells.has(code))),
  ];
};
