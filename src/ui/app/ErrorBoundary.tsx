import { Component, useState } from "react";
import type { ErrorInfo, ReactNode } from "react";
import { ERREUR } from "../../textes/interface";
import { Bouton } from "../controls/Bouton";
import s from "./ErrorBoundary.module.css";

interface Etat {
  readonly erreur: unknown;
  readonly detail: string;
}

const SAINE: Etat = { erreur: null, detail: "" };

/** A throw in React stays within its part of the screen: said in French, and the rest goes on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Etat> {
  override state: Etat = SAINE;

  static getDerivedStateFromError(erreur: unknown): Etat {
    return { erreur: erreur ?? new Error("thrown nothing"), detail: texteDe(erreur) };
  }

  override componentDidCatch(erreur: unknown, info: ErrorInfo): void {
    this.setState({ detail: `${texteDe(erreur)}\n${info.componentStack ?? ""}` });
  }

  override render(): ReactNode {
    if (this.state.erreur === null) return this.props.children;
    return <Panne detail={this.state.detail} reprendre={() => this.setState(SAINE)} />;
  }
}

function texteDe(erreur: unknown): string {
  return erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
}

function Panne({ detail, reprendre }: { readonly detail: string; readonly reprendre: () => void }) {
  const [copie, setCopie] = useState<boolean | null>(null);
  const copier = (): void => {
    void navigator.clipboard.writeText(detail).then(
      () => setCopie(true),
      () => setCopie(false),
    );
  };
  return (
    <div className={s["boite"]} role="alert">
      <h2>{ERREUR.titre}</h2>
      <p>{ERREUR.texte}</p>
      <div className={s["actions"]}>
        <Bouton ton="principal" icone="relancer" onClick={reprendre}>
          {ERREUR.reprendre}
        </Bouton>
        <Bouton onClick={() => location.reload()}>{ERREUR.recharger}</Bouton>
        <Bouton onClick={copier}>{ERREUR.copier}</Bouton>
      </div>
      {copie !== null && <p role="status">{copie ? ERREUR.copie : ERREUR.copieRefusee}</p>}
      <details className={s["detail"]}>
        <summary>{ERREUR.detail}</summary>
        <pre>{detail}</pre>
      </details>
    </div>
  );
}
