import type { Table } from "../../../src/domain/table";
import type { FichierLu } from "../../../src/io/tables/format";

/** A few communes of the region, with their chefs-lieux. */
export const COMMUNES: Table = {
  id: "communes",
  length: 5,
  columns: [
    { name: "code", label: "", type: "texte", values: ["87002", "87085", "24325", "79307", "87154"] },
    { name: "nom", label: "", type: "texte", values: ["Ambazac", "Limoges", "Pechs-de-l'Espérance", "Valdelaume", "Saint-Junien"] },
    { name: "lon", label: "", type: "nombre", unit: "degres", digits: 5, values: Float64Array.of(1.4, 1.26, 1.37, 0.09, 0.9) },
    { name: "lat", label: "", type: "nombre", unit: "degres", digits: 5, values: Float64Array.of(45.96, 45.83, 44.86, 46.2, 45.89) },
  ],
};

export const fichier = (text: string, nom = "table.csv"): FichierLu => ({ nom, bytes: new TextEncoder().encode(text) });
