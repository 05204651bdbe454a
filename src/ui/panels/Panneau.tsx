import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { NOM_PRESENT } from "../../domain/changements";
import { hoteDe } from "../../domain/moteur";
import { moteurActif } from "../../store/moteur";
import { APP, formatHeure } from "../../textes/interface";
import { MOTEUR_TEXTE } from "../../textes/moteurs";
import { useAnalyse, useCommandes, useEtat } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { Icone } from "../controls/Icone";
import { Repli } from "../controls/Repli";
import { ETROIT, useMedia } from "../controls/use-media";
import { Couches } from "./Couches";
import { Ou } from "./Ou";
import s from "./Panneau.module.css";
import { Quoi } from "./Quoi";
import { Resultat } from "./Resultat";
import { Sites } from "./Sites";

const Scenarios = lazy(() => import("../scenarios/Scenarios").then((module) => ({ default: module.Scenarios })));
const Vitesses = lazy(() => import("../ajouts/Vitesses").then((module) => ({ default: module.Vitesses })));

/** Where, what, the result, layers and sites: a column on the left, a bottom sheet on phones. */
export function Panneau() {
  const ouvert = useEtat((etat) => etat.session.panneauOuvert);
  const { basculer, recommencer } = useCommandes();
  const etroit = useMedia(ETROIT);
  const { analyse } = useAnalyse();
  const corps = useRef<HTMLDivElement>(null);
  // Closed on a phone, its first lines stay in sight: the result, from its beginning.
  useEffect(() => {
    if (!ouvert) corps.current?.scrollTo({ top: 0 });
  }, [ouvert]);
  if (!ouvert && !etroit) return null;
  return (
    <section className={ouvert ? `${s["panneau"]} ${s["ouvert"]}` : s["panneau"]} id="panneau" aria-label={APP.ouvrirPanneau}>
      <div className={s["tete"]}>
        <h1>{APP.nom}</h1>
        <p className={s["devise"]}>{APP.devise}</p>
        <BoutonIcone icone="gauche" nom={APP.masquerPanneau} onClick={() => basculer("panneau", false)} />
      </div>
      <button type="button" className={s["bascule"]} aria-expanded={ouvert} onClick={() => basculer("panneau", !ouvert)}>
        {ouvert ? APP.reduirePanneau : APP.ouvrirPanneau}
        <Icone nom="chevron" taille={16} />
      </button>
      <div ref={corps} className={s["corps"]} inert={etroit && !ouvert}>
        {etroit && <Resultat />}
        <div className={s["reglages"]}>
          <Ou />
          <Quoi />
        </div>
        {!etroit && <Resultat />}
        <Etats />
        <Couches />
        <Sites />
        {analyse.reseau && (
          <Suspense>
            <Vitesses />
          </Suspense>
        )}
        <div className={s["fin"]}>
          <Bouton ton="discret" icone="relancer" onClick={recommencer}>
            {APP.recommencer}
          </Bouton>
        </div>
      </div>
      <Pied />
    </section>
  );
}

/** The scenarios, whose code comes when the block is opened. */
function Etats() {
  const actif = useEtat(({ document: { courant } }) => courant.scenarios.find(({ id }) => id === courant.actif)?.nom ?? NOM_PRESENT);
  const [lu, setLu] = useState(false);
  return (
    <Repli titre={APP.scenarios} cote={actif} basculer={(ouvert) => setLu(lu || ouvert)}>
      {lu && (
        <Suspense fallback={<p>{APP.chargement}</p>}>
          <Scenarios />
        </Suspense>
      )}
    </Repli>
  );
}

function Pied() {
  const enregistreLe = useEtat((etat) => etat.document.enregistreLe);
  const moteur = useEtat(moteurActif);
  return (
    <div className={s["pied"]}>
      <span>
        <Icone nom="disque" taille={14} />
        {enregistreLe === null ? APP.pasEnregistre : APP.enregistre(formatHeure(enregistreLe))}
      </span>
      <span>{moteur === null ? APP.local : MOTEUR_TEXTE.pied(hoteDe(moteur.adresse))}</span>
    </div>
  );
}
