import { FRAGILES } from "../../textes/modeles";
import { faits, premiers } from "./commun";
import type { Modele } from "./modele";

/** Fragile zones, and where to look for the maîtres de stage they lack. */
export const fragiles: Modele = {
  id: "fragiles",
  pour: () => true,
  pages: async ({ nom }) => [
    { cle: "debut", genre: "section", titre: () => FRAGILES.titre(nom), texte: () => FRAGILES.sousTitre, cite: [] },
    {
      cle: "essentiel", genre: "texte", titre: () => FRAGILES.essentiel, cite: ["fragilite", "stages", "recrutement"],
      texte: (lus) => FRAGILES.resume(faits(lus, "fragilite"), faits(lus, "stages"), faits(lus, "recrutement"), premiers(lus["recrutement"]?.table, "rang", 3)),
    },
    { cle: "fragilite", genre: "carte", titre: () => FRAGILES.fragilite, notes: () => FRAGILES.notesFragilite, ecran: { analyse: "fragilite", couches: [] } },
    { cle: "plus-fragiles", genre: "tableau", titre: () => FRAGILES.plusFragiles, comme: "fragilite" },
    { cle: "zonage", genre: "carte", titre: () => FRAGILES.zonage, ecran: { analyse: "zonage", couches: ["zonage"] } },
    { cle: "stages", genre: "carte", titre: () => FRAGILES.stages, notes: () => FRAGILES.avertissement, ecran: { analyse: "maitrise-de-stage", params: { seuil: 20 }, couches: ["stages"] } },
    { cle: "croisement", genre: "carte", titre: () => FRAGILES.croisement, ecran: { analyse: "maitrise-de-stage", params: { seuil: 20 }, couches: [], vue: "croisement" } },
    { cle: "recrutement", genre: "carte", titre: () => FRAGILES.recrutement, notes: () => FRAGILES.notesRecrutement, ecran: { analyse: "recrutement", couches: ["msp"] } },
    { cle: "ordre", genre: "tableau", titre: () => FRAGILES.recrutementTableau, comme: "recrutement" },
    { cle: "agir", genre: "texte", titre: () => FRAGILES.agir, texte: () => FRAGILES.leviers, cite: ["fragilite", "recrutement"] },
  ],
};
