import type { CibleSite } from "../../domain/genre-site";
import type { Provenance } from "../../domain/provenance";
import { libelleScenario } from "../../domain/vitesses";
import type { Inputs, Output } from "../analysis";

/** Where figures of the user's own making come from: what was supposed stands among the sources, as they do wherever the figures show. */
export function supposed(resource: string, title: string): Provenance {
  return { resource, title, publisher: "hypothèse de l'utilisateur", licence: "sans objet", vintage: "saisie à l'écran", quality: "derive" };
}

/** Sites added on the map that this result travels to. */
function ajoutsLus({ selection: { ajouts, exclus } }: Inputs, cibles: readonly CibleSite[]): number {
  return ajouts.filter(({ id, genre }) => !exclus.includes(id) && cibles.includes(genre)).length;
}

/**
 * A result with what it must be read with said in its sentence, in the titles of its views and among its sources: other
 * speeds, sites added on the map, practitioners supposed, demonstration data. The same result when there is none of it.
 *
 * @param cibles what this result travels to
 */
export function avecHypotheses(output: Output, inputs: Inputs, cibles: readonly CibleSite[]): Output {
  const scenario = inputs.reseau?.scenario ?? null;
  const ajouts = ajoutsLus(inputs, cibles);
  const illustratif = output.sources.some(({ quality }) => quality === "illustratif");
  const medecins = Object.keys(inputs.medecins ?? {}).length;
  if (scenario === null && ajouts === 0 && medecins === 0 && !illustratif) return output;
  const vitesses = scenario === null ? null : libelleScenario(scenario);
  return {
    ...output,
    summary: { ...output.summary, hypotheses: { vitesses, ajouts, medecins, illustratif } },
    views: vitesses === null ? output.views : output.views.map((view) => ({ ...view, title: `${view.title} · vitesses modifiées` })),
    sources: [
      ...(ajouts === 0 ? [] : [supposed("ajouts", ajouts === 1 ? "1 site ajouté sur la carte" : `${ajouts} sites ajoutés sur la carte`)]),
      ...(medecins === 0 ? [] : [supposed("medecins-supposes", `Généralistes supposés dans ${medecins === 1 ? "1 commune" : `${medecins} communes`}`)]),
      ...output.sources,
      ...(vitesses === null ? [] : [supposed("vitesses-modifiees", `Vitesses modifiées : ${vitesses}`)]),
    ],
  };
}
