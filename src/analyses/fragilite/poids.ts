/** Components as the form names them; the same ids, in the same order, as the registry of the worker. */
export const POIDS = [
  { id: "zonage", label: "Zonage médecins" },
  { id: "densite", label: "Densité de généralistes" },
  { id: "densite_lissee", label: "Densité lissée" },
  { id: "apl", label: "APL officielle" },
  { id: "apl_65", label: "APL, 65 ans ou moins" },
  { id: "apl_62", label: "APL, 62 ans ou moins" },
  { id: "minutes_medecin", label: "Minutes : généraliste" },
  { id: "minutes_msp", label: "Minutes : maison de santé" },
  { id: "minutes_pharmacie", label: "Minutes : pharmacie" },
  { id: "minutes_urgences", label: "Minutes : urgences" },
  { id: "revenu", label: "Revenu médian" },
  { id: "vieillissement", label: "75 ans et plus (département)" },
  { id: "structures", label: "Structures coordonnées" },
  { id: "departs", label: "Départs attendus" },
] as const;

type IdPoids = (typeof POIDS)[number]["id"];
export type NomPoids = `poids_${IdPoids}`;
export type Poids = Readonly<Record<NomPoids, number>>;
export const LIBRE = "personnalise";

export const nomPoids = (id: IdPoids): NomPoids => `poids_${id}`;

/** A component in a few words. Throws for one that has no weight. */
export function nomComposante(id: string): string {
  const found = POIDS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`component « ${id} » has no weight in poids.ts`);
  return found.label;
}

/** Every weight, those not given being 0. */
function poids(given: Readonly<Partial<Record<IdPoids, number>>>): Poids {
  return Object.fromEntries(POIDS.map(({ id }) => [nomPoids(id), given[id] ?? 0])) as Poids;
}

export const SANS_POIDS = poids({});

/** Weights set beforehand; each sums to 100. */
export const PREREGLAGES = {
  equipondere: poids(Object.fromEntries(POIDS.map(({ id }) => [id, 100 / POIDS.length]))),
  offre: poids({ zonage: 10, densite: 10, densite_lissee: 15, apl: 30, apl_65: 10, apl_62: 10, structures: 5, departs: 10 }),
  acces: poids({ minutes_medecin: 35, minutes_msp: 20, minutes_pharmacie: 20, minutes_urgences: 25 }),
  besoins: poids({ apl: 20, minutes_medecin: 15, revenu: 30, vieillissement: 20, departs: 15 }),
} as const;
export type Prereglage = keyof typeof PREREGLAGES | typeof LIBRE;

/** A preset without one component, the others in the same proportions. */
export function sansComposante(prereglage: keyof typeof PREREGLAGES, id: IdPoids): Poids {
  const left = 100 - PREREGLAGES[prereglage][nomPoids(id)];
  return Object.fromEntries(POIDS.map((one) => [nomPoids(one.id), one.id === id ? 0 : (100 * PREREGLAGES[prereglage][nomPoids(one.id)]) / left])) as Poids;
}

/** The weights in force: those of the preset, or the user's own. */
export function poidsEnVigueur(params: Poids & { readonly prereglage: Prereglage }): Poids {
  return params.prereglage === LIBRE ? params : PREREGLAGES[params.prereglage];
}
