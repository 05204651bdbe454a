import type { Feature } from "geojson";
import type { Ateliers } from "../../domain/ateliers";
import type { FaitsFiche, SujetFiche } from "../../domain/fiche";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Provenance } from "../../domain/provenance";
import { indexBy, type Table } from "../../domain/table";
import { lireAteliers } from "../../io/terrain/ateliers";

function provenanceDe({ document }: Ateliers): Provenance {
  return { resource: "cnr-sante-2022", title: document.titre, publisher: document.auteur, licence: "faits et chiffres cités", vintage: document.date, quality: "derive", note: "Faits relevés dans nos mots, chacun avec ses lignes dans le document." };
}

/** The workshops of the region as points, and how many were held in some communes. */
export function pointsAteliers(communes: Table): Outcome<{ readonly features: readonly Feature[]; readonly count: number; readonly sources: readonly Provenance[]; readonly issues: readonly [] }> {
  const lus = lireAteliers();
  const inside = indexBy(communes, "code");
  const features = lus.ateliers.flatMap(({ id, nom, commune, point }): Feature[] =>
    point === null ? [] : [{ type: "Feature", properties: { id, nom, genre: "ateliers", code_commune: commune }, geometry: { type: "Point", coordinates: [...point] } }],
  );
  return success({ features, count: lus.ateliers.filter(({ commune }) => commune !== null && inside.has(commune)).length, sources: [provenanceDe(lus)], issues: [] });
}

/** The head of the sheet of a workshop: what it says is read by the page, with its lines. */
export async function ficheAtelier(sujet: Extract<SujetFiche, { genre: "etablissement" }>): Promise<Outcome<FaitsFiche>> {
  const lus = lireAteliers();
  const atelier = lus.ateliers.find(({ id }) => id === sujet.id);
  if (atelier === undefined) return failure(issue("ressource-illisible", "erreur", { ressource: "cnr-sante-2022", raison: `aucun atelier « ${sujet.id} »` }));
  return success({ sujet, nom: atelier.nom, dans: [atelier.date.slice(0, 4)], faits: [{ cle: "genre", valeur: "ateliers" }], sources: [provenanceDe(lus)] });
}
