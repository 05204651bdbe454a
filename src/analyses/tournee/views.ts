import type { FeatureCollection } from "geojson";
import type { View } from "../../carto/view";
import type { Table } from "../../domain/table";
import { type Ligne, tableDesEtapes } from "./tables";

const LARGEUR = 3;

function lignesOf(lignes: readonly Ligne[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: lignes.map(({ code, nom, etape: { ligne } }) => ({ type: "Feature", properties: { code, nom, largeur: LARGEUR }, geometry: { type: "LineString", coordinates: ligne.map(([lon, lat]) => [lon, lat]) } })),
  };
}

interface Place {
  readonly lon: number;
  readonly lat: number;
}

function points(id: string, places: readonly (Place & { readonly code: string; readonly nom: string; readonly genre: string; readonly proches: number })[]): Table {
  const text = (name: "code" | "nom" | "genre", label: string) => ({ name, label, type: "texte", values: places.map((place) => place[name]) }) as const;
  const degres = (name: "lon" | "lat", label: string) => ({ name, label, type: "nombre", unit: "degres", digits: 5, values: Float64Array.from(places, (place) => place[name]) }) as const;
  return {
    id,
    length: places.length,
    columns: [text("code", "Code"), text("nom", "Arrêt"), text("genre", "Genre"), { name: "habitants_proches", label: "Habitants éloignés que sert cet arrêt", type: "nombre", unit: "habitants", digits: 0, values: Float64Array.from(places, ({ proches }) => proches) }, degres("lon", "Longitude"), degres("lat", "Latitude")],
  };
}

/** The road driven, the stops by whom they serve, and, in the order driven, where the unit leaves from and the number of each stop. @param arrets places of the stops, in the order they were chosen */
export function tourneeViews(lignes: readonly Ligne[], depart: Place & { readonly nom: string }, { lon, lat }: { readonly lon: readonly number[]; readonly lat: readonly number[] }, quality: View["quality"]): readonly View[] {
  const stops = lignes.flatMap(({ etape: { arret }, code, nom, proches }) => (arret < 0 ? [] : [{ code, nom: `${code}. ${nom}`, genre: "arret", proches, lon: lon[arret]!, lat: lat[arret]! }]));
  if (stops.length === 0) return [];
  return [
    {
      id: "trajets",
      title: "Trajet de la tournée",
      table: tableDesEtapes(lignes),
      geometry: { kind: "lignes", features: lignesOf(lignes) },
      mark: "line",
      column: "trajet",
      unit: "nombre",
      digits: 0,
      scale: { kind: "categories", categories: [{ value: "Vers un arrêt", label: "Vers un arrêt", color: "#0b5394", pattern: "plein" }, { value: "Retour", label: "Retour", color: "#b45309", pattern: "plein" }] },
      quality,
    },
    { id: "arrets", title: "Arrêts, habitants éloignés que chacun sert", table: points("tournee-arrets", stops), geometry: { kind: "points" }, mark: "circle", column: "habitants_proches", unit: "habitants", digits: 0, scale: { kind: "proportionnel", maxRadius: 30, color: "#f59e0b" }, quality },
    {
      // Over the circles: the number is that of the table.
      id: "ordre",
      title: "Départ et ordre des arrêts",
      table: points("tournee-ordre", [{ code: "D", nom: `Départ : ${depart.nom}`, genre: "depart", proches: Number.NaN, lon: depart.lon, lat: depart.lat }, ...stops]),
      geometry: { kind: "points" },
      mark: "numero",
      column: "genre",
      unit: "nombre",
      digits: 0,
      scale: { kind: "categories", categories: [{ value: "depart", label: "Départ", color: "#37424d", pattern: "plein" }, { value: "arret", label: "Arrêt, numéroté dans l'ordre de la tournée et de la table", color: "#7c2d12", pattern: "plein" }] },
      quality,
    },
  ];
}
