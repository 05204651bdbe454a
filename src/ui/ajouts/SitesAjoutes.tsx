import type { SiteAjoute } from "../../domain/genre-site";
import { DEMI_JOURNEES } from "../../domain/ouverture";
import { SITE_AJOUTE } from "../../textes/scenarios";
import { AJOUTS } from "../../textes/vitesses";
import { useCommandes } from "../app/context";
import { BoutonIcone } from "../controls/Bouton";
import { Liste } from "../controls/Champs";
import { useScenarios } from "../scenarios/use-scenarios";
import { NomSite } from "./NomSite";
import s from "./SitesAjoutes.module.css";

const OUVERTURES = [{ value: "", label: SITE_AJOUTE.toute }, ...Array.from({ length: DEMI_JOURNEES - 1 }, (_, i) => ({ value: String(DEMI_JOURNEES - 1 - i), label: SITE_AJOUTE.demi(DEMI_JOURNEES - 1 - i) }))];

/** When a site is open, and of which structure it is a site: another one of those added, that is one by itself. */
function Ouverture({ site, ajouts }: { readonly site: SiteAjoute; readonly ajouts: readonly SiteAjoute[] }) {
  const faire = useScenarios();
  const { id, nom, demiJournees = null, structure = null } = site;
  const autres = ajouts.filter((one) => one.id !== id && one.structure === undefined && one.genre === site.genre);
  const meres = [{ value: "", label: SITE_AJOUTE.seule }, ...autres.map((one) => ({ value: one.id, label: SITE_AJOUTE.avec(one.nom) }))];
  return (
    <div className={s["ouverture"]}>
      <Liste discret libelle={SITE_AJOUTE.ouvert(nom)} valeur={demiJournees === null ? "" : String(demiJournees)} options={OUVERTURES} changer={(valeur) => faire((commandes) => commandes.decrireSite(id, valeur === "" ? null : Number(valeur), structure))} />
      {(autres.length > 0 || structure !== null) && (
        <Liste discret libelle={SITE_AJOUTE.structure(nom)} valeur={structure ?? ""} options={meres} changer={(valeur) => faire((commandes) => commandes.decrireSite(id, demiJournees, valeur === "" ? null : valeur))} />
      )}
    </div>
  );
}

/** The sites added on the map, each with its name to change and the way to take it off: the same as its pin, where there is no map. */
export function SitesAjoutes({ ajouts }: { readonly ajouts: readonly SiteAjoute[] }) {
  const { retirerSite } = useCommandes();
  return (
    <div className={s["bloc"]}>
      <h3>{AJOUTS.titre}</h3>
      <ul>
        {ajouts.map((site) => (
          <li key={site.id}>
            <div className={s["nom"]}>
              <NomSite discret site={site} libelle={SITE_AJOUTE.nomDe(site.nom)}>
                <BoutonIcone icone="retirer" nom={AJOUTS.retirer(site.nom)} onClick={() => retirerSite(site.id)} />
              </NomSite>
            </div>
            <Ouverture site={site} ajouts={ajouts} />
          </li>
        ))}
      </ul>
      <p className={s["note"]}>{SITE_AJOUTE.note}</p>
    </div>
  );
}
