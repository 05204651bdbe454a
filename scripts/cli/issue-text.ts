import type { Issue } from "../../src/domain/issue";
import { issueText } from "../../src/textes/issues";

/** An issue as the screen words it; the command line has its own way to bring a table. */
export function cliIssueText(issue: Issue): string {
  const text = issueText(issue);
  if (issue.code !== "table-a-importer" && issue.code !== "table-facultative") return text;
  return `${text} En ligne de commande : « --donnees ${issue.params.ressource}=fichier ».`;
}
