import type { FeatureCollection } from "geojson";
import type { Category } from "../../carto/scale";
import type { View } from "../../carto/view";
import { type Table, textValues } from "../../domain/table";
import { type Parcours, tableDessinee } from "./tables";
import type { Lieu } from "./trajet";

/** Told apart by colour-blind readers too, and from the roads of the ground; the names stand in the legend and the table. */
const COULEURS: Readonly<Record<string, string>> = { p1: "#0b5394", "p1-msp": "#1f8a70", p2: "#b45309", "p2-msp": "#8e3b8a" };

/** Widths of the lines, in times that of a road: the path with one more maison de santé is drawn on the other, which shows on both sides. */
const WIDE = 3.2;
const FINE = 1.4;

function lignes(tous: readonly Parcours[], table: Table): FeatureCollection {
  const noms = new Map(textValues(table, "code").map((code, row) => [code, textValues(table, "nom")[row]]));
  return {
    type: "FeatureCollection",
    features: tous.flatMap(({ code, jambes }) =>
      jambes.flatMap(({ ligne }, rang) => {
        const largeur = code.endsWith("-msp") ? FINE : WIDE;
        const id = `${code}.${rang + 1}`;
        const coordinates = ligne.map(([lon, lat]) => [lon, lat]);
        return noms.has(id) ? [{ type: "Feature" as const, properties: { code: id, nom: noms.get(id) ?? id, largeur }, geometry: { type: "LineString" as const, coordinates } }] : [];
      }),
    ),
  };
}

interface Arret {
  readonly lieu: Lieu;
  readonly genre: string;
}

function stops({ jambes }: Parcours): readonly Arret[] {
  return jambes.flatMap(({ a, genre }) => (a === null || genre === "retour" ? [] : [{ lieu: a, genre }]));
}

/** The places of all the paths, each once: homes first. */
function arretsDe(tous: readonly Parcours[]): readonly Arret[] {
  const arrets = new Map<string, Arret>();
  const add = (lieu: Lieu, genre: string): void => {
    const key = `${lieu.lon};${lieu.lat}`;
    if (!arrets.has(key)) arrets.set(key, { lieu, genre });
  };
  for (const { jambes } of tous) if (jambes[0] !== undefined) add(jambes[0].de, "domicile");
  for (const { lieu, genre } of tous.flatMap(stops)) add(lieu, genre);
  return [...arrets.values()];
}

const LIBELLES: readonly Category[] = [
  { value: "domicile", label: "domicile (chef-lieu de la commune)", color: "#37424d", pattern: "plein" },
  { value: "medecin", label: "médecin", color: "#37424d", pattern: "plein" },
  { value: "msp", label: "maison de santé", color: "#7d1d5f", pattern: "plein" },
  { value: "pharmacie", label: "pharmacie", color: "#1d7d3d", pattern: "plein" },
  { value: "laboratoire", label: "laboratoire", color: "#1b7a86", pattern: "plein" },
  { value: "specialiste", label: "spécialiste", color: "#37424d", pattern: "plein" },
  { value: "hopital", label: "hôpital", color: "#1f3f77", pattern: "plein" },
  { value: "urgences", label: "service d'urgences", color: "#b3261e", pattern: "plein" },
];

function tableDesArrets(arrets: readonly Arret[]): Table {
  const degrees = (name: string, pick: (lieu: Lieu) => number) =>
    ({ name, label: name, type: "nombre", values: Float64Array.from(arrets, ({ lieu }) => pick(lieu)), unit: "degres", digits: 5 }) as const;
  const text = (name: string, label: string, pick: (arret: Arret, rang: number) => string) => ({ name, label, type: "texte", values: arrets.map(pick) }) as const;
  return {
    id: "arrets",
    length: arrets.length,
    columns: [
      text("code", "Code", (_, rang) => `arret-${rang + 1}`),
      text("nom", "Lieu", ({ lieu }) => lieu.nom),
      text("genre", "Genre", ({ genre }) => genre),
      degrees("lon", ({ lon }) => lon),
      degrees("lat", ({ lat }) => lat),
    ],
  };
}

/** The roads driven, one colour a path, and the places where one stops. */
export function parcoursViews(tous: readonly Parcours[], quality: View["quality"]): readonly View[] {
  const table = tableDessinee(tous);
  const arrets = arretsDe(tous);
  const genres = new Set(arrets.map(({ genre }) => genre));
  const categories = tous.map(({ code, nom }): Category => ({ value: nom, label: nom, color: COULEURS[code] ?? "#37424d", pattern: "plein" }));
  return [
    {
      id: "jambes",
      title: "Trajets par la route",
      table,
      geometry: { kind: "lignes", features: lignes(tous, table) },
      mark: "line",
      column: "parcours",
      unit: "nombre",
      digits: 0,
      scale: { kind: "categories", categories },
      quality,
    },
    {
      id: "arrets",
      title: "Lieux du parcours",
      table: tableDesArrets(arrets),
      geometry: { kind: "points" },
      mark: "symbol",
      column: "genre",
      unit: "nombre",
      digits: 0,
      scale: { kind: "categories", categories: LIBELLES.filter(({ value }) => genres.has(value)) },
      quality,
    },
  ];
}
