/** What may matter to a student: each is noted from 0 (`mauvais`) to 100 (`bon`), straight between the two. */
export const CRITERES = [
  { id: "proximite", label: "Près du point de départ", bon: 10, mauvais: 60 },
  { id: "formation", label: "Lieu de stage proche", bon: 5, mauvais: 30 },
  { id: "compter", label: "Ici, vous compterez", bon: 50, mauvais: 125 },
  { id: "equipe", label: "Équipe de soins autour", bon: 5, mauvais: 25 },
  { id: "vie", label: "Vie quotidienne", bon: 1, mauvais: 0 },
  { id: "secours", label: "Urgences proches", bon: 15, mauvais: 45 },
  { id: "logement", label: "Hébergement proche (à importer)", bon: 5, mauvais: 30 },
] as const;

export type IdCritere = (typeof CRITERES)[number]["id"];
type NomPoids = `poids_${IdCritere}`;
export type Poids = Readonly<Record<NomPoids, number>>;
export const LIBRE = "personnalise";

export const nomPoids = (id: IdCritere): NomPoids => `poids_${id}`;

function poids(given: Readonly<Partial<Record<IdCritere, number>>>): Poids {
  return Object.fromEntries(CRITERES.map(({ id }) => [nomPoids(id), given[id] ?? 0])) as Poids;
}

export const SANS_POIDS = poids({});

/** Weights set beforehand; each sums to 100. */
export const PREREGLAGES = {
  equilibre: poids({ proximite: 25, formation: 20, compter: 20, equipe: 15, vie: 15, secours: 5 }),
  pres: poids({ proximite: 50, vie: 25, equipe: 15, formation: 10 }),
  utile: poids({ compter: 50, formation: 20, equipe: 15, proximite: 15 }),
} as const;
export type Prereglage = keyof typeof PREREGLAGES | typeof LIBRE;

/** The weights in force: those of the set, or the user's own. */
export function poidsEnVigueur(params: Poids & { readonly prereglage: Prereglage }): Poids {
  return params.prereglage === LIBRE ? (Object.fromEntries(CRITERES.map(({ id }) => [nomPoids(id), params[nomPoids(id)]])) as Poids) : PREREGLAGES[params.prereglage];
}
