import { useId, useState } from "react";
import { insecable } from "../../textes/typographie";
import s from "./Champs.module.css";

interface SuggestionsProps {
  readonly libelle: string;
  /** What is chosen, as it is written. */
  readonly valeur: string;
  /** What an empty field means. */
  readonly invite: string;
  readonly options: readonly string[];
  readonly aide?: string | undefined;
  /** Said beside the field when what is written means nothing. */
  readonly refus: string;
  /** The value that a text means, or null. */
  readonly lire: (texte: string) => string | null;
  readonly changer: (valeur: string) => void;
}

/** A text with the browser's own list of suggestions. What is written is taken when the field is left, or a suggestion chosen. */
export function Suggestions({ libelle, valeur, invite, options, aide, refus, lire, changer }: SuggestionsProps) {
  const id = useId();
  const [texte, setTexte] = useState(valeur);
  const lu = lire(texte);
  const [quitte, setQuitte] = useState(false);
  const faux = quitte && lu === null;
  const prendre = (ecrit: string): void => {
    setQuitte(true);
    const value = lire(ecrit);
    if (value !== null && value !== lire(valeur)) changer(value);
  };
  return (
    <div className={s["champ"]}>
      <label className={s["libelle"]} htmlFor={id}>
        {libelle}
      </label>
      <input
        id={id}
        className={s["texte"]}
        list={`${id}-liste`}
        value={texte}
        placeholder={invite}
        autoComplete="off"
        aria-invalid={faux}
        aria-describedby={faux || aide !== undefined ? `${id}-aide` : undefined}
        onChange={(event) => {
          setTexte(event.target.value);
          setQuitte(false);
          if (options.includes(event.target.value)) prendre(event.target.value);
        }}
        onBlur={() => prendre(texte)}
        onKeyDown={(event) => {
          if (event.key === "Enter") prendre(texte);
        }}
      />
      <datalist id={`${id}-liste`}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </datalist>
      {(faux || aide !== undefined) && (
        <p id={`${id}-aide`} className={faux ? s["refus"] : s["aide"]} role={faux ? "alert" : undefined}>
          {insecable(faux ? refus : (aide ?? ""))}
        </p>
      )}
    </div>
  );
}
