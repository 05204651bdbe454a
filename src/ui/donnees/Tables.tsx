import { useEffect, useId } from "react";
import type { ChangeEvent } from "react";
import { TABLES } from "../../textes/tables";
import { insecable } from "../../textes/typographie";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Icone } from "../controls/Icone";
import { Problemes } from "../panels/Problemes";
import s from "./Reseaux.module.css";

/** The user's list of maîtres de stage, in the place of the demonstration one. */
export function Tables() {
  const { chargerTables, retirerTable, exporterModele } = useCommandes();
  const importee = useEtat((etat) => etat.datasets.tables?.find(({ ressource }) => ressource === "stages") ?? null);
  const fin = useEtat((etat) => etat.session.importTable);
  useEffect(() => void chargerTables(), [chargerTables]);
  return (
    <section className={s["bloc"]} aria-label={TABLES.titre}>
      <h2>{TABLES.titre}</h2>
      <p className={s["note"]}>{insecable(TABLES.chapeau)}</p>
      <div className={s["rang"]}>
        <Choisir />
        <Bouton icone="exporter" onClick={exporterModele}>
          {TABLES.modele}
        </Bouton>
      </div>
      {fin?.etat === "refuse" && (
        <div role="alert" className={s["fin"]}>
          <h3>{TABLES.refuse(fin.fichier)}</h3>
          <Problemes issues={fin.issues} />
        </div>
      )}
      {importee !== null && (
        <div role="status" className={s["fin"]}>
          <h3>{TABLES.fini(importee.fichier)}</h3>
          <p>{TABLES.bilan(importee)}</p>
          {!importee.gardee && <p className={s["attention"]}>{insecable(TABLES.nonGardee)}</p>}
          {fin?.etat === "fini" && <Problemes issues={fin.issues} />}
          <Bouton icone="retirer" onClick={() => void retirerTable("stages")}>
            {TABLES.retirer}
          </Bouton>
        </div>
      )}
    </section>
  );
}

function Choisir() {
  const { importerTable } = useCommandes();
  const id = useId();
  const lire = (event: ChangeEvent<HTMLInputElement>): void => {
    const fichier = event.target.files?.[0];
    // Emptied so that the same file, once mended, can be given again.
    if (fichier !== undefined) void importerTable("stages", fichier).finally(() => (event.target.value = ""));
  };
  return (
    <>
      <label className={s["fichier"]}>
        <input type="file" accept=".csv,.txt,text/csv" aria-describedby={id} onChange={lire} />
        <span className={s["etiquette"]}>
          <Icone nom="importer" taille={18} />
          {TABLES.importer}
        </span>
      </label>
      <p id={id} className={s["note"]}>
        {insecable(TABLES.aide)}
      </p>
    </>
  );
}
