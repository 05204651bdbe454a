import { useEffect, useRef } from "react";
import type { SiteAjoute } from "../../domain/genre-site";
import { SITE_AJOUTE } from "../../textes/scenarios";
import { insecable } from "../../textes/typographie";
import { AJOUTS } from "../../textes/vitesses";
import { useCommandes, useEtat } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { ETROIT, useMedia } from "../controls/use-media";
import { NomSite } from "./NomSite";
import s from "./PoserSite.module.css";

/** How the site that has just been put is called; the keyboard goes back to where it was. */
function Nommer({ site }: { readonly site: SiteAjoute }) {
  const { demanderNom, retirerSite } = useCommandes();
  // A finger would see its keyboard rise at each site it puts.
  const etroit = useMedia(ETROIT);
  const avant = useRef(document.activeElement);
  const finir = (): void => {
    if (document.activeElement?.closest("[data-nommer]") !== null && avant.current instanceof HTMLElement) avant.current.focus();
    demanderNom(null);
  };
  return (
    <div className={`${s["consigne"]} ${s["nommer"]}`} data-nommer>
      <NomSite saisir={!etroit} site={site} libelle={SITE_AJOUTE.nom} fini={finir}>
        <BoutonIcone icone="retirer" nom={AJOUTS.retirer(site.nom)} onClick={() => retirerSite(site.id)} />
      </NomSite>
      <p>{insecable(SITE_AJOUTE.deplacer)}</p>
    </div>
  );
}

/** The button that makes the next click on the map add a site, and what it says meanwhile. */
export function PoserSite() {
  const pose = useEtat((etat) => etat.session.pose);
  const site = useEtat(({ document: { courant: { selection } }, session: { aNommer } }) => selection.ajouts.find(({ id }) => id === aNommer));
  const { poser } = useCommandes();
  useEffect(() => {
    if (!pose) return undefined;
    const renoncer = (event: KeyboardEvent): void => {
      if (event.key === "Escape") poser(false);
    };
    addEventListener("keydown", renoncer);
    return () => removeEventListener("keydown", renoncer);
  }, [pose, poser]);
  return (
    <>
      <Bouton icone={pose ? "fermer" : "site"} className={s["bouton"]} onClick={() => poser(!pose)}>
        {pose ? AJOUTS.renoncer : AJOUTS.ajouter}
      </Bouton>
      {site !== undefined && !pose && <Nommer key={site.id} site={site} />}
      <p role="status" className={pose ? s["consigne"] : "hors-ecran"}>
        {pose ? AJOUTS.ou : ""}
      </p>
    </>
  );
}
