import type { TableImportee } from "../domain/table-importee";
import { plural } from "./format";

/** Every sentence about the lists that the user brings in the place of the demonstration ones. */
export const TABLES = {
  titre: "Maîtres de stage et lieux de stage",
  chapeau:
    "Ceux de Maillage sont un jeu de démonstration, inventé. Donnez votre liste : un CSV « code_insee;nombre », ou une ligne par lieu avec longitude et latitude (ou code_insee), et si vous les avez la capacité, le niveau de l'interne et le mode d'exercice.",
  importer: "Importer une liste (CSV)",
  modele: "Télécharger un modèle vide",
  aide: "Le fichier est lu dans votre navigateur et n'en sort pas. Les noms de personnes ne sont pas lus. Dans ce qui s'exporte, un effectif de moins de 5 devient « < 5 ».",
  refuse: (fichier: string) => `« ${fichier} » n'est pas importé`,
  fini: (fichier: string) => `« ${fichier} » remplace le jeu de démonstration`,
  bilan: ({ lignes, lues }: TableImportee) => `${plural(lues, "ligne lue", "lignes lues")}, ${plural(lignes, "lieu gardé", "lieux gardés")}.`,
  retirer: "Retirer, revenir au jeu de démonstration",
  nonGardee: "Le navigateur refuse de la garder (stockage interdit ou plein) : elle sert jusqu'à la fermeture de cette page.",
} as const;
