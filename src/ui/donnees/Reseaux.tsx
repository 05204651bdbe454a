import { useEffect, useId } from "react";
import type { ReseauImporte } from "../../domain/reseau";
import type { ImportReseau } from "../../store/state";
import { formatQuantity } from "../../textes/format";
import { formatJour, formatOctets } from "../../textes/interface";
import { grapheText, lignesText, RESEAUX } from "../../textes/reseaux";
import { insecable } from "../../textes/typographie";
import { useCommandes, useEtat } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { ChoixFichier } from "../controls/ChoixFichier";
import { Problemes } from "../panels/Problemes";
import s from "./Reseaux.module.css";

/** Road networks: bring the roads of another territory, choose which ones minutes are computed on. */
export function Reseaux() {
  const { chargerReseaux } = useCommandes();
  const cours = useEtat((etat) => etat.session.importReseau);
  useEffect(() => void chargerReseaux(), [chargerReseaux]);
  return (
    <section className={s["bloc"]} aria-label={RESEAUX.titre}>
      <h2>{RESEAUX.titre}</h2>
      <p className={s["note"]}>{insecable(RESEAUX.chapeau)}</p>
      {cours?.etat === "lecture" ? <Lecture cours={cours} /> : <Choisir />}
      {cours?.etat === "fini" && <Fini cours={cours} />}
      {cours?.etat === "refuse" && (
        <div role="alert" className={s["fin"]}>
          <h3>{RESEAUX.refuse(cours.fichier)}</h3>
          <Problemes issues={cours.issues} />
        </div>
      )}
      <Choix />
    </section>
  );
}

function Choisir() {
  const { importerReseau } = useCommandes();
  const id = useId();
  return (
    <div className={s["rang"]}>
      <ChoixFichier accepte=".pbf,.geojson,.json,.gz" texte={RESEAUX.importer} decritPar={id} lire={(fichier) => void importerReseau(fichier)} />
      <p id={id} className={s["note"]}>
        {insecable(RESEAUX.aide)}
      </p>
    </div>
  );
}

function Lecture({ cours }: { readonly cours: Extract<ImportReseau, { etat: "lecture" }> }) {
  const { annulerImport } = useCommandes();
  const part = formatQuantity(cours.part, "part");
  return (
    <div className={s["rang"]}>
      <div className={s["avance"]}>
        <p>
          {RESEAUX.lecture(cours.fichier)} <span className={s["part"]}>{part}</span>
        </p>
        <progress value={cours.part} max={1} aria-label={RESEAUX.lecture(cours.fichier)} aria-valuetext={part} />
      </div>
      <Bouton icone="fermer" onClick={annulerImport}>
        {RESEAUX.annuler}
      </Bouton>
    </div>
  );
}

function Fini({ cours }: { readonly cours: Extract<ImportReseau, { etat: "fini" }> }) {
  const { choisirReseau } = useCommandes();
  const utilise = useEtat((etat) => etat.document.courant.reseau?.id === cours.reseau.id);
  return (
    <div role="status" className={s["fin"]}>
      <h3>{RESEAUX.fini(cours.fichier)}</h3>
      <p>{insecable(lignesText(cours.reseau.lignes))}</p>
      <p>{insecable(grapheText(cours.reseau))}</p>
      <p className={s["note"]}>{RESEAUX.estime}</p>
      {!cours.reseau.garde && <p className={s["attention"]}>{insecable(RESEAUX.nonGarde)}</p>}
      <Problemes issues={cours.issues} />
      {!utilise && (
        <Bouton ton="principal" icone="coche" onClick={() => choisirReseau(cours.reseau)}>
          {RESEAUX.utiliser}
        </Bouton>
      )}
    </div>
  );
}

/** One choice among the embedded network and those imported; nothing to choose from, nothing shown. */
function Choix() {
  const reseaux = useEtat((etat) => etat.datasets.reseaux) ?? [];
  const choisi = useEtat((etat) => etat.document.courant.reseau);
  const { choisirReseau } = useCommandes();
  const nom = useId();
  const absent = choisi !== null && !reseaux.some(({ id }) => id === choisi.id);
  if (reseaux.length === 0 && !absent) return null;
  return (
    <fieldset className={s["choix"]}>
      <legend>{RESEAUX.choix}</legend>
      <div className={s["ligne"]}>
        <label>
          <input type="radio" name={nom} checked={choisi === null} onChange={() => choisirReseau(null)} />
          {RESEAUX.embarque}
          <span className={s["detail"]}>{RESEAUX.embarqueAide}</span>
        </label>
      </div>
      {reseaux.map((reseau) => (
        <Ligne key={reseau.id} reseau={reseau} nom={nom} coche={choisi?.id === reseau.id} />
      ))}
      {absent && <p className={s["attention"]}>{insecable(RESEAUX.absent(choisi.fichier))}</p>}
    </fieldset>
  );
}

function Ligne({ reseau, nom, coche }: { readonly reseau: ReseauImporte; readonly nom: string; readonly coche: boolean }) {
  const { choisirReseau, retirerReseau } = useCommandes();
  const details = [formatJour(reseau.date), formatQuantity(reseau.graphe.km, "km"), formatOctets(reseau.octets), ...(reseau.garde ? [] : [RESEAUX.pasGarde])];
  return (
    <div className={s["ligne"]}>
      <label>
        <input type="radio" name={nom} checked={coche} onChange={() => choisirReseau(reseau)} />
        {reseau.fichier}
        <span className={s["detail"]}>{insecable(details.join(" · "))}</span>
      </label>
      <BoutonIcone icone="retirer" nom={RESEAUX.retirer(reseau.fichier)} onClick={() => void retirerReseau(reseau.id)} />
    </div>
  );
}
