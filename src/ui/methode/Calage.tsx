import { useEffect, useState } from "react";
import type { CalageCharge, EcartsDepartement, LectureCalage } from "../../domain/calage";
import { CALAGE, formatEcart, nomDepartement, phraseApart, phraseEcarts, phraseLivrees, phrasePires } from "../../textes/calage";
import { formatNumber, formatQuantity } from "../../textes/format";
import { useCommandes } from "../app/context";
import { Sources } from "../panels/Sources";
import s from "./Calage.module.css";
import { CarteEcarts } from "./CarteEcarts";
import { Nuage } from "./Nuage";

/** The proof first. */
const LECTURES: readonly LectureCalage[] = ["ecarte", "maillage"];

/** Our minutes against METRIC's: the sentence, the dots, the map, the table. Asked for when the space opens. */
export function Calage() {
  const { calage } = useCommandes();
  const [lu, setLu] = useState<CalageCharge | "attente" | null>("attente");
  useEffect(() => {
    let utile = true;
    void calage().then((charge) => utile && setLu(charge));
    return () => {
      utile = false;
    };
  }, [calage]);
  if (lu === "attente") return <p role="status">{CALAGE.chargement}</p>;
  if (lu === null) return <p>{CALAGE.absent}</p>;
  const tous = (lecture: LectureCalage): EcartsDepartement | undefined => lu.departements.find((ligne) => ligne.dep === "tous" && ligne.lecture === lecture);
  const [ecarte, livrees] = [tous("ecarte"), tous("maillage")];
  return (
    <div className={s["calage"]}>
      {ecarte !== undefined && (
        <p>
          <strong>{phraseEcarts(ecarte)}</strong> {phrasePires(lu.departements)}
        </p>
      )}
      {livrees !== undefined && <p>{phraseLivrees(livrees)}</p>}
      <p>{CALAGE.modele}</p>
      <p>{CALAGE.relief}</p>
      <p>{phraseApart(lu.aPart)}</p>
      <div className={s["dessins"]}>
        <figure>
          <h3>{CALAGE.nuage.titre}</h3>
          <Nuage metric={lu.metric} ecarte={lu.ecarte} />
          <figcaption>{CALAGE.nuage.legende}</figcaption>
        </figure>
        <figure>
          <h3>{CALAGE.carte.titre}</h3>
          <CarteEcarts {...lu.carte} />
        </figure>
      </div>
      {LECTURES.map((lecture) => (
        <Tableau key={lecture} titre={CALAGE.tableau.titres[lecture]} departements={lu.departements.filter((ligne) => ligne.lecture === lecture)} />
      ))}
      <p className={s["note"]}>{CALAGE.tableau.note}</p>
      <Sources sources={lu.sources} />
    </div>
  );
}

function Tableau({ titre, departements }: { readonly titre: string; readonly departements: readonly EcartsDepartement[] }) {
  return (
    <>
      <h3>{titre}</h3>
      {/* Wider than a phone: it scrolls, and the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={s["cadre"]} role="region" aria-label={CALAGE.tableau.defilement(titre)} tabIndex={0}>
        <table className={s["tableau"]}>
          <thead>
            <tr>
              {CALAGE.tableau.colonnes.map((colonne) => (
                <th key={colonne} scope="col">
                  {colonne}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {departements.map(({ dep, n, biais, mae, r, cinq, classe }) => (
              <tr key={dep}>
                <th scope="row">{nomDepartement(dep)}</th>
                <td>{formatNumber(n)}</td>
                <td>{formatEcart(biais, 2)}</td>
                <td>{formatQuantity(mae, "minutes", 2)}</td>
                <td>{formatNumber(r, 3)}</td>
                <td>{formatQuantity(cinq, "part", 1)}</td>
                <td>{formatQuantity(classe, "part", 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
