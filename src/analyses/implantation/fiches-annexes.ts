import type { AideCitee, PourQui } from "../../domain/aides";
import type { Column, Table } from "../../domain/table";
import { textValues } from "../../domain/table";
import type { Annexe, Inputs } from "../analysis";
import { requireTable } from "../shared/sources";
import type { Probleme } from "./probleme";

/** Columns that a reader has no use for. */
const SANS_LECTEUR: ReadonlySet<string> = new Set(["code", "rang", "lon", "lat", "imposee"]);

/** The chosen candidates side by side, each read down. */
export function ficheAnnexe(choisis: Table): Annexe {
  return { id: "fiches", titre: "Fiche des sites retenus", forme: "fiches", table: { ...choisis, id: "implantation-fiches", columns: choisis.columns.filter(({ name }) => !SANS_LECTEUR.has(name)) } };
}

const POUR: Readonly<Record<PourQui, string>> = { site: "Le site", medecins: "Les médecins" };
const LIEUX: Readonly<Record<NonNullable<AideCitee["lieux"]>, string>> = { "manque-de-professionnels": "territoires manquant de professionnels, que le document ne nomme pas" };

/** To which of the communes an aid applies; null: to none, it is known from elsewhere. */
function concernees({ departements }: AideCitee, communes: readonly { readonly nom: string; readonly dep: string | null }[]): string | null {
  if (departements === null) return null;
  const found = communes.filter(({ dep }) => dep !== null && departements.includes(dep));
  return found.length === communes.length ? "Tous les sites retenus" : found.map(({ nom }) => nom).join(", ");
}

const text = (name: string, label: string, values: readonly (string | null)[]): Column => ({ name, label, type: "texte", values });

/** Aids that the seed documents name for the communes of the choice, each with its place in the document and its date. None invented: what a document does not say is empty. */
export function aidesAnnexe({ aides = [], donnees }: Inputs, { faits, candidats }: Probleme, chosen: readonly number[]): readonly Annexe[] {
  const table = requireTable(donnees, "communes");
  const deps = new Map(textValues(table, "code").map((code, row) => [code, textValues(table, "dep")[row] ?? null]));
  const communes = chosen.map((c) => candidats.retenus[c]!).map((i) => ({ nom: faits.noms[i]!, dep: deps.get(faits.communes[i]!) ?? null }));
  const kept = aides.map((aide) => ({ aide, sites: concernees(aide, communes) })).filter(({ sites }) => sites !== "");
  if (kept.length === 0 || communes.length === 0) return [];
  const each = (read: (aide: AideCitee) => string | null): readonly (string | null)[] => kept.map(({ aide }) => read(aide));
  return [{
    id: "aides",
    titre: "Aides et financements nommés par les documents de terrain",
    forme: "citations",
    table: {
      id: "implantation-aides",
      length: kept.length,
      columns: [
        text("aide", "Aide", each(({ intitule }) => intitule)),
        text("pour", "Pour", each(({ pour }) => POUR[pour])),
        text("sites", "Sites concernés", kept.map(({ aide: { lieux }, sites }) => [sites ?? "Autre région, à vérifier ici", ...(lieux === null ? [] : [LIEUX[lieux]])].join(" : "))),
        text("qui", "Portée par", each(({ qui }) => (qui.length === 0 ? null : qui.join(", ")))),
        text("document", "Document", each(({ document, date, lignes: [first, last] }) => `${document}, ${date}, l. ${first}-${last}`)),
      ],
    },
  }];
}
