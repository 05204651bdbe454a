import type { RessourceImportee } from "../../domain/ressource";
import { TABLES } from "../../textes/tables";
import { insecable } from "../../textes/typographie";
import { useCommandes } from "../app/context";
import { Bouton } from "../controls/Bouton";
import s from "./AImporter.module.css";

/** What to bring for this analysis to have something to show, and the way to do it. */
export function AImporter({ ressource }: { readonly ressource: RessourceImportee }) {
  const { exporterModele, ouvrirEspace } = useCommandes();
  const { titre, chapeau } = TABLES.par[ressource];
  return (
    <section className={s["bloc"]} aria-label={TABLES.aImporter(ressource)}>
      <h3>{titre}</h3>
      <p>{insecable(chapeau)}</p>
      <div className={s["rang"]}>
        <Bouton icone="importer" ton="principal" onClick={() => ouvrirEspace("donnees")}>
          {TABLES.ouvrirDonnees}
        </Bouton>
        <Bouton icone="exporter" aria-label={TABLES.modeleDe(ressource)} onClick={() => void exporterModele(ressource, "modele")}>
          {TABLES.modele}
        </Bouton>
      </div>
    </section>
  );
}
