import { useMemo, useState } from "react";
import type { FeatureCollection } from "geojson";
import type { TerritoireCharge } from "../../domain/chargement";
import { CODE_REGION, DEPARTEMENTS_NA, NIVEAU_IMPORTE, NIVEAUX_TOUS, NOMS_DEPARTEMENT, type GenreTerritoire, type Niveau } from "../../domain/perimetre";
import { GENRE_TERRITOIRE, NIVEAU, OU } from "../../textes/interface";
import { useCommandes, useEtat } from "../app/context";
import { Liste, type OptionListe } from "../controls/Champs";
import s from "./Ou.module.css";

/** Levels that cut a territory into several pieces. */
const NIVEAUX_DE: Record<GenreTerritoire, readonly Niveau[]> = {
  region: NIVEAUX_TOUS,
  departement: ["commune", "epci", "bassin-de-vie", "canton", "departement", NIVEAU_IMPORTE],
  epci: ["commune", "epci"],
  commune: ["commune"],
};

const PAR_NOM = new Intl.Collator("fr-FR");

function optionsDe(contours: FeatureCollection): readonly OptionListe[] {
  return contours.features
    .map(({ properties }) => ({ value: String(properties?.["code"]), label: String(properties?.["nom"]) }))
    .toSorted((a, b) => PAR_NOM.compare(a.label, b.label));
}

interface ListeEpci {
  readonly nom: string;
  readonly options: readonly OptionListe[];
}

/** EPCI of the last territory wide enough to have several: they stay on offer once one of them is entered. */
function useEpci(charge: TerritoireCharge | null): ListeEpci | null {
  const [large, setLarge] = useState<TerritoireCharge | null>(null);
  const estLarge = charge !== null && (charge.territoire.genre === "departement" || charge.territoire.genre === "region");
  if (estLarge && charge !== large && charge.contours.epci !== undefined) setLarge(charge);
  return useMemo(() => (large?.contours.epci === undefined ? null : { nom: large.territoire.nom, options: optionsDe(large.contours.epci) }), [large]);
}

/** Where one looks, and by which pieces results are read. */
export function Ou() {
  const commandes = useCommandes();
  const code = useEtat((etat) => etat.document.courant.territoire);
  const niveau = useEtat((etat) => etat.document.courant.niveau);
  const charge = useEtat((etat) => etat.datasets.territoire);
  const epci = useEpci(charge);
  const genre = charge?.territoire.code === code ? charge.territoire.genre : "departement";
  const niveaux = NIVEAUX_DE[genre].includes(niveau) ? NIVEAUX_DE[genre] : [...NIVEAUX_DE[genre], niveau];
  const connu = code === CODE_REGION || code in NOMS_DEPARTEMENT || epci?.options.some((option) => option.value === code);
  return (
    <div className={s["ou"]}>
      <Liste libelle={OU.territoire} valeur={code} changer={commandes.changeTerritoire}>
        {!connu && <option value={code}>{charge?.territoire.code === code ? charge.territoire.nom : code}</option>}
        <option value={CODE_REGION}>Nouvelle-Aquitaine</option>
        <optgroup label={GENRE_TERRITOIRE.departement}>
          {DEPARTEMENTS_NA.toSorted((a, b) => PAR_NOM.compare(NOMS_DEPARTEMENT[a] ?? a, NOMS_DEPARTEMENT[b] ?? b)).map((dep) => (
            <option key={dep} value={dep}>
              {NOMS_DEPARTEMENT[dep]}
            </option>
          ))}
        </optgroup>
        {epci !== null && (
          <optgroup label={OU.epciDe(epci.nom)}>
            {epci.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        )}
      </Liste>
      <Liste libelle={OU.niveau} valeur={niveau} changer={(choix) => commandes.changeNiveau(choix as Niveau)} options={niveaux.map((un) => ({ value: un, label: NIVEAU[un] }))} />
    </div>
  );
}
