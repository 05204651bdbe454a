import { IMPLANTER } from "../../textes/modeles";
import { faits } from "./commun";
import type { Lus, Modele } from "./modele";

/** Communes that the siting chose, the most useful first. */
function choisies(lus: Lus): readonly string[] {
  const summary = lus["demain"]?.summary;
  return summary?.id === "implantation" ? summary.params.noms : [];
}

/** A siting proposal for any territory: two maisons de santé, 15 minutes. */
export const implantation: Modele = {
  id: "implantation",
  pour: ({ genre }) => genre !== "commune",
  pages: async ({ nom }) => [
    { cle: "debut", genre: "section", titre: () => IMPLANTER.titre(nom), texte: () => IMPLANTER.sousTitre, cite: [] },
    { cle: "aujourdhui", genre: "carte", titre: () => IMPLANTER.aujourdhui, ecran: { analyse: "temps-acces", params: { seuil: 15 }, couches: ["msp"] } },
    { cle: "seuils", genre: "graphique", titre: () => IMPLANTER.seuils, comme: "aujourdhui" },
    { cle: "proposition", genre: "texte", titre: () => IMPLANTER.proposition, texte: (lus) => IMPLANTER.resume(choisies(lus), faits(lus, "demain")), cite: ["demain"] },
    { cle: "demain", genre: "carte", titre: () => IMPLANTER.demain, notes: () => IMPLANTER.notes, ecran: { analyse: "implantation", params: { p: 2, seuil_minutes: 15 }, couches: ["msp"] } },
    { cle: "gain", genre: "chiffre", titre: () => IMPLANTER.chiffres, comme: "demain" },
    { cle: "candidates", genre: "tableau", titre: () => IMPLANTER.candidates, comme: "demain" },
    { cle: "limites", genre: "texte", titre: () => IMPLANTER.limites, texte: () => IMPLANTER.reserves, cite: ["demain"] },
    { cle: "suite", genre: "texte", titre: () => IMPLANTER.suite, texte: () => IMPLANTER.questions, cite: [] },
  ],
};
