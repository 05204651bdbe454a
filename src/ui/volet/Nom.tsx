import type { ScaledView } from "../../carto/marks/mark";
import { memoLast } from "../../carto/memo";
import type { Cote, State } from "../../store/state";
import { VOLET } from "../../textes/scenarios";
import { useCommandes, useEtat } from "../app/context";
import { vuesDe } from "../app/vues";
import s from "./Volet.module.css";

/** The views of the states that can stand on either side. */
const aPlacer = memoLast(
  (etat: State) => [vuesDe(etat), etat.results.courant],
  (etat): readonly ScaledView[] => (etat.results.courant?.output.coteACote ?? []).flatMap((id) => vuesDe(etat).filter(({ view }) => view.id === id)),
);

/** Two states have their place each; from three on, it is chosen. */
const CHOIX_MIN = 3;

/** What a side shows: its name, and where there is a choice of states, the list of them. Another view that the legend chose has its own line. */
export function Nom({ cote, vue }: { readonly cote: Cote; readonly vue: ScaledView | undefined }) {
  const { placerEtat } = useCommandes();
  const etats = useEtat(aPlacer);
  const place = `${s["nom"]} ${s[cote]}`;
  if (vue === undefined) return null;
  if (etats.length < CHOIX_MIN) return <p className={place}>{vue.view.title}</p>;
  const options = etats.includes(vue) ? etats : [vue, ...etats];
  return (
    <label className={`${place} ${s["choix"]}`}>
      {VOLET.cote[cote]}
      <select value={vue.view.id} onChange={(event) => placerEtat(cote, event.target.value)}>
        {options.map(({ view: { id, court, title } }) => (
          <option key={id} value={id}>
            {court ?? title}
          </option>
        ))}
      </select>
    </label>
  );
}
