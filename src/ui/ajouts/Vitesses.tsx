import { useEffect, useState } from "react";
import { CLASSES_ROUTE, type ClasseRoute, type CleVitesse, KMH_MAX, KMH_MIN, LIBELLE_CLASSE, MILIEUX, PREREGLAGES, SANS_HYPOTHESE, type ScenarioVitesses, ZONES_MAX } from "../../domain/vitesses";
import { VITESSES } from "../../textes/vitesses";
import type { TableVitesses } from "../../store/state";
import { useCommandes, useEtat } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { Case, Liste } from "../controls/Champs";
import { Repli } from "../controls/Repli";
import { ETROIT, useMedia } from "../controls/use-media";
import s from "./Vitesses.module.css";

/** Speeds the user supposes: a ready-made hypothesis, closed classes, any figure of the table. */
export function Vitesses() {
  const scenario = useEtat((etat) => etat.document.courant.vitesses);
  const { changeVitesses } = useCommandes();
  const courant = scenario ?? SANS_HYPOTHESE;
  const choisir = (valeur: string): void => changeVitesses({ ...courant, prereglage: PREREGLAGES.find((connu) => connu === valeur) ?? null });
  const fermer = (classe: ClasseRoute, fermee: boolean): void =>
    changeVitesses({ ...courant, fermees: CLASSES_ROUTE.filter((une) => (une === classe ? fermee : courant.fermees.includes(une))) });
  return (
    <Repli titre={VITESSES.titre} cote={scenario === null ? VITESSES.parDefaut : VITESSES.modifiees}>
      <div className={s["bloc"]}>
        <p className={s["note"]}>{VITESSES.chapeau}</p>
        {scenario !== null && (
          <Bouton icone="annuler" onClick={() => changeVitesses(null)}>
            {VITESSES.retour}
          </Bouton>
        )}
        <Liste libelle={VITESSES.prereglage} valeur={courant.prereglage ?? ""} options={VITESSES.options} changer={choisir} aide={VITESSES.aide} />
        <fieldset>
          <legend>{VITESSES.fermer}</legend>
          {CLASSES_ROUTE.map((classe) => (
            <Case key={classe} cochee={courant.fermees.includes(classe)} changer={(oui) => fermer(classe, oui)}>
              {LIBELLE_CLASSE[classe]}
            </Case>
          ))}
        </fieldset>
        <ZonesFermees nombre={courant.zones.length} />
        <TableKmh scenario={courant} />
      </div>
    </Repli>
  );
}

/** Zones drawn on the map, each with the way to open it again. On a phone the panel makes room for the map. */
function ZonesFermees({ nombre }: { readonly nombre: number }) {
  const { tracer, rouvrirZone, basculer } = useCommandes();
  const dessine = useEtat((etat) => etat.session.trace !== null);
  const carte = useEtat((etat) => etat.session.webgl === "ok");
  const etroit = useMedia(ETROIT);
  const dessiner = (): void => {
    if (etroit) basculer("panneau", false);
    tracer(true);
  };
  return (
    <div>
      {nombre > 0 && (
        <ul className={s["zones"]}>
          {Array.from({ length: nombre }, (_, rang) => (
            <li key={rang}>
              {VITESSES.zone(rang)}
              <BoutonIcone icone="retirer" nom={VITESSES.rouvrir(rang)} onClick={() => rouvrirZone(rang)} />
            </li>
          ))}
        </ul>
      )}
      {nombre >= ZONES_MAX && <p className={s["note"]}>{VITESSES.zonesPleines(ZONES_MAX)}</p>}
      {carte && nombre < ZONES_MAX && (
        <Bouton icone="tracer" disabled={dessine} onClick={dessiner}>
          {VITESSES.tracer}
        </Bouton>
      )}
    </div>
  );
}

/** The figures in force, from the worker, which holds the table; null while they come. */
function useTable(scenario: ScenarioVitesses): TableVitesses | null {
  const { vitesses } = useCommandes();
  const [table, setTable] = useState<TableVitesses | null>(null);
  useEffect(() => {
    let actuel = true;
    void vitesses(scenario).then((lue) => actuel && lue !== null && setTable(lue));
    return () => void (actuel = false);
  }, [vitesses, scenario]);
  return table;
}

function TableKmh({ scenario }: { readonly scenario: ScenarioVitesses }) {
  const table = useTable(scenario);
  if (table === null) return <p className={s["note"]}>{VITESSES.attente}</p>;
  return (
    <>
      <GrilleKmh table={table} scenario={scenario} />
      <p className={s["note"]}>{VITESSES.ville(table.secondesVille)}</p>
    </>
  );
}

function GrilleKmh({ table, scenario }: { readonly table: TableVitesses; readonly scenario: ScenarioVitesses }) {
  return (
    <table className={s["table"]}>
      <caption>{VITESSES.table}</caption>
      <thead>
        <tr>
          <th scope="col">{VITESSES.classe}</th>
          {MILIEUX.map((milieu) => (
            <th key={milieu} scope="col">
              {VITESSES.milieu[milieu]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CLASSES_ROUTE.map((classe) => (
          <tr key={classe}>
            <th scope="row">{LIBELLE_CLASSE[classe]}</th>
            {MILIEUX.map((milieu) => {
              const cle = `${classe}/${milieu}` as const;
              return (
                <td key={milieu}>
                  <Kmh key={`${cle}/${table.supposees[cle]}`} cle={cle} nom={VITESSES.cellule(classe, milieu)} table={table} scenario={scenario} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface KmhProps {
  readonly cle: CleVitesse;
  readonly nom: string;
  readonly table: TableVitesses;
  readonly scenario: ScenarioVitesses;
}

/** One figure: taken when it is left or on Enter, so that a figure half typed computes nothing; out of bounds, it goes back. */
function Kmh({ cle, nom, table, scenario }: KmhProps) {
  const { changeVitesses } = useCommandes();
  const valeur = table.supposees[cle];
  const prendre = (champ: HTMLInputElement): void => {
    const lu = champ.valueAsNumber;
    if (lu === valeur) return;
    if (lu >= KMH_MIN && lu <= KMH_MAX) changeVitesses({ ...scenario, kmh: { ...scenario.kmh, [cle]: lu } });
    else champ.valueAsNumber = valeur;
  };
  return (
    <input
      type="number"
      className={valeur === table.defaut[cle] ? s["kmh"] : `${s["kmh"]} ${s["change"]}`}
      aria-label={nom}
      min={KMH_MIN}
      max={KMH_MAX}
      step={0.1}
      defaultValue={valeur}
      onBlur={(event) => prendre(event.currentTarget)}
      onKeyDown={(event) => event.key === "Enter" && prendre(event.currentTarget)}
    />
  );
}
