import type { ReactNode } from "react";

/** Own 20×20 line icons: one stroke width, no fill, decorative (their button carries the name). */
const TRACES = {
  explorer: <path d="M3 5.5 7.5 3.5l5 2 4.5-2v11l-4.5 2-5-2-4.5 2zM7.5 3.5v11M12.5 5.5v11" />,
  fragilites: <path d="M10 16.5C5.5 13 3 10.5 3 7.6A3.6 3.6 0 0 1 10 6a3.6 3.6 0 0 1 7 1.6c0 2.9-2.5 5.4-7 8.9zM10 6 8.4 9h3.2L10 12" />,
  implanter: <path d="M3 17h14M5 17V9l5-4 5 4v8M10 9.5v5M7.5 12h5" />,
  stages: <path d="M2 7.5 10 4l8 3.5-8 3.5zM5.5 9.2v4c2.6 2 6.4 2 9 0v-4M18 7.5v5" />,
  presenter: <path d="M2.5 4h15M4 4v8.5h12V4M10 12.5v2M6.5 17l3.5-2.5 3.5 2.5" />,
  ajouter: <path d="M3 4h14v9H3zM10 6.2v4.6M7.7 8.5h4.6M7 16.5h6" />,
  dupliquer: <path d="M7 7h9.5v9.5H7zM4 13H3.5V3.5H13V4" />,
  monter: <path d="M10 16V4.5M5.5 9 10 4.5 14.5 9" />,
  descendre: <path d="M10 4v11.5M5.5 11 10 15.5 14.5 11" />,
  projeter: <path d="M6.5 4.5v11l9-5.5z" />,
  terrain: <path d="M3 4h14v9.5H9.5L6 17v-3.5H3zM6.5 7.5h7M6.5 10.2h4.5" />,
  donnees: <path d="M4 5c0-1.1 2.7-2 6-2s6 .9 6 2-2.7 2-6 2-6-.9-6-2zm0 0v10c0 1.1 2.7 2 6 2s6-.9 6-2V5M4 10c0 1.1 2.7 2 6 2s6-.9 6-2" />,
  methode: <path d="M10 5.2C8.6 4 6.6 3.5 3.5 3.5v11.5c3.1 0 5.1.5 6.5 1.7 1.4-1.2 3.4-1.7 6.5-1.7V3.5c-3.1 0-5.1.5-6.5 1.7zM10 5.2v11.5" />,
  chercher: <path d="M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zm4.5-1.5L17.5 17.5" />,
  annuler: <path d="M7.5 4 4 7.5 7.5 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8" />,
  retablir: <path d="M12.5 4 16 7.5 12.5 11M16 7.5H8a4.5 4.5 0 0 0 0 9h4" />,
  lien: <path d="M8.5 11.5a3.5 3.5 0 0 0 5 0l2.5-2.5a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0L4 11a3.5 3.5 0 0 0 5 5l1-1" />,
  exporter: <path d="M10 3v9.5M6.5 9.2 10 12.7l3.5-3.5M3.5 14v3h13v-3" />,
  importer: <path d="M10 12.7V3.2M6.5 6.5 10 3l3.5 3.5M3.5 14v3h13v-3" />,
  imprimer: <path d="M6 7.5V3h8v4.5M6 14.5H3.5v-7h13v7H14M6 12h8v5H6z" />,
  fermer: <path d="m5 5 10 10M15 5 5 15" />,
  chevron: <path d="m6 8 4 4 4-4" />,
  gauche: <path d="m12 5-5 5 5 5" />,
  droite: <path d="m8 5 5 5-5 5" />,
  tableau: <path d="M3 4h14v12H3zM3 8h14M3 12h14M8 8v8" />,
  couches: <path d="m10 3 7 4-7 4-7-4zM3 10.5l7 4 7-4M3 14l7 3.5L17 14" />,
  aide: <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.8 7.8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 14v.01" />,
  info: <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.2v.01" />,
  alerte: <path d="M10 3 2.5 16.5h15zM10 8v4.2M10 14.3v.01" />,
  coche: <path d="m4.5 10.5 3.5 3.5 7.5-8" />,
  commune: <path d="M3.5 17V9l4-3 4 3v8M11.5 17V4h5v13M2.5 17h15M6 12h3M6 14.5h3M13.5 7h1M13.5 10h1M13.5 13h1" />,
  site: <path d="M10 17.5c3.5-4 5.5-6.8 5.5-9.5a5.5 5.5 0 0 0-11 0c0 2.7 2 5.5 5.5 9.5zM10 6v4M8 8h4" />,
  lieu: <path d="M10 17.5c3.5-4 5.5-6.8 5.5-9.5a5.5 5.5 0 0 0-11 0c0 2.7 2 5.5 5.5 9.5zM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" />,
  relancer: <path d="M16 10a6 6 0 1 1-1.8-4.3M16 3v3.5h-3.5" />,
  retirer: <path d="M4 6h12M8 6V3.5h4V6M5.5 6l.8 11h7.4l.8-11M8.5 9v5M11.5 9v5" />,
  tri: <path d="m7 8 3-4 3 4M7 12l3 4 3-4" />,
  "tri-haut": <path d="m5.5 12 4.5-5 4.5 5" />,
  "tri-bas": <path d="m5.5 8 4.5 5 4.5-5" />,
  plus: <path d="M5 10h.01M10 10h.01M15 10h.01" />,
  disque: <path d="M3.5 3.5h10.5L16.5 6v10.5h-13zM6.5 3.5v4h6v-4M6.5 16.5v-5h7v5" />,
  tracer: <path d="m4 14.5 2.5-10 9 2.5.5 7z" />,
  zoomer: <path d="M10 4.5v11M4.5 10h11" />,
  dezoomer: <path d="M4.5 10h11" />,
  recadrer: <path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />,
} satisfies Record<string, ReactNode>;

export type NomIcone = keyof typeof TRACES;

export function Icone({ nom, taille = 20 }: { readonly nom: NomIcone; readonly taille?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={taille}
      height={taille}
      fill="none"
      stroke="currentColor"
      strokeWidth={nom === "plus" ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {TRACES[nom]}
    </svg>
  );
}
