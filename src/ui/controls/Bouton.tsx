import type { ButtonHTMLAttributes, Ref } from "react";
import s from "./Bouton.module.css";
import { Icone, type NomIcone } from "./Icone";

type Base = ButtonHTMLAttributes<HTMLButtonElement> & { readonly ref?: Ref<HTMLButtonElement> };

interface BoutonProps extends Base {
  readonly icone?: NomIcone;
  readonly ton?: "principal" | "discret";
}

export function Bouton({ icone, ton, children, className, ...rest }: BoutonProps) {
  const noms = [s["bouton"], ton && s[ton], className].filter(Boolean).join(" ");
  return (
    <button type="button" className={noms} {...rest}>
      {icone && <Icone nom={icone} taille={18} />}
      <span>{children}</span>
    </button>
  );
}

interface BoutonIconeProps extends Base {
  readonly icone: NomIcone;
  /** Accessible name, also shown as a tooltip. */
  readonly nom: string;
  readonly raccourci?: string;
}

export function BoutonIcone({ icone, nom, raccourci, className, ...rest }: BoutonIconeProps) {
  const titre = raccourci === undefined ? nom : `${nom} (${raccourci})`;
  return (
    <button
      type="button"
      className={[s["bouton"], s["icone"], className].filter(Boolean).join(" ")}
      aria-label={nom}
      title={titre}
      {...rest}
    >
      <Icone nom={icone} />
    </button>
  );
}
