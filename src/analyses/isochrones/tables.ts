import { nomOrigine } from "../../domain/origine-minutes";
import type { Column, Table } from "../../domain/table";
import { figure } from "../shared/groupes";
import type { Comparaison, Mesure } from "./mesure";

/** A row: a limit, drawn by whom. */
interface Ligne {
  readonly code: string;
  readonly nom: string;
  readonly mesure: Mesure;
}

function tableDe(id: string, lignes: readonly Ligne[], more: readonly Column[]): Table {
  const numbers = (pick: (mesure: Mesure) => number): Float64Array => Float64Array.from(lignes, ({ mesure }) => pick(mesure));
  return {
    id,
    length: lignes.length,
    columns: [
      { name: "code", label: "Code", type: "texte", values: lignes.map(({ code }) => code) },
      { name: "nom", label: "Zone", type: "texte", values: lignes.map(({ nom }) => nom) },
      figure("limite", "Limite", "minutes", 0, numbers(({ limite }) => limite)),
      figure("habitants", "Habitants du territoire dans la zone", "habitants", 0, numbers(({ habitants }) => habitants)),
      figure("part", "Part des habitants du territoire", "part", 1, numbers(({ part }) => part)),
      figure("communes", "Communes du territoire dont le chef-lieu est dans la zone", "nombre", 0, numbers(({ communes }) => communes)),
      figure("km2", "Surface de la zone, hors territoire comprise", "km2", 0, numbers(({ km2 }) => km2)),
      ...more,
    ],
  };
}

/** Codes are not those of territories. */
const ours = (mesure: Mesure): Ligne => ({ code: `min-${mesure.limite}`, nom: `${mesure.limite} min au plus`, mesure });

function theirs({ moteur: { origine }, mesures }: Comparaison): readonly Ligne[] {
  return mesures.map((mesure) => ({ code: `moteur-${mesure.limite}`, nom: `${mesure.limite} min au plus, ${origine.nom}`, mesure }));
}

/** One row a limit, the shortest first: the zones of the network. */
export function tableOf(mesures: readonly Mesure[]): Table {
  return tableDe("isochrones", mesures.map(ours), []);
}

/** The zones of an outside engine alone. */
export function tableMoteur(comparaison: Comparaison): Table {
  return tableDe("isochrones-moteur", theirs(comparaison), []);
}

/** Ours, then those of an outside engine, told apart by a column and by their names. */
export function tableComparee(mesures: readonly Mesure[], comparaison: Comparaison): Table {
  const { moteur: { origine }, communs } = comparaison;
  const moteur = theirs(comparaison);
  return tableDe("isochrones", [...mesures.map(ours), ...moteur], [
    figure("habitants_communs", "Habitants dans la zone de l'un et de l'autre", "habitants", 0, Float64Array.of(...communs, ...communs)),
    { name: "origine_minutes", label: "Origine des minutes", type: "texte", values: [...mesures.map(() => "Maillage, réseau routier"), ...moteur.map(() => `${nomOrigine(origine) ?? ""}, ${origine.date}`)] },
  ]);
}
