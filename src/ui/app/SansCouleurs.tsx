import { issueText } from "../../textes/issues";
import { sentenceText } from "../../textes/sentences";
import { insecable } from "../../textes/typographie";
import { useEtat } from "./context";
import s from "./SansCouleurs.module.css";

/** Why the map has no colours, on the map: on a wide screen the result is under the settings. Heard in the result, not here. */
export function SansCouleurs() {
  const output = useEtat((etat) => etat.results.courant?.output);
  if (output === undefined) return null;
  const cause = output.issues.find(({ severity }) => severity === "erreur");
  return (
    <p className={s["cause"]} aria-hidden="true">
      {insecable(cause === undefined ? sentenceText(output.summary) : issueText(cause))}
    </p>
  );
}
