import type { ReactNode } from "react";
import { Icone } from "./Icone";
import s from "./Repli.module.css";

interface RepliProps {
  readonly titre: string;
  /** Said at the right of the title: a count, a state. */
  readonly cote?: ReactNode;
  readonly ouvert?: boolean;
  /** Told when the reader opens or folds it. */
  readonly basculer?: (ouvert: boolean) => void;
  readonly children: ReactNode;
}

/** A titled block of the panel that folds. */
export function Repli({ titre, cote, ouvert, basculer, children }: RepliProps) {
  return (
    <details className={s["repli"]} open={ouvert} onToggle={basculer && ((event) => basculer(event.currentTarget.open))}>
      <summary className={s["tete"]}>
        <h2>{titre}</h2>
        <span className={s["cote"]}>{cote}</span>
        <span className={s["fleche"]}>
          <Icone nom="chevron" taille={16} />
        </span>
      </summary>
      <div className={s["corps"]}>{children}</div>
    </details>
  );
}
