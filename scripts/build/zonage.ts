import { LICENCE_OUVERTE } from "./licences";
import type { Head } from "./table-csv";
import type { SourceRow } from "./source";
import { cell, readRows } from "./source";
import type { Source, Step } from "./step";
import { csvResource, texte, texteRequis } from "./table-csv";

export const ZONES = ["ZIP", "ZAC", "HZ"] as const;
export type Zone = (typeof ZONES)[number];

interface ZoneCommune {
  readonly row: SourceRow;
  readonly code: string;
  readonly zone: Zone;
}

/** Zone of each commune, by code: « 1_ZIP » is ZIP. Throws on an unknown zone. */
export function readZones(source: Source): readonly ZoneCommune[] {
  return readRows(source, "sante/zonage-medecins-na-2025-05.csv", ";")
    .map((row) => {
      const written = cell(row, "zonage_mg");
      const zone = ZONES.find((candidate) => written.endsWith(`_${candidate}`));
      if (zone === undefined) throw new Error(`zonage inconnu « ${written} » : ${JSON.stringify(row)}`);
      return { row, code: cell(row, "code_insee"), zone };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** What both forms of the zoning (table and polygons) say of themselves. */
export const ZONAGE_PROVENANCE: Pick<Head, "licenses" | "sources" | "publisher" | "vintage" | "note"> = {
  licenses: [LICENCE_OUVERTE],
  sources: [
    { title: "CartoSanté / DataSanté, zonage conventionnel des médecins généralistes", path: "https://cartosante.atlasante.fr/" },
    { title: "Relevé par commune : dépôt public Alternantsauvage/ZonageMed" },
  ],
  publisher: "ARS Nouvelle-Aquitaine",
  vintage: "mai 2025",
  note: "Zonage en vigueur en mai 2025, probablement remplacé début 2026 ; à confirmer auprès de l'ARS.",
};

export const zonageStep: Step = {
  resources: ["zonage-communes"],
  build: (source) => [
    csvResource<ZoneCommune>(
      {
        name: "zonage-communes",
        title: "Zonage des médecins généralistes, par commune",
        description: "Zone d'intervention prioritaire (ZIP), zone d'action complémentaire (ZAC) ou hors zonage (HZ). L'unité du zonage est le territoire de vie-santé, appliqué ici aux communes.",
        ...ZONAGE_PROVENANCE,
        quality: "officiel",
      },
      [
        texteRequis("code", "Code INSEE", (z) => z.code),
        texte("zone", "Zone", (z) => z.zone, { constraints: { required: true, enum: ZONES } }),
        texte("appariement", "Appariement", (z) => cell(z.row, "appariement"), {
          description: "comment la commune a été retrouvée dans le relevé, qui ne porte que le code postal et le nom",
        }),
      ],
      readZones(source),
      { primaryKey: ["code"] },
    ),
  ],
};
