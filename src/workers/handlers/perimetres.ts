import { type Outcome, success } from "../../domain/outcome";
import type { RessourceImportee } from "../../domain/ressource";
import { indexBy, textValues } from "../../domain/table";
import { dissolve } from "../../geo/dissolve";
import type { Loader } from "../loader";
import type { Contenu } from "./contenu";
import { communesDe, type Lieu } from "./lieu";

/** A layer of communes of the territory put together by a name: one shape a name, those that overlap included. */
export async function perimetres(loader: Loader, lieu: Lieu, resource: RessourceImportee, colonne: string): Promise<Outcome<Contenu>> {
  const dataset = await loader.dataset(resource, "tout");
  if (!dataset.ok || dataset.value.table.length === 0) return dataset.ok ? success({ features: [], count: 0, sources: [], issues: [] }) : dataset;
  const contours = await loader.dataset(lieu.etendue === "87" ? "contours-87" : "contours-na", "tout");
  if (!contours.ok) return contours;
  const { topologie } = contours.value;
  const inside = indexBy(communesDe(lieu), "code");
  const membres = new Map<string, Set<string>>();
  const noms = textValues(dataset.value.table, colonne);
  textValues(dataset.value.table, "code").forEach((code, row) => {
    const nom = noms[row];
    if (code !== null && nom !== null && nom !== undefined && inside.has(code)) membres.set(nom, (membres.get(nom) ?? new Set()).add(code));
  });
  const features = topologie === undefined ? [] : [...membres].flatMap(([nom, codes]) => dissolve(topologie, "communes", (code) => (codes.has(code) ? nom : null)).features.map((one) => ({ ...one, properties: { code: nom, nom } })));
  return success({ features, count: membres.size, sources: [dataset.value.provenance], issues: contours.issues });
}
