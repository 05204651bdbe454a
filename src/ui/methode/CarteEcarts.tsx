import { NO_DATA, paletteColors } from "../../carto/palettes";
import type { Aire, CarteEcarts as Carte } from "../../domain/calage";
import { CALAGE, classeEcart } from "../../textes/calage";
import { Pastille } from "../legend/Pastille";
import s from "./Calage.module.css";

interface Ligne extends Aire {
  readonly libelle: string;
  readonly couleur: string;
  readonly vide: boolean;
}

/** The map of « ours − METRIC » and its legend: diverging classes, « pas de donnée » apart. */
export function CarteEcarts({ largeur, hauteur, classes, sansDonnee, limites }: Carte) {
  const couleurs = paletteColors("divergente", classes.length);
  const lignes: readonly Ligne[] = [
    ...classes.map((aire, rang) => ({ ...aire, libelle: classeEcart(rang), couleur: couleurs[rang] ?? NO_DATA, vide: false })),
    { ...sansDonnee, libelle: CALAGE.carte.sansDonnee, couleur: NO_DATA, vide: true },
  ];
  const description = CALAGE.carte.description(lignes.map(({ libelle, communes }) => `${libelle} : ${CALAGE.carte.communes(communes)}`));
  return (
    <div className={s["carte"]}>
      <svg viewBox={`0 0 ${largeur} ${hauteur}`} role="img" aria-label={description} className={s["dessin"]}>
        {lignes.map(({ libelle, chemin, couleur }) => (
          <path key={libelle} d={chemin} fill={couleur} fillRule="evenodd" className={s["classe"]} />
        ))}
        <path d={limites} className={s["limites"]} />
      </svg>
      <div>
        <p className={s["titreLegende"]}>{CALAGE.carte.legende}</p>
        <ul className={s["legende"]}>
          {lignes.map(({ libelle, couleur, communes, vide }) => (
            <li key={libelle}>
              <Pastille couleur={couleur} motif={vide ? "vide" : "plein"} />
              <span>{libelle}</span>
              <span className={s["compte"]}>{CALAGE.carte.communes(communes)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
