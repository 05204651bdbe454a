import { useEffect } from "react";
import { AJOUTS } from "../../textes/vitesses";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import s from "./PoserSite.module.css";

/** The button that makes the next click on the map add a site, and what it says meanwhile. */
export function PoserSite() {
  const pose = useEtat((etat) => etat.session.pose);
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
      <p role="status" className={pose ? s["consigne"] : "hors-ecran"}>
        {pose ? AJOUTS.ou : ""}
      </p>
    </>
  );
}
