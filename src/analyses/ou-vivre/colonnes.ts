import { LIBELLE_GENRE } from "../../domain/genre-site";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import type { Column } from "../../domain/table";
import { figure } from "../shared/groupes";
import { origineColumn, titled } from "../shared/origine";
import { masked } from "../shared/secret";
import { SERVICES } from "./description";
import type { Filtre } from "./filtres";
import type { Mesures } from "./mesures";
import type { Notes } from "./score";

const ECARTEE = "écartée";

/** The result before it is written: one value a commune, order of `groupes.communes`. */
export interface Resultat {
  readonly mesures: Mesures;
  readonly notes: Notes;
  readonly filtres: readonly Filtre[];
  /** Rank, in `filtres`, of the first that leaves a commune out; −1 for one that remains. */
  readonly ecartes: Int32Array;
  /** Communes that remain, the best score first. */
  readonly rangs: readonly number[];
  readonly origine: OrigineMinutes;
}

export const nomService = (type: string): string => SERVICES.find(({ value }) => value === type)?.label ?? type;

/** « la faculté de médecine de Limoges », « le plus loin de Limoges et de Brive ». */
export function nomAncres({ ancres }: Mesures): string {
  const noms = ancres.map(({ nom }) => nom);
  return noms.length < 2 ? (noms[0] ?? "") : `le plus loin de ${noms.join(" et ")}`;
}

/** Minutes of a commune to everything that was read. */
function colonnesMinutes({ mesures, origine }: Resultat): readonly Column[] {
  const { ancres, minutes, genres, accueil, services } = mesures;
  const one = (name: string, label: string, values: Float64Array): Column => figure(name, titled(label, origine), "minutes", 1, values);
  return [
    one("minutes", `Minutes jusqu'à ${nomAncres(mesures)}`, minutes),
    ...(ancres.length > 1 ? ancres.map(({ nom, minutes: values }, k) => one(`minutes_point_${k + 1}`, `Minutes jusqu'à ${nom}`, values)) : []),
    ...[...genres].map(([genre, values]) => one(`minutes_${genre}`, `Minutes : ${LIBELLE_GENRE[genre]}`, values)),
    ...(accueil === null ? [] : [one("minutes_capacite", "Minutes : lieu de stage à la capacité voulue", accueil.minutes)]),
    ...[...services].map(([type, values]) => one(`minutes_${type}`, `Minutes : ${nomService(type)}`, values)),
  ];
}

/** What the commune is, its team and its services. */
function colonnesLieu({ mesures: { habitants, medecins, densite, zones, msu, proches } }: Resultat): readonly Column[] {
  return [
    { name: "zone", label: "Zonage de mai 2025", type: "texte", values: zones },
    figure("habitants", "Habitants", "habitants", 0, habitants),
    figure("medecins", "Médecins généralistes de la commune (BPE 2020)", "nombre", 0, medecins),
    figure("densite", "Généralistes pour 100 000 habitants du bassin de vie", "pour_100k", 1, densite),
    ...masked(msu.personnes, msu.nombre, [figure("stagiaires", "Places de stage connues dans la commune", "nombre", 0, msu.capacite)]),
    figure("services_proches", "Services de la vie quotidienne à portée", "nombre", 0, proches),
  ];
}

/** The score and what makes it; where only what remains is noted, the rest is left out. */
function colonnesScore({ notes, rangs, ecartes }: Resultat, restantes: boolean): readonly Column[] {
  const keep = (values: Float64Array): Float64Array => (restantes ? values.map((value, i) => (ecartes[i] === -1 ? value : Number.NaN)) : values);
  const rang = new Float64Array(ecartes.length).fill(Number.NaN);
  rangs.forEach((i, k) => (rang[i] = k + 1));
  const vide = restantes && rangs.length < ecartes.length ? { vide: ECARTEE } : {};
  return [
    { ...figure("rang", "Rang parmi les communes qui restent", "nombre", 0, rang), vide: ECARTEE },
    { ...figure("score", "Score pour moi (0 à 100)", "nombre", 1, keep(notes.scores)), ...vide },
    ...notes.criteres.map(({ id, label }, k) => ({ ...figure(`points_${id}`, `Points apportés par : ${label}`, "nombre", 1, keep(notes.contributions[k]!)), ...vide, part: { de: "score", nom: label } })),
  ];
}

/** Every column but the code and the name. @param restantes notes only the communes that remain */
export function colonnesDe(resultat: Resultat, restantes: boolean): readonly Column[] {
  const { filtres, ecartes, mesures, origine } = resultat;
  return [
    ...colonnesScore(resultat, restantes),
    { name: "ecartee_par", label: "Écartée par", type: "texte", values: Array.from(ecartes, (k) => filtres[k]?.label ?? null), vide: "elle reste" },
    ...colonnesMinutes(resultat),
    ...colonnesLieu(resultat),
    ...origineColumn(origine, ecartes.length, (i) => !Number.isNaN(mesures.minutes[i])),
  ];
}
