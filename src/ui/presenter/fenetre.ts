import { PRESENTER } from "../../textes/presenter";

/** The second window, with the styles of this one; null when the browser refuses it. Must be called from a click. */
export function ouvrirFenetre(): Window | null {
  const fenetre = window.open("", "maillage-presentateur", "popup,width=1120,height=720");
  if (fenetre === null) return null;
  const { document: dedans } = fenetre;
  dedans.documentElement.lang = "fr";
  dedans.title = PRESENTER.fenetre;
  dedans.body.replaceChildren();
  dedans.head.replaceChildren(
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map((lien) => Object.assign(dedans.createElement("link"), { rel: "stylesheet", href: lien.href })),
    Object.assign(dedans.createElement("title"), { textContent: PRESENTER.fenetre }),
  );
  return fenetre;
}
