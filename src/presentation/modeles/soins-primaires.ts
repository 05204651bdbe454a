import type { CoucheId } from "../../domain/couche";
import { SOINS } from "../../textes/modeles";
import { faits } from "./commun";
import type { Modele } from "./modele";

const URGENCES: readonly CoucheId[] = ["urgences", "smur"];

/** State of primary care: who treats, where, and how far. */
export const soinsPrimaires: Modele = {
  id: "soins-primaires",
  pour: () => true,
  pages: async ({ nom, genre }) => [
    { cle: "debut", genre: "section", titre: () => SOINS.titre(nom), texte: () => SOINS.sousTitre, cite: [] },
    {
      cle: "essentiel", genre: "texte", titre: () => SOINS.essentiel, cite: ["medecins", "maisons", "couverture", "urgents"],
      texte: (lus) => SOINS.resume(nom, faits(lus, "medecins"), faits(lus, "maisons"), faits(lus, "couverture"), faits(lus, "urgents")),
    },
    { cle: "medecins", genre: "carte", titre: () => SOINS.medecins, notes: () => SOINS.notesMedecins, ecran: { analyse: "densite", couches: ["medecins"] } },
    ...(genre === "commune" ? [] : [{ cle: "epci", genre: "tableau", titre: () => SOINS.medecinsTableau(nom), ecran: { analyse: "densite", niveau: "epci", couches: [] } } as const]),
    { cle: "maisons", genre: "carte", titre: () => SOINS.maisons, notes: () => SOINS.notesAcces, ecran: { analyse: "temps-acces", couches: ["msp"] } },
    { cle: "maisons-chiffres", genre: "chiffre", titre: () => SOINS.maisonsChiffres, comme: "maisons" },
    { cle: "repartition", genre: "graphique", titre: () => SOINS.repartition, comme: "maisons" },
    { cle: "couverture", genre: "carte", titre: () => SOINS.couverture, ecran: { analyse: "couverture", params: { seuil: 20 }, couches: ["msp"] } },
    { cle: "urgents", genre: "carte", titre: () => SOINS.urgents, notes: () => SOINS.notesUrgents, ecran: { analyse: "temps-acces", params: { genres: ["urgences"], seuil: 30 }, couches: URGENCES } },
    { cle: "apl", genre: "carte", titre: () => SOINS.apl, notes: () => SOINS.notesApl, ecran: { analyse: "departs", couches: [] } },
    { cle: "zonage", genre: "carte", titre: () => SOINS.zonage, ecran: { analyse: "zonage", couches: ["zonage"] } },
    { cle: "methode", genre: "texte", titre: () => SOINS.lire, texte: () => SOINS.methode, cite: ["medecins", "maisons"] },
  ],
};
