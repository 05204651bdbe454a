import type { Category, ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import { type Issue, issue } from "../../domain/issue";
import type { SentenceParams } from "../../domain/sentence";
import { type Column, indexBy, textValues } from "../../domain/table";
import type { FactValue, Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import { figure, sumByGroup } from "../shared/groupes";
import { orNull, sumKnown } from "../shared/nombres";
import { requireTable } from "../shared/sources";
import type { ZonageParams } from "./description";

/** When the embedded zonage came into force: an imported one of an earlier date is the one before. */
const EMBARQUE = "2025-05";
/** From the least helped to the most; ZIP and ZAC are « en zonage », the « zone de vigilance » of older vintages is not. */
const RANG: Readonly<Record<string, number>> = { HZ: 0, ZV: 1, ZAC: 2, ZIP: 3 };
const ZONES = ["ZIP", "ZAC", "ZV", "HZ"] as const;

const CHANGEMENTS = {
  "entre en zonage": { label: "Entre en zonage", color: "#b30000", pattern: "hachures" },
  "mieux aidée": { label: "Passe de ZAC à ZIP", color: "#fc8d59", pattern: "points" },
  "moins aidée": { label: "Passe de ZIP à ZAC", color: "#92c5de", pattern: "horizontales" },
  "sort du zonage": { label: "Sort du zonage", color: "#2166ac", pattern: "croix" },
  "entre hors zonage et vigilance": { label: "Change entre hors zonage et vigilance", color: "#b8b08d", pattern: "points" },
  inchangé: { label: "Inchangée", color: "#e0e3e0", pattern: "plein" },
} as const satisfies Record<string, Omit<Category, "value">>;
type Changement = keyof typeof CHANGEMENTS;
const ECHELLE: ScaleSpec = { kind: "categories", categories: Object.entries(CHANGEMENTS).map(([value, dessin]) => ({ value, ...dessin })) };
const PARTS: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: [0, 0.1, 0.25, 0.5] }, presets: [{ label: "0 / 10 / 25 / 50 %", breaks: [0, 0.1, 0.25, 0.5] }], palette: "orrd" };

/** What becomes of a commune from a zone to another. */
function changementDe(avant: string, apres: string): Changement {
  if (avant === apres) return "inchangé";
  const [before, after] = [RANG[avant] ?? 0, RANG[apres] ?? 0];
  if (before < 2 && after < 2) return "entre hors zonage et vigilance";
  if (before < 2) return "entre en zonage";
  if (after < 2) return "sort du zonage";
  return after > before ? "mieux aidée" : "moins aidée";
}

/** Two vintages of the zonage, commune by commune, and what the change of each is; null where one of them says nothing. */
export interface Comparaison {
  readonly avant: readonly (string | null)[];
  readonly apres: readonly (string | null)[];
  readonly changements: readonly (Changement | null)[];
  /** The imported one is the older. */
  readonly importeAvant: boolean;
  readonly millesime: string;
}

/** The imported zonage beside the embedded one (zones in the order of `groupes.communes`); null when none is imported. */
export function comparer({ donnees }: Inputs, { communes, groupes }: Territoires, embarque: readonly (string | null)[], sens: ZonageParams["sens"]): Comparaison | null {
  const table = requireTable(donnees, "zonage-compare");
  if (table.length === 0) return null;
  const [rows, zones, codes] = [indexBy(table, "code"), textValues(table, "zone"), textValues(communes, "code")];
  const importe = groupes.communes.map((row) => zones[rows.get(codes[row] ?? "") ?? -1] ?? null);
  const vintage = donnees["zonage-compare"]?.provenance.vintage ?? "";
  const importeAvant = sens === "avant" || (sens === "auto" && /^\d{4}/.test(vintage) && vintage < EMBARQUE);
  const [avant, apres] = importeAvant ? [importe, embarque] : [embarque, importe];
  const changements = avant.map((before, i): Changement | null => {
    const after = apres[i] ?? null;
    return before === null || after === null ? null : changementDe(before, after);
  });
  return { avant, apres, changements, importeAvant, millesime: vintage };
}

const count = <T>(list: readonly T[], which: T): number => list.filter((one) => one === which).length;

/** Communes and inhabitants of each change, of each pair of zones that some commune goes through, and shares of both vintages. */
export function factsMillesimes({ avant, apres, changements }: Comparaison, habitants: Float64Array): Readonly<Record<string, FactValue>> {
  const people = (keep: (i: number) => boolean): number => sumKnown(habitants.map((value, i) => (keep(i) ? value : 0)));
  /** Of the inhabitants whose zone that vintage gives. */
  const share = (zones: Comparaison["avant"], zone: string): number => people((i) => zones[i] === zone) / people((i) => zones[i] !== null);
  const named = (name: string, which: Changement) => [[`communes_${name}`, count(changements, which)], [`habitants_${name}`, people((i) => changements[i] === which)]] as const;
  const steps = ZONES.flatMap((from) => ZONES.flatMap((to) => {
    const n = changements.filter((_, i) => avant[i] === from && apres[i] === to).length;
    const name = `${from.toLowerCase()}_vers_${to.toLowerCase()}`;
    return n === 0 || from === to ? [] : [[name, n] as const, [`habitants_${name}`, people((i) => avant[i] === from && apres[i] === to)] as const];
  }));
  const shares = ZONES.slice(0, 2).flatMap((zone) => [[`part_${zone.toLowerCase()}_avant`, orNull(share(avant, zone))], [`part_${zone.toLowerCase()}_apres`, orNull(share(apres, zone))]] as const);
  return Object.fromEntries([
    ...named("entrees", "entre en zonage"),
    ...named("sorties", "sort du zonage"),
    ...named("mieux_aidees", "mieux aidée"),
    ...named("moins_aidees", "moins aidée"),
    ...named("inchangees", "inchangé"),
    ["communes_sans_comparaison", count(changements, null)],
    ...steps,
    ...shares,
  ]);
}

/** What the sentence says of it; ceilings hold for the whole region only. */
export function phraseMillesimes(facts: ReturnType<typeof factsMillesimes>, { perimetre: { territoire } }: Inputs, { plafond_zip, plafond_zac }: ZonageParams): NonNullable<SentenceParams["zonage"]["comparaison"]> {
  const at = (name: string): number => Number(facts[name] ?? Number.NaN);
  return {
    entrees: at("communes_entrees"),
    habitantsEntrees: at("habitants_entrees"),
    sorties: at("communes_sorties"),
    habitantsSorties: at("habitants_sorties"),
    classes: at("communes_mieux_aidees") + at("communes_moins_aidees"),
    inchangees: at("communes_inchangees"),
    zip: [at("part_zip_avant"), at("part_zip_apres")],
    zac: [at("part_zac_avant"), at("part_zac_apres")],
    plafonds: territoire.genre === "region" ? [plafond_zip / 100, plafond_zac / 100] : null,
  };
}

/** Columns and map of the comparison. A commune has its two zones; a larger territory its communes and inhabitants by change. */
export function vueMillesimes({ avant, apres, changements }: Comparaison, { groupes, chefs: { demande: { habitants } } }: Territoires, commune: boolean): { readonly columns: readonly Column[]; readonly view: Pick<View, "id" | "title" | "column" | "unit" | "digits" | "scale"> } {
  if (commune) {
    const columns: readonly Column[] = [
      { name: "zone_avant", label: "Zone avant", type: "texte", values: avant },
      { name: "zone_apres", label: "Zone après", type: "texte", values: apres },
      { name: "changement", label: "D'un zonage à l'autre", type: "texte", values: changements },
    ];
    return { columns, view: { id: "changement", title: "D'un zonage à l'autre : entrées, sorties, changements de classe", column: "changement", unit: "nombre", digits: 0, scale: ECHELLE } };
  }
  const communes = (which: Changement): Float64Array => sumByGroup(groupes, changements.map((one) => (one === which ? 1 : 0)));
  const changed = sumByGroup(groupes, habitants.map((value, i) => (changements[i] === null ? Number.NaN : changements[i] === "inchangé" ? 0 : value)));
  const known = sumByGroup(groupes, habitants.map((value, i) => (changements[i] === null ? Number.NaN : value)));
  const columns = [
    figure("communes_entrees", "Communes entrées en zonage", "nombre", 0, communes("entre en zonage")),
    figure("communes_sorties", "Communes sorties du zonage", "nombre", 0, communes("sort du zonage")),
    figure("communes_mieux_aidees", "Communes passées de ZAC à ZIP", "nombre", 0, communes("mieux aidée")),
    figure("communes_moins_aidees", "Communes passées de ZIP à ZAC", "nombre", 0, communes("moins aidée")),
    figure("part_changee", "Habitants dont la zone change", "part", 1, changed.map((people, row) => people / (known[row] ?? Number.NaN))),
  ];
  return { columns, view: { id: "changement", title: "D'un zonage à l'autre : habitants dont la zone change", column: "part_changee", unit: "part", digits: 1, scale: PARTS } };
}

/** Which vintage is taken as the older, always said, and the communes that the imported one leaves out. */
export function issuesMillesimes({ importeAvant, millesime, changements }: Comparaison): readonly Issue[] {
  const missing = count(changements, null);
  return [
    issue("zonage-importe", "information", { avant: importeAvant, millesime }),
    ...(missing === 0 ? [] : [issue("zonage-incomplet", "avertissement", { nombre: missing })]),
  ];
}
