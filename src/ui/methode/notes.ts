/** The README of every analysis is its method note, read as it stands at build time. */
const FICHIERS = import.meta.glob<string>("../../analyses/*/README.md", { query: "?raw", import: "default", eager: true });

export interface NoteMethode {
  /** Folder of the analysis: its id. */
  readonly id: string;
  readonly titre: string;
  readonly texte: string;
}

/** « # Titre » is taken out of the text: the page draws it as the title of the section. */
export function lireNote(chemin: string, source: string): NoteMethode {
  const id = chemin.split("/").at(-2) ?? chemin;
  const titre = /^#\s+(.+)$/m.exec(source);
  return { id, titre: titre?.[1]?.trim() ?? id, texte: titre === null ? source : source.replace(titre[0], "") };
}

export const NOTES: readonly NoteMethode[] = Object.entries(FICHIERS).map(([chemin, source]) => lireNote(chemin, source));
