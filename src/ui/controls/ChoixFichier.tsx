import type { ChangeEvent } from "react";
import b from "./Bouton.module.css";
import s from "./ChoixFichier.module.css";
import { Icone } from "./Icone";

interface ChoixFichierProps {
  /** Extensions and types, as the browser's own dialog wants them. */
  readonly accepte: string;
  readonly texte: string;
  /** What is read instead of the text, where several such buttons stand side by side. */
  readonly nom?: string;
  /** The element that says which files. */
  readonly decritPar?: string;
  readonly lire: (fichier: File) => void;
}

/** A button that opens the browser's choice of a file. */
export function ChoixFichier({ accepte, texte, nom, decritPar, lire }: ChoixFichierProps) {
  const changer = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const fichier = target.files?.[0];
    if (fichier !== undefined) lire(fichier);
    // Emptied so that the same file, once mended, can be given again.
    target.value = "";
  };
  return (
    <label className={s["fichier"]}>
      <input type="file" accept={accepte} aria-label={nom} aria-describedby={decritPar} onChange={changer} />
      <span className={b["bouton"]}>
        <Icone nom="importer" taille={18} />
        {texte}
      </span>
    </label>
  );
}
