import { useEffect, useState } from "react";
import type { SujetTerritoire } from "../../domain/fiche";
import type { LieuProfil } from "../../domain/profil";
import { noteProfil, PROFIL, scoreProfil, valeurProfil } from "../../textes/profil";
import { useCommandes } from "../app/context";
import { Glose } from "../controls/Glose";
import s from "./Terrain.module.css";

interface Lus {
  readonly lieux: readonly LieuProfil[];
  readonly fini: boolean;
}

/** The place first, then its wider places as they are computed: the region is the longest. */
function useProfil(sujet: SujetTerritoire): Lus {
  const { profil } = useCommandes();
  const [lus, setLus] = useState<Lus>({ lieux: [], fini: false });
  useEffect(() => {
    let utile = true;
    const lire = async (rang: number): Promise<void> => {
      const lieu = await profil(sujet, rang);
      if (!utile) return;
      setLus(({ lieux }) => (lieu === null ? { lieux, fini: true } : { lieux: [...lieux, lieu], fini: false }));
      if (lieu !== null) await lire(rang + 1);
    };
    void lire(0);
    return () => {
      utile = false;
    };
  }, [profil, sujet]);
  return lus;
}

/** The fragility of a place and its components beside those of its EPCI, its département and the region. */
export function Profil({ sujet }: { readonly sujet: SujetTerritoire }) {
  const { lieux, fini } = useProfil(sujet);
  const [premier] = lieux;
  return (
    <>
      {premier !== undefined && (
        <div className={s["cadre"]}>
          <table className={s["profil"]}>
            <thead>
              <tr>
                <th scope="col">{PROFIL.composante}</th>
                {lieux.map(({ niveau, nom }) => (
                  <th key={niveau} scope="col">
                    {nom}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr className={s["score"]}>
                <th scope="row">{PROFIL.score}</th>
                {lieux.map((lieu) => (
                  <Case key={lieu.niveau} texte={scoreProfil(lieu)} note={lieu.score} />
                ))}
              </tr>
              {premier.composantes.map(({ id, label }, rang) => (
                <tr key={id}>
                  <th scope="row">
                    <Glose texte={label} />
                  </th>
                  {lieux.map(({ niveau, composantes }) =>
                    composantes.slice(rang, rang + 1).map((une) => <Case key={niveau} texte={valeurProfil(une)} note={une.note} />),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!fini && <p role="status">{PROFIL.chargement}</p>}
      {lieux.some(({ estimation }) => estimation) && <p className={s["note"]}>{PROFIL.estimation}</p>}
      <p className={s["note"]}>{PROFIL.legende}</p>
      <p className={s["note"]}>
        <Glose texte={PROFIL.methode} />
      </p>
    </>
  );
}

/** A value, its note as a bar, and as a number for who does not see it. */
function Case({ texte, note }: { readonly texte: string; readonly note: number | null }) {
  return (
    <td className={note === null ? s["rien"] : undefined}>
      {texte}
      {note !== null && (
        <svg className={s["barre"]} viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={`${PROFIL.note} ${noteProfil(note)}`}>
          <rect className={s["fond"]} width="100" height="6" />
          <rect className={s["plein"]} width={note} height="6" />
        </svg>
      )}
    </td>
  );
}
