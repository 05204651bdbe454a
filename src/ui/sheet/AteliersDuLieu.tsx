import { useEffect, useState } from "react";
import { type AtelierDuLieu, type Ateliers, ateliersDe } from "../../domain/ateliers";
import type { SujetTerritoire } from "../../domain/fiche";
import { clesDuNiveau } from "../../domain/cles-niveau";
import { textValues } from "../../domain/table";
import { ATELIERS, chiffresCles, demandesDe, lienText, nomText, placeText, sourceAtelier } from "../../textes/ateliers";
import { useCommandes, useEtat } from "../app/context";
import { Glose } from "../controls/Glose";
import s from "./Terrain.module.css";

function useAteliers(): Ateliers | "attente" | null {
  const { ateliers } = useCommandes();
  const [lus, setLus] = useState<Ateliers | "attente" | null>("attente");
  useEffect(() => {
    let utile = true;
    void ateliers().then((tous) => utile && setLus(tous));
    return () => {
      utile = false;
    };
  }, [ateliers]);
  return lus;
}

/** A workshop chosen on the map. */
export function AtelierLu({ id }: { readonly id: string }) {
  const lus = useAteliers();
  if (lus === "attente") return <p role="status">{ATELIERS.chargement}</p>;
  const atelier = lus?.ateliers.find((un) => un.id === id);
  return lus === null || atelier === undefined ? <p>{ATELIERS.echec}</p> : <Atelier un={{ atelier }} ateliers={lus} seul />;
}

/** The workshops that spoke of a place: their figures, what was asked, and where the document says so. */
export function AteliersDuLieu({ sujet }: { readonly sujet: SujetTerritoire }) {
  const lus = useAteliers();
  const communes = useEtat((etat) => etat.datasets.territoire?.communes ?? null);
  if (lus === "attente" || communes === null) return <p role="status">{ATELIERS.chargement}</p>;
  if (lus === null) return <p>{ATELIERS.echec}</p>;
  const keys = clesDuNiveau(communes, sujet.niveau);
  const codes = textValues(communes, "code").flatMap((code, row) => (code !== null && keys[row] === sujet.code ? [code] : []));
  const trouves = ateliersDe(lus.ateliers, communes, codes);
  const propres = trouves.filter(({ rang }) => rang !== "departement");
  const autres = trouves.filter(({ rang }) => rang === "departement");
  if (trouves.length === 0) return <p>{ATELIERS.aucun}</p>;
  return (
    <>
      {(propres.length > 0 ? propres : autres).map((un) => (
        <Atelier key={un.atelier.id} un={un} ateliers={lus} seul={trouves.length === 1} />
      ))}
      {propres.length > 0 && autres.length > 0 && <p className={s["note"]}>{ATELIERS.autres(autres.map(({ atelier }) => nomText(atelier)))}</p>}
    </>
  );
}

interface AtelierProps {
  /** `rang` absent: chosen by itself, not for a place. */
  readonly un: Pick<AtelierDuLieu, "atelier"> & Partial<AtelierDuLieu>;
  readonly ateliers: Ateliers;
  readonly seul: boolean;
}

function Atelier({ un, ateliers, seul }: AtelierProps) {
  const { atelier, rang, lien } = un;
  const demandes = demandesDe(atelier);
  return (
    <article className={s["atelier"]}>
      <h3>{nomText(atelier)}</h3>
      <p className={s["note"]}>{ATELIERS.date(atelier)}</p>
      {rang !== undefined && (
        <p className={s["note"]}>
          <Glose texte={lienText(rang, lien)} />
        </p>
      )}
      {atelier.compte_rendu ? (
        <>
          <dl className={s["chiffres"]}>
            {chiffresCles(atelier).map(({ libelle, valeur, place, note }) => (
              <div key={`${libelle}${place}`}>
                <dt>
                  <Glose texte={libelle} />
                </dt>
                <dd className={place === null ? s["rien"] : undefined}>
                  {valeur}
                  {place !== null && <small>{place}</small>}
                </dd>
                {note !== null && <dd className={s["note"]}>{note}</dd>}
              </div>
            ))}
          </dl>
          <details open={seul && demandes.length < 9}>
            <summary>{ATELIERS.demandes(demandes.length)}</summary>
            <ul>
              {demandes.map(({ texte, lignes }) => (
                <li key={texte}>
                  <Glose texte={texte} /> <small>{placeText(...lignes)}</small>
                </li>
              ))}
            </ul>
          </details>
        </>
      ) : (
        <p>{ATELIERS.sansCompteRendu}</p>
      )}
      <p className={s["note"]}>{sourceAtelier(ateliers.document, atelier)}</p>
    </article>
  );
}
