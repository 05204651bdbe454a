import type { Category, ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Column } from "../../domain/table";
import { type Table, textValues } from "../../domain/table";
import { aImporter } from "../shared/a-importer";
import type { FactValue, Inputs, Output, Progress } from "../analysis";
import { figure, type Groupes, groupCommunes, pickNumbers, resultTable, sumByGroup } from "../shared/groupes";
import { sumKnown } from "../shared/nombres";
import { qualityOf, requireTable, sourcesOf } from "../shared/sources";

const SITUATIONS = {
  "hors CPTS": { label: "Hors de toute CPTS", color: "#b30000", pattern: "hachures" },
  "en partie": { label: "En partie dans une CPTS", color: "#fdbb84", pattern: "points" },
  "plusieurs CPTS": { label: "Dans plusieurs CPTS", color: "#6a51a3", pattern: "croix" },
  "dans une CPTS": { label: "Dans une CPTS", color: "#a6cee3", pattern: "plein" },
} as const satisfies Record<string, Omit<Category, "value">>;
type Situation = keyof typeof SITUATIONS;
const ECHELLE: ScaleSpec = { kind: "categories", categories: Object.entries(SITUATIONS).map(([value, dessin]) => ({ value, ...dessin })) };
const PARTS: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: [0, 0.25, 0.5, 0.75] }, presets: [{ label: "0 / 25 / 50 / 75 %", breaks: [0, 0.25, 0.5, 0.75] }], palette: "orrd" };

/** The CPTS of each commune of the territory, order of `groupes.communes`. */
function cptsDesCommunes(groupes: Groupes, communes: Table, table: Table): readonly (readonly string[])[] {
  const byCode = new Map<string, string[]>();
  const names = textValues(table, "cpts");
  textValues(table, "code").forEach((code, i) => byCode.set(code ?? "", [...(byCode.get(code ?? "") ?? []), names[i] ?? ""]));
  const codes = textValues(communes, "code");
  return groupes.communes.map((row) => (byCode.get(codes[row] ?? "") ?? []).toSorted());
}

/** What a row is, from how many of its communes are in none, in one and in several. */
function situationDe(none: number, one: number, several: number): Situation {
  if (none > 0) return one + several === 0 ? "hors CPTS" : "en partie";
  return several > 0 ? "plusieurs CPTS" : "dans une CPTS";
}

interface Lignes {
  readonly columns: readonly Column[];
  readonly situations: readonly Situation[];
}

function lignes(groupes: Groupes, habitants: Float64Array, membres: readonly (readonly string[])[]): Lignes {
  const count = (keep: (n: number) => boolean): Float64Array => sumByGroup(groupes, membres.map(({ length }) => (keep(length) ? 1 : 0)));
  const [none, one, several] = [count((n) => n === 0), count((n) => n === 1), count((n) => n > 1)];
  const out = sumByGroup(groupes, habitants.map((people, i) => (membres[i]?.length === 0 ? people : 0)));
  const all = sumByGroup(groupes, habitants);
  const names = groupes.codes.map(() => new Set<string>());
  groupes.groupe.forEach((row, i) => membres[i]?.forEach((name) => names[row]?.add(name)));
  const situations = groupes.codes.map((_, row) => situationDe(none[row] ?? 0, one[row] ?? 0, several[row] ?? 0));
  return {
    situations,
    columns: [
      figure("habitants", "Habitants", "habitants", 0, all),
      { name: "situation", label: "Couverture par les CPTS", type: "texte", values: situations },
      { name: "cpts", label: "CPTS", type: "texte", values: names.map((set) => (set.size === 0 ? null : [...set].toSorted().join(" ; "))), vide: "aucune" },
      figure("communes_hors", "Communes hors de toute CPTS", "nombre", 0, none),
      figure("communes_plusieurs", "Communes dans plusieurs CPTS", "nombre", 0, several),
      figure("habitants_hors", "Habitants hors de toute CPTS", "habitants", 0, out),
      figure("part_hors", "Part des habitants hors de toute CPTS", "part", 1, out.map((people, row) => people / (all[row] ?? Number.NaN))),
    ],
  };
}

const nombre = new Intl.NumberFormat("fr-FR");

/** « CPTS A (12 communes, 34 567 habitants dans le territoire) » one after the other, by name. */
function liste(membres: readonly (readonly string[])[], habitants: Float64Array): readonly string[] {
  const sums = new Map<string, { communes: number; habitants: number }>();
  membres.forEach((names, i) => {
    for (const name of names) {
      const before = sums.get(name) ?? { communes: 0, habitants: 0 };
      sums.set(name, { communes: before.communes + 1, habitants: before.habitants + (habitants[i] ?? 0) });
    }
  });
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => `${name} (${nombre.format(sum.communes)} communes, ${nombre.format(sum.habitants)} habitants)`);
}

function viewsOf(table: Table, { perimetre: { niveau } }: Inputs, quality: View["quality"]): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", quality } as const;
  const first: View = { ...common, id: "situation", title: "Communes dans une CPTS, dans plusieurs, dans aucune", column: "situation", unit: "nombre", digits: 0, scale: ECHELLE };
  return niveau === "commune" ? [first] : [first, { ...common, id: "part", title: "Part des habitants hors de toute CPTS", column: "part_hors", unit: "part", digits: 1, scale: PARTS }];
}

/** Nothing is imported: the same columns, « pas de donnée » everywhere. */
function vide(groupes: Groupes, habitants: Float64Array): readonly Column[] {
  const none = (): Float64Array => new Float64Array(groupes.codes.length).fill(Number.NaN);
  return lignes(groupes, habitants, groupes.communes.map(() => [])).columns.map((column): Column => {
    if (column.name === "habitants") return column;
    const { vide: _, ...head } = column;
    return column.type === "nombre" ? { ...head, type: "nombre", unit: column.unit, digits: column.digits, values: none() } : { name: column.name, label: column.label, type: "texte", values: groupes.codes.map(() => null) };
  });
}

/** Communes and inhabitants in no CPTS, in one and in several, from the imported perimeters: see README.md. Pure. */
export function* computeCpts(inputs: Inputs): Generator<Progress, Output, void> {
  yield { part: 0, etape: "territoires" };
  const { donnees, perimetre } = inputs;
  const communes = requireTable(donnees, "communes");
  const groupes = groupCommunes(perimetre, communes, requireTable(donnees, "territoires"));
  const habitants = pickNumbers(groupes, communes, "population");
  const table = requireTable(donnees, "cpts");
  const absent = table.length === 0;
  const membres = absent ? [] : cptsDesCommunes(groupes, communes, table);
  const result = resultTable("cpts", groupes, absent ? vide(groupes, habitants) : lignes(groupes, habitants, membres).columns);
  const sources = [...sourcesOf(absent ? [] : ["cpts"], donnees), ...sourcesOf(["communes", "territoires"], donnees)];
  const people = (keep: (n: number) => boolean): number => sumKnown(habitants.map((value, i) => (keep(membres[i]?.length ?? 0) ? value : 0)));
  const count = (keep: (n: number) => boolean): number => membres.filter(({ length }) => keep(length)).length;
  const listed = liste(membres, habitants);
  const all = sumKnown(habitants);
  const known = (value: number): FactValue => (absent ? null : value);
  const [hors, plusieurs] = [(n: number): boolean => n === 0, (n: number): boolean => n > 1];
  return {
    table: result,
    views: viewsOf(result, inputs, qualityOf(sources, true)),
    summary: absent
      ? { id: "table-a-importer", params: { territoire: perimetre.territoire.nom, tables: ["cpts"] } }
      : { id: "cpts", params: { territoire: perimetre.territoire.nom, communes: membres.length, hors: count(hors), habitantsHors: people(hors), part: people(hors) / all, plusieurs: count(plusieurs), habitantsPlusieurs: people(plusieurs), cpts: listed.length } },
    facts: {
      habitants: all,
      communes: groupes.communes.length,
      cpts: known(listed.length),
      communes_hors: known(count(hors)),
      habitants_hors: known(people(hors)),
      part_hors: known(people(hors) / all),
      communes_plusieurs: known(count(plusieurs)),
      habitants_plusieurs: known(people(plusieurs)),
      liste_cpts: absent ? null : listed.join(" ; "),
    },
    issues: absent ? [aImporter("cpts")] : [],
    sources,
  };
}
