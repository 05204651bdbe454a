import type { SiteAjoute } from "../../domain/genre-site";
import { AJOUTS } from "../../textes/vitesses";
import { useCommandes } from "../app/context";
import { BoutonIcone } from "../controls/Bouton";
import s from "./SitesAjoutes.module.css";

/** The sites added on the map, each with the way to take it off: the same as its pin, where there is no map. */
export function SitesAjoutes({ ajouts }: { readonly ajouts: readonly SiteAjoute[] }) {
  const { retirerSite } = useCommandes();
  return (
    <div className={s["bloc"]}>
      <h3>{AJOUTS.titre}</h3>
      <ul>
        {ajouts.map(({ id, nom }) => (
          <li key={id}>
            {nom}
            <BoutonIcone icone="retirer" nom={AJOUTS.retirer(nom)} onClick={() => retirerSite(id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
