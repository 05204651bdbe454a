import type { Page, Presentation } from "./page";

/** Every edit is pure and gives the same object back when it changes nothing. */
export type EditPages = (presentation: Presentation) => Presentation;

const withPages = (presentation: Presentation, pages: readonly Page[]): Presentation => ({ ...presentation, pages });

/** Number of the next page: one more than the largest, whatever was deleted. */
function prochain({ pages }: Presentation): number {
  return 1 + Math.max(0, ...pages.map(({ id }) => Number(id.slice(1)) || 0));
}

export type NouvellePage = Omit<Page, "id">;

/** Adds pages after one of them; at the end when it is null or gone. */
export const ajouter = (nouvelles: readonly NouvellePage[], apres: string | null): EditPages => (presentation) => {
  if (nouvelles.length === 0) return presentation;
  const first = prochain(presentation);
  const pages = nouvelles.map((page, i): Page => ({ ...page, id: `p${first + i}` }));
  const at = presentation.pages.findIndex(({ id }) => id === apres);
  return withPages(presentation, at < 0 ? [...presentation.pages, ...pages] : presentation.pages.toSpliced(at + 1, 0, ...pages));
};

/** Moves a page by so many ranks, as far as the ends allow. */
export const deplacer = (id: string, de: number): EditPages => (presentation) => {
  const from = presentation.pages.findIndex((page) => page.id === id);
  const to = Math.min(Math.max(from + de, 0), presentation.pages.length - 1);
  const page = presentation.pages[from];
  if (page === undefined || to === from) return presentation;
  return withPages(presentation, presentation.pages.toSpliced(from, 1).toSpliced(to, 0, page));
};

/** A copy after the page. */
export const dupliquer = (id: string): EditPages => (presentation) => {
  const page = presentation.pages.find((one) => one.id === id);
  return page === undefined ? presentation : ajouter([page], id)(presentation);
};

export const supprimer = (id: string): EditPages => (presentation) =>
  presentation.pages.some((page) => page.id === id) ? withPages(presentation, presentation.pages.filter((page) => page.id !== id)) : presentation;

/** Changes what a user writes or chooses of a page, or what it shows. */
export const modifier = (id: string, change: Partial<Omit<Page, "id">>): EditPages => (presentation) => {
  const page = presentation.pages.find((one) => one.id === id);
  const same = page === undefined || (Object.keys(change) as (keyof typeof change)[]).every((key) => page[key] === change[key]);
  return same ? presentation : withPages(presentation, presentation.pages.map((one) => (one.id === id ? { ...one, ...change } : one)));
};

export const intituler = (titre: string): EditPages => (presentation) => (presentation.titre === titre ? presentation : { ...presentation, titre });
