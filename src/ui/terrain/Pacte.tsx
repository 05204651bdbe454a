import { useState } from "react";
import type { Documents, RegionPacte } from "../../domain/documents-terrain";
import { placeText } from "../../textes/ateliers";
import { NOMS_DEPARTEMENT } from "../../domain/perimetre";
import { compteText, PACTE, TERRAIN } from "../../textes/terrain";
import { useCommandes } from "../app/context";
import { Liste } from "../controls/Champs";
import { Barre } from "./Barre";
import { Indicateurs, Notes } from "./Faits";
import s from "./Terrain.module.css";
import { useLu } from "./use-lu";

/** The Pacte territoire-santé: each département with its counts as bars, then the regions. */
export function Pacte() {
  const { documents } = useCommandes();
  const lus = useLu(documents);
  if (lus === "attente") return <p role="status">{TERRAIN.chargement}</p>;
  if (lus === null) return <p>{TERRAIN.echec}</p>;
  return (
    <>
      <h2 className={s["section"]}>{PACTE.departements}</h2>
      <Departements region={lus.region} />
      <Notes document={lus.region.document} />
      <h2 className={s["section"]}>{PACTE.region}</h2>
      <Indicateurs indicateurs={lus.region.indicateurs} />
      <h2 className={s["section"]}>{PACTE.france}</h2>
      <Regions regions={lus.france.regions} />
      <Indicateurs indicateurs={lus.france.indicateurs} />
      <Notes document={lus.france.document} />
    </>
  );
}

function Departements({ region: { departements } }: { readonly region: Documents["region"] }) {
  const max = (cle: "msp" | "ptmg"): number => Math.max(...departements.map((un) => un[cle].valeur));
  return (
    <div className={s["cadre"]}>
      <table className={s["table"]}>
        <thead>
          <tr>
            <th scope="col">{PACTE.departement}</th>
            <th scope="col">{PACTE.msp}</th>
            <th scope="col">{PACTE.ptmg}</th>
            <th scope="col">{PACTE.action}</th>
          </tr>
        </thead>
        <tbody>
          {departements.map((un) => (
            <tr key={un.code}>
              <th scope="row">{NOMS_DEPARTEMENT[un.code] ?? un.code}</th>
              {(["msp", "ptmg"] as const).map((cle) => (
                <td key={cle} className={s["mesure"]} data-libelle={PACTE[cle]}>
                  {un[cle].valeur} <small>{placeText(un[cle].lignes)}</small>
                  <Barre valeur={un[cle].valeur} max={max(cle)} />
                </td>
              ))}
              <td data-libelle={PACTE.action}>
                <details>
                  <summary>{un.focus.titre}</summary>
                  {un.focus.faits.map(({ texte, lignes }) => (
                    <p key={texte}>
                      {texte} <small>{placeText(lignes)}</small>
                    </p>
                  ))}
                </details>
                {un.note !== undefined && <p className={s["note"]}>{un.note}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const COLONNES = ["msp", "ptmg", "cesp", "mcs"] as const;
type Colonne = (typeof COLONNES)[number];
const colonne = (valeur: string): Colonne => COLONNES.find((une) => une === valeur) ?? "msp";

function Regions({ regions }: { readonly regions: readonly RegionPacte[] }) {
  const [cle, setCle] = useState<Colonne>("msp");
  const max = Math.max(...regions.map((une) => une[cle] ?? 0));
  return (
    <>
      <div className={s["filtres"]}>
        <Liste libelle={PACTE.colonne} valeur={cle} changer={(valeur) => setCle(colonne(valeur))} options={COLONNES.map((value) => ({ value, label: PACTE.colonnes[value] }))} />
      </div>
      <div className={s["cadre"]}>
        <table className={s["table"]}>
          <thead>
            <tr>
              <th scope="col">{PACTE.nomRegion}</th>
              <th scope="col">{PACTE.colonnes[cle]}</th>
            </tr>
          </thead>
          <tbody>
            {regions.map((une) => (
              <tr key={une.code} className={une.code === "NAQ" ? s["ici"] : undefined}>
                <th scope="row">{une.nom}</th>
                <td className={s["mesure"]} data-libelle={PACTE.colonnes[cle]}>
                  {compteText(une[cle])} <small>{placeText(une.lignes)}</small>
                  {une[cle] !== null && <Barre valeur={une[cle]} max={max} />}
                  {une.note !== undefined && <p className={s["note"]}>{une.note}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
