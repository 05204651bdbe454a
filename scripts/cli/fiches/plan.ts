import { readFile } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import type { PlanFiche } from "../../../src/textes/fiches-imprimees";
import { type Plan, planSchema } from "../../../src/io/terrain/plan";

/** The département that the plan is about. */
const DEPARTEMENT = "87";

/** How the plan names some EPCI: the only places its actions name. */
const NOMMES: Readonly<Record<string, readonly string[]>> = {
  "200071942": ["CC HLEM", "Haut Limousin"],
  "248719312": ["Limoges Métropole"],
};
/** EPCI that pilot an action: it is theirs, not the département's. */
const PILOTES_LOCAUX: ReadonlySet<string> = new Set(["CC HLEM"]);

export async function readPlan(seeds: string): Promise<Plan> {
  return v.parse(planSchema, JSON.parse(await readFile(path.join(seeds, "plan-attractivite-87.json"), "utf8")));
}

type Action = Plan["actions"][number];

const nomme = (noms: readonly string[], { intitule, pilotes }: Action): boolean => noms.some((nom) => pilotes.includes(nom) || intitule.includes(nom));

/** What the plan says of a territory: the actions that name its EPCI, and that the others are for the whole département. Null elsewhere. */
export function planDe({ document, actions, objectifs }: Plan, dep: string, epci: string | null): PlanFiche | null {
  if (dep !== DEPARTEMENT) return null;
  const ici = actions.filter((action) => nomme(NOMMES[epci ?? ""] ?? [], action));
  const partout = actions.filter(({ pilotes }) => !pilotes.some((pilote) => PILOTES_LOCAUX.has(pilote)));
  return {
    titre: document.titre,
    date: document.date,
    etat: actions[0]?.etat ?? "non indiqué",
    ici: ici.map(({ intitule, pilotes, calendrier }) => ({ intitule, pilotes, calendrier })),
    partout: partout.length,
    objectifs: objectifs.length,
  };
}
