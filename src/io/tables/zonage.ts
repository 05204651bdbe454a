import { foldName } from "../../domain/fold";
import { failure, success } from "../../domain/outcome";
import type { CsvRecord } from "../csv";
import { CODE, MILLESIME, texte } from "./colonnes";
import type { FormatTable } from "./format";
import { type Lecteur, lireLignes } from "./lecteur";
import { type LigneCommune, unParCommune } from "./un-par-commune";

const COLONNES = {
  code_insee: CODE,
  zone: ["zone", "zonage", "classement", "zone_medecin", "zonage_medecin", "zonage_medecins", "zonage_mg", "zone_mg"],
  millesime: MILLESIME,
} as const;
type Colonne = keyof typeof COLONNES;

/** Usual spellings of each zone, folded; « 1_ZIP » and the like lose their number first. */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  ZIP: ["zip", "zone d intervention prioritaire", "intervention prioritaire"],
  ZAC: ["zac", "zone d action complementaire", "action complementaire"],
  ZV: ["zv", "zone de vigilance", "vigilance"],
  HZ: ["hz", "hors zonage", "hors zone", "hors zones", "hors zone d intervention", "non zone", "aucune"],
};
const ZONE_DE: ReadonlyMap<string, string> = new Map(Object.entries(ZONES).flatMap(([zone, noms]) => noms.map((nom) => [nom, zone] as const)));
const ATTENDU = "une zone : ZIP, ZAC, ZV ou hors zonage";

/** « 1_ZIP », « Zone d'intervention prioritaire (ZIP) », « hors-zonage » → ZIP, HZ; undefined for anything else. */
export function zoneEcrite(text: string): string | undefined {
  const plain = foldName(text).replaceAll(/[^a-z]+/g, " ").trim();
  return ZONE_DE.get(plain) ?? ZONE_DE.get(plain.replace(/ (?:zip|zac|zv|hz)$/, ""));
}

function lireLigne(lecteur: Lecteur<Colonne>, record: CsvRecord): LigneCommune | null {
  const commune = lecteur.commune(record, "code_insee");
  if (commune === null) return null;
  const zone = zoneEcrite(lecteur.text(record, "zone"));
  if (zone === undefined) return lecteur.illisible(record, "zone", ATTENDU);
  if (lecteur.double(record, "code_insee", commune.ecrit) || !lecteur.millesime(record, "millesime")) return null;
  return { row: record.row, commune, valeur: zone };
}

/** Another vintage of the zonage des médecins: `code_insee;zone`, in usual spellings, and when known its `millesime`, the same in every row. */
export const zonageCompare: FormatTable = {
  id: "zonage-compare",
  colonnes: COLONNES,
  signatures: [["code_insee", "zone"]],
  lire(fichier, communes) {
    const lu = lireLignes<LigneCommune, Colonne>(fichier, COLONNES, communes, (has) => (["code_insee", "zone"] as const).find((name) => !has(name)) ?? null, lireLigne);
    if (!lu.ok) return lu;
    const { lignes, bilan, ...reste } = lu.value;
    const { valeurs: zones, perdues, issues } = unParCommune(lignes, fichier.nom);
    if (zones.length === 0) return failure(...lu.issues, ...issues);
    const columns = [texte("code", "Commune", zones, ([code]) => code), texte("zone", "Zone", zones, ([, zone]) => zone)];
    return success({ table: { id: "zonage-compare", length: zones.length, columns }, bilan: { ...bilan, gardees: bilan.gardees - perdues, rejetees: bilan.rejetees + perdues }, ...reste }, [...lu.issues, ...issues]);
  },
};
