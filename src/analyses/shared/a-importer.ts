import { type Issue, issue } from "../../domain/issue";
import type { RessourceImportee } from "../../domain/ressource";

/** What the analyses say of a table that only the user can bring, until it is there. */
export function aImporter(ressource: RessourceImportee): Issue {
  return issue("table-a-importer", "avertissement", { ressource });
}
