import { useEffect } from "react";
import { TABLES } from "../../textes/tables";
import { insecable } from "../../textes/typographie";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { ChoixFichier } from "../controls/ChoixFichier";
import { Problemes } from "../panels/Problemes";
import r from "./Reseaux.module.css";
import s from "./Tables.module.css";

type Ressource = keyof typeof TABLES.par;
const RESSOURCES = Object.keys(TABLES.par) as Ressource[];

/** The tables of the user's: one block a kind. */
export function Tables() {
  const { chargerTables } = useCommandes();
  useEffect(() => void chargerTables(), [chargerTables]);
  return (
    <section className={r["bloc"]} aria-label={TABLES.titre}>
      <h2 className={s["titre"]}>{TABLES.titre}</h2>
      <p className={r["note"]}>{insecable(TABLES.chapeau)}</p>
      {RESSOURCES.map((ressource) => (
        <UneTable key={ressource} ressource={ressource} />
      ))}
    </section>
  );
}

function UneTable({ ressource }: { readonly ressource: Ressource }) {
  const { exporterModele } = useCommandes();
  const { titre, chapeau, personnes } = TABLES.par[ressource];
  return (
    <section className={s["table"]} aria-label={titre}>
      <h3>{titre}</h3>
      <p className={r["note"]}>{insecable(chapeau)}</p>
      {personnes && <p className={r["note"]}>{insecable(TABLES.personnes)}</p>}
      <div className={r["rang"]}>
        <Choisir ressource={ressource} />
        <Bouton icone="exporter" aria-label={TABLES.modeleDe(ressource)} onClick={() => void exporterModele(ressource, "modele")}>
          {TABLES.modele}
        </Bouton>
        <Bouton icone="exporter" aria-label={TABLES.schemaDe(ressource)} onClick={() => void exporterModele(ressource, "schema")}>
          {TABLES.schema}
        </Bouton>
      </div>
      <Fin ressource={ressource} />
    </section>
  );
}

/** How the last import of this table ended, and the table that is in use. */
function Fin({ ressource }: { readonly ressource: Ressource }) {
  const { retirerTable } = useCommandes();
  const importee = useEtat((etat) => etat.datasets.tables?.find((table) => table.ressource === ressource) ?? null);
  const fin = useEtat((etat) => etat.session.importTable);
  const { fini, retirer } = TABLES.par[ressource];
  return (
    <>
      {fin?.etat === "refuse" && fin.ressource === ressource && (
        <div role="alert" className={r["fin"]}>
          <h4>{TABLES.refuse(fin.fichier)}</h4>
          <Problemes issues={fin.issues} />
        </div>
      )}
      {importee !== null && (
        <div role="status" className={r["fin"]}>
          <h4>{fini(importee.fichier)}</h4>
          <p>{TABLES.bilan(importee)}</p>
          {!importee.gardee && <p className={r["attention"]}>{insecable(TABLES.nonGardee)}</p>}
          {fin?.etat === "fini" && fin.importee.ressource === ressource && <Problemes issues={fin.issues} />}
          <Bouton icone="retirer" onClick={() => void retirerTable(ressource)}>
            {retirer}
          </Bouton>
        </div>
      )}
    </>
  );
}

const CSV = ".csv,.txt,.tsv,text/csv";

function Choisir({ ressource }: { readonly ressource: Ressource }) {
  const { importerTable } = useCommandes();
  return <ChoixFichier accepte={ressource === "cpts" ? `${CSV},.geojson,.json` : CSV} texte={TABLES.importer} nom={TABLES.importerQuoi(ressource)} lire={(fichier) => void importerTable(ressource, fichier)} />;
}
