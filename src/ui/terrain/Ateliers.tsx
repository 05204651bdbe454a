import { useMemo, useState } from "react";
import type { Atelier, Ateliers as Lus, PointAtelier } from "../../domain/ateliers";
import { foldName } from "../../domain/fold";
import { ATELIERS, nomText, placeText, valeurText } from "../../textes/ateliers";
import { NOMS_DEPARTEMENT } from "../../domain/perimetre";
import { NATURE, RECHERCHE_ATELIERS as R, TERRAIN } from "../../textes/terrain";
import { useCommandes } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Filtre, Liste } from "../controls/Champs";
import { Glose } from "../controls/Glose";
import { Barre } from "./Barre";
import a from "./Ateliers.module.css";
import s from "./Terrain.module.css";
import { useLu } from "./use-lu";

const ZOOM = 9.3;

/** The 47 workshops, found by place, word, theme or département. */
export function Ateliers() {
  const { ateliers } = useCommandes();
  const lus = useLu(ateliers);
  if (lus === "attente") return <p role="status">{TERRAIN.chargement}</p>;
  if (lus === null) return <p>{TERRAIN.echec}</p>;
  return <Recherche lus={lus} />;
}

interface Trouve {
  readonly atelier: Atelier;
  readonly points: readonly PointAtelier[];
}

/** The workshops that answer, with the passages that do: all of a workshop's when its own name answers. */
function chercher(ateliers: readonly Atelier[], texte: string, theme: string, departement: string): readonly Trouve[] {
  const voulu = foldName(texte);
  return ateliers.flatMap((atelier): readonly Trouve[] => {
    if (departement !== "" && atelier.departement !== departement) return [];
    const du = atelier.points.filter((point) => theme === "" || point.theme === theme);
    const lieu = foldName([atelier.nom, NOMS_DEPARTEMENT[atelier.departement], ...atelier.liens.map(({ nom }) => nom)].join(" ")).includes(voulu);
    const points = lieu ? du : du.filter((point) => foldName(point.texte).includes(voulu));
    return points.length > 0 || (lieu && theme === "") ? [{ atelier, points }] : [];
  });
}

function Recherche({ lus }: { readonly lus: Lus }) {
  const [texte, setTexte] = useState("");
  const [theme, setTheme] = useState("");
  const [departement, setDepartement] = useState("");
  const trouves = useMemo(() => chercher(lus.ateliers, texte, theme, departement), [lus, texte, theme, departement]);
  const libelle = (id: string): string => lus.themes.find((un) => un.id === id)?.libelle ?? id;
  const cherche = texte !== "" || theme !== "";
  return (
    <>
      <h2 className={s["section"]}>{R.titre}</h2>
      <div className={s["filtres"]}>
        <Filtre libelle={R.chercher} valeur={texte} changer={setTexte} />
        <Liste libelle={R.theme} valeur={theme} changer={setTheme} options={[{ value: "", label: R.tousThemes }, ...lus.themes.map(({ id, libelle: label }) => ({ value: id, label }))]} />
        <Liste
          libelle={R.departement}
          valeur={departement}
          changer={setDepartement}
          options={[{ value: "", label: R.tousDepartements }, ...lus.departements.map(({ code, ateliers: n }) => ({ value: code, label: `${NOMS_DEPARTEMENT[code] ?? code} (${n})` }))]}
        />
        <p role="status" className={s["compte"]}>
          {R.compte(trouves.length, trouves.reduce((sum, { points }) => sum + points.length, 0))}
        </p>
      </div>
      {trouves.length === 0 && <p>{R.aucun}</p>}
      <ul className={s["ateliers"]}>
        {trouves.map(({ atelier, points }) => (
          <li key={atelier.id}>
            <Carte atelier={atelier} points={points} ouvert={cherche} libelle={libelle} />
          </li>
        ))}
      </ul>
      <Thematiques lus={lus} />
      <p className={s["note"]}>{TERRAIN.source(lus.document.titre, lus.document.auteur)}</p>
    </>
  );
}

interface CarteProps extends Trouve {
  readonly ouvert: boolean;
  readonly libelle: (theme: string) => string;
}

function Carte({ atelier, points, ouvert, libelle }: CarteProps) {
  const { ouvrirEspace, choisirTrouvaille, commanderCamera } = useCommandes();
  const { id, nom, point } = atelier;
  const voir = (): void => {
    if (point === null) return;
    ouvrirEspace("explorer");
    choisirTrouvaille({ genre: "etablissement", code: id, nom, detail: "", lon: point[0], lat: point[1], couche: "ateliers" });
    // Its territory, not its street.
    commanderCamera({ kind: "point", lon: point[0], lat: point[1], zoom: ZOOM });
  };
  return (
    <article className={s["carte"]} aria-label={nomText(atelier)}>
      <div className={s["tete"]}>
        <h3>{nomText(atelier)}</h3>
        {point === null ? (
          <p className={s["note"]}>{R.sansLieu}</p>
        ) : (
          <Bouton ton="discret" icone="lieu" onClick={voir}>
            {R.carte}
          </Bouton>
        )}
      </div>
      <p className={s["note"]}>{ATELIERS.date(atelier)}</p>
      {!atelier.compte_rendu && <p>{ATELIERS.sansCompteRendu}</p>}
      {points.length > 0 && (
        <details open={ouvert}>
          <summary>{R.passages(points.length)}</summary>
          <ul className={a["points"]}>
            {points.map(({ theme, nature, texte, lignes }) => (
              <li key={`${theme}${texte}`}>
                <span className={a["nature"]} data-nature={nature}>
                  {NATURE[nature]}
                </span>
                <span>
                  <Glose texte={texte} /> <small>{`${libelle(theme)}, ${placeText(...lignes)}`}</small>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Chiffres atelier={atelier} />
      {[...atelier.non_rattaches.map(({ nom: lieu, raison }) => R.nonRattache(lieu, raison)), ...atelier.notes].map((note) => (
        <p key={note} className={s["note"]}>
          {note}
        </p>
      ))}
    </article>
  );
}

function Chiffres({ atelier: { chiffres } }: { readonly atelier: Atelier }) {
  if (chiffres.length === 0) return null;
  return (
    <details>
      <summary>{R.chiffres(chiffres.length)}</summary>
      <ul className={s["chiffres"]}>
        {chiffres.map((chiffre) => (
          <li key={`${chiffre.libelle}${chiffre.lignes[0]}${chiffre.territoire}${chiffre.valeur ?? chiffre.texte}`}>
            <span>
              <Glose texte={`${chiffre.libelle}, ${chiffre.territoire}`} /> <strong>{valeurText(chiffre)}</strong> <small>{placeText(chiffre.lignes)}</small>
            </span>
            {chiffre.note !== undefined && <p className={s["note"]}>{chiffre.note}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Thematiques({ lus: { thematiques, document } }: { readonly lus: Lus }) {
  const max = Math.max(...thematiques.map(({ contributions }) => contributions));
  return (
    <>
      <h2 className={s["section"]}>{R.thematiques}</h2>
      <div className={s["cadre"]}>
        <table className={s["table"]}>
          <thead>
            <tr>
              <th scope="col">{R.thematique}</th>
              <th scope="col">{R.contributions}</th>
            </tr>
          </thead>
          <tbody>
            {thematiques.map(({ id, intitule, contributions, pourcent }) => (
              <tr key={id}>
                <th scope="row">{`${id}. ${intitule}`}</th>
                <td className={s["mesure"]}>
                  {`${contributions} (${pourcent} %)`}
                  <Barre valeur={contributions} max={max} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {document.notes.map((note) => (
        <p key={note} className={s["note"]}>
          {note}
        </p>
      ))}
    </>
  );
}
