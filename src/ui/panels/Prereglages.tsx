import { type FormEvent, useEffect, useState } from "react";
import type { Field, Params } from "../../analyses/analysis";
import { type JeuDePoidsEnregistre, NOM_JEU_MAX } from "../../project/jeux-de-poids";
import { PRESELECTION } from "../../textes/poids";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Liste } from "../controls/Champs";
import { type ChampPoids, poidsDe } from "./poids-de";
import s from "./Prereglages.module.css";
import { arrondirPoids } from "./redistribuer";

interface PrereglagesProps {
  readonly champ: Extract<Field, { readonly kind: "choix" }>;
  /** The weights that the choice sets. */
  readonly champs: readonly ChampPoids[];
  readonly valeurs: Params;
  readonly changer: (patch: Params) => void;
}

/** What tells a saved set from a built-in one in the list. */
const ENREGISTRE = "enregistre:";
const AUCUN: readonly JeuDePoidsEnregistre[] = [];

/** Sets of weights: the built-in ones, those the user has saved, and the user's own, which can be named and saved. */
export function Prereglages({ champ, champs, valeurs, changer }: PrereglagesProps) {
  const { chargerJeux, retirerJeu } = useCommandes();
  const noms = new Set<string>(champs.map(({ name }) => name));
  // Only those that every one of its weights is here for.
  const jeux = (useEtat((etat) => etat.session.jeux) ?? AUCUN).filter(({ poids }) => Object.keys(poids).every((name) => noms.has(name)));
  useEffect(() => void chargerJeux(), [chargerJeux]);
  const jeu = champs[0]?.jeu;
  if (jeu === undefined) return null;
  const poids = poidsDe(champs, valeurs);
  const libre = valeurs[champ.name] === jeu.libre;
  const choisi = libre ? jeux.find((un) => champs.every(({ name }) => (un.poids[name] ?? 0) === poids[name])) : undefined;
  const choisir = (value: string): void => {
    const saved = jeux.find(({ nom }) => value === ENREGISTRE + nom);
    // One's own weights start from those in force.
    if (saved !== undefined) changer({ ...Object.fromEntries(champs.map(({ name }) => [name, saved.poids[name] ?? 0])), [champ.name]: jeu.libre });
    else changer(value === jeu.libre && !libre ? { ...arrondirPoids(poids), [champ.name]: jeu.libre } : { [champ.name]: value });
  };
  return (
    <div className={s["prereglages"]}>
      <Liste libelle={champ.label} aide={champ.help} valeur={choisi === undefined ? String(valeurs[champ.name]) : ENREGISTRE + choisi.nom} options={champ.options} changer={choisir}>
        {jeux.length > 0 && (
          <optgroup label={PRESELECTION.miens}>
            {jeux.map(({ nom }) => (
              <option key={nom} value={ENREGISTRE + nom}>
                {nom}
              </option>
            ))}
          </optgroup>
        )}
      </Liste>
      {libre && choisi === undefined && <Enregistrer poids={poids} />}
      {choisi !== undefined && (
        <Bouton ton="discret" icone="retirer" onClick={() => retirerJeu(choisi.nom)}>
          {PRESELECTION.retirer(choisi.nom)}
        </Bouton>
      )}
    </div>
  );
}

/** A name for the weights of the moment. */
function Enregistrer({ poids }: { readonly poids: Readonly<Record<string, number>> }) {
  const [nom, setNom] = useState("");
  const { enregistrerJeu } = useCommandes();
  const envoyer = (event: FormEvent): void => {
    event.preventDefault();
    if (nom.trim() !== "") enregistrerJeu(nom.trim(), poids);
  };
  return (
    <form className={s["enregistrer"]} onSubmit={envoyer}>
      <input className={s["nom"]} type="text" aria-label={PRESELECTION.nom} placeholder={PRESELECTION.nom} maxLength={NOM_JEU_MAX} autoComplete="off" value={nom} onChange={(event) => setNom(event.target.value)} />
      <Bouton type="submit" icone="disque" disabled={nom.trim() === ""}>
        {PRESELECTION.enregistrer}
      </Bouton>
    </form>
  );
}
