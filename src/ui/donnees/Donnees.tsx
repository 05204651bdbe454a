import { useEffect, useState } from "react";
import { foldName } from "../../domain/fold";
import { formatNumber } from "../../textes/format";
import { DONNEES, formatOctets } from "../../textes/interface";
import { formatVintage } from "../../textes/legende";
import { useCommandes } from "../app/context";
import page from "../app/page.module.css";
import type { LigneInventaire } from "../app/types";
import { BadgeQualite } from "../controls/BadgeQualite";
import { Filtre } from "../controls/Champs";
import { Glose } from "../controls/Glose";
import { Reseaux } from "./Reseaux";
import { Tables } from "./Tables";
import s from "./Donnees.module.css";

/** The Données space: everything in the package, with producer, licence, vintage and quality. */
export function Donnees() {
  const { inventaire } = useCommandes();
  const [jeux, setJeux] = useState<readonly LigneInventaire[] | null>(null);
  const [texte, setTexte] = useState("");
  useEffect(() => {
    let utile = true;
    void inventaire().then((lignes) => utile && setJeux(lignes));
    return () => {
      utile = false;
    };
  }, [inventaire]);
  return (
    <div className={page["page"]}>
      <div className={page["dedans"]}>
        <h1 className={page["titre"]}>{DONNEES.titre}</h1>
        <p className={page["chapeau"]}>{DONNEES.chapeau}</p>
        <Reseaux />
        <Tables />
        <h2 className={s["section"]}>{DONNEES.paquet}</h2>
        {jeux === null ? (
          <p role="status">{DONNEES.chargement}</p>
        ) : (
          <>
            <div className={s["barre"]}>
              <Filtre libelle={DONNEES.chercher} valeur={texte} changer={setTexte} />
              <p className={s["total"]}>{DONNEES.total(jeux.length, formatOctets(jeux.reduce((somme, jeu) => somme + jeu.bytes, 0)))}</p>
            </div>
            <Inventaire jeux={jeux} cherche={foldName(texte)} />
          </>
        )}
      </div>
    </div>
  );
}

const COLONNES = [DONNEES.ressource, DONNEES.producteur, DONNEES.millesime, DONNEES.qualite, DONNEES.lignes, DONNEES.taille, DONNEES.licence];

function Inventaire({ jeux, cherche }: { readonly jeux: readonly LigneInventaire[]; readonly cherche: string }) {
  if (jeux.length === 0) return <p className={s["vide"]}>{DONNEES.vide}</p>;
  const gardes = jeux.filter((jeu) => foldName(`${jeu.title} ${jeu.resource} ${jeu.publisher}`).includes(cherche));
  return (
    <div className={s["cadre"]}>
      <table className={s["table"]}>
        <thead>
          <tr>
            {COLONNES.map((colonne) => (
              <th key={colonne} scope="col" className={colonne === DONNEES.lignes || colonne === DONNEES.taille ? s["nombre"] : undefined}>
                {colonne}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gardes.map((jeu) => (
            <Jeu key={jeu.resource} jeu={jeu} />
          ))}
        </tbody>
      </table>
      {gardes.length === 0 && <p className={s["vide"]}>{DONNEES.aucune}</p>}
    </div>
  );
}

function Jeu({ jeu }: { readonly jeu: LigneInventaire }) {
  return (
    <tr>
      <td className={s["jeu"]}>
        <strong>{jeu.title}</strong>
        <span className={s["nom"]}>{jeu.resource}</span>
        {jeu.note && <p className={s["note"]}>{jeu.note}</p>}
      </td>
      <td data-libelle={DONNEES.producteur}>
        <Glose texte={jeu.publisher} />
      </td>
      <td data-libelle={DONNEES.millesime}>{formatVintage(jeu.vintage)}</td>
      <td data-libelle={DONNEES.qualite}>
        <BadgeQualite qualite={jeu.quality} />
      </td>
      <td data-libelle={DONNEES.lignes} className={s["nombre"]}>
        {formatNumber(jeu.rows)}
      </td>
      <td data-libelle={DONNEES.taille} className={s["nombre"]}>
        {formatOctets(jeu.bytes)}
      </td>
      <td data-libelle={DONNEES.licence}>{jeu.licence}</td>
    </tr>
  );
}
