import { useId } from "react";
import type { ReactNode } from "react";
import { insecable } from "../../textes/typographie";
import s from "./Champs.module.css";

export interface OptionListe {
  readonly value: string;
  readonly label: string;
}

interface ListeProps {
  readonly libelle: string;
  readonly valeur: string;
  readonly changer: (valeur: string) => void;
  /** Options, or `<option>`/`<optgroup>` children. */
  readonly options?: readonly OptionListe[];
  readonly children?: ReactNode;
  readonly aide?: string | undefined;
  /** The label is heard, not seen: what stands around says it. */
  readonly discret?: boolean;
}

/** The browser's own list: keyboard, touch and screen readers for free. */
export function Liste({ libelle, valeur, changer, options, children, aide, discret = false }: ListeProps) {
  const id = useId();
  return (
    <div className={s["champ"]}>
      <label className={discret ? "hors-ecran" : s["libelle"]} htmlFor={id}>
        {libelle}
      </label>
      <select
        id={id}
        className={s["liste"]}
        value={valeur}
        onChange={(event) => changer(event.target.value)}
        aria-describedby={aide === undefined ? undefined : `${id}-aide`}
      >
        {options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <Aide id={`${id}-aide`} texte={aide} />
    </div>
  );
}

function Aide({ id, texte }: { readonly id: string; readonly texte: string | undefined }) {
  return texte === undefined ? null : (
    <p id={id} className={s["aide"]}>
      {insecable(texte)}
    </p>
  );
}

interface CurseurProps {
  readonly libelle: string;
  readonly valeur: number;
  /** The value in words: « 15 min ». */
  readonly texte: string;
  readonly min: number;
  readonly max: number;
  readonly pas: number;
  readonly changer: (valeur: number) => void;
  /** A hand, or the keyboard, takes it. */
  readonly prendre?: () => void;
  readonly aide?: string | undefined;
}

export function Curseur({ libelle, valeur, texte, min, max, pas, changer, prendre, aide }: CurseurProps) {
  const id = useId();
  return (
    <div className={s["champ"]}>
      <div className={s["ligne"]}>
        <label className={s["libelle"]} htmlFor={id}>
          {libelle}
        </label>
        <output className={s["valeur"]} htmlFor={id}>
          {texte}
        </output>
      </div>
      <input
        id={id}
        type="range"
        className={s["curseur"]}
        min={min}
        max={max}
        step={pas}
        value={valeur}
        aria-valuetext={texte}
        aria-describedby={aide === undefined ? undefined : `${id}-aide`}
        onFocus={prendre}
        onPointerDown={prendre}
        onChange={(event) => changer(event.target.valueAsNumber)}
      />
      <Aide id={`${id}-aide`} texte={aide} />
    </div>
  );
}

interface CaseProps {
  readonly cochee: boolean;
  readonly changer: (cochee: boolean) => void;
  readonly inactive?: boolean;
  readonly children: ReactNode;
}

export function Case({ cochee, changer, inactive = false, children }: CaseProps) {
  return (
    <label className={s["case"]}>
      <input type="checkbox" checked={cochee} disabled={inactive} onChange={(event) => changer(event.target.checked)} />
      {children}
    </label>
  );
}

interface SaisieProps {
  readonly libelle: string;
  readonly valeur: string;
  readonly changer: (valeur: string) => void;
  /** secret: hidden as it is typed, and never offered to be remembered. */
  readonly genre: "url" | "secret";
  readonly aide?: string;
}

/** A line of text with its label above. */
export function Saisie({ libelle, valeur, changer, genre, aide }: SaisieProps) {
  const id = useId();
  return (
    <div className={s["champ"]}>
      <label className={s["libelle"]} htmlFor={id}>
        {libelle}
      </label>
      <input
        id={id}
        // Not « url »: the browser would refuse a bad address in its own words, before ours.
        type={genre === "secret" ? "password" : "text"}
        inputMode={genre === "url" ? "url" : undefined}
        className={s["texte"]}
        autoComplete="off"
        spellCheck={false}
        value={valeur}
        aria-describedby={aide === undefined ? undefined : `${id}-aide`}
        onChange={(event) => changer(event.target.value)}
      />
      <Aide id={`${id}-aide`} texte={aide} />
    </div>
  );
}

interface TexteProps {
  readonly libelle: string;
  readonly valeur: string;
  readonly changer: (valeur: string) => void;
  readonly invite?: string;
}

/** A filter box: its label is its placeholder, and its accessible name. */
export function Filtre({ libelle, valeur, changer, invite }: TexteProps) {
  return (
    <input
      type="search"
      className={s["texte"]}
      aria-label={libelle}
      placeholder={invite ?? libelle}
      value={valeur}
      onChange={(event) => changer(event.target.value)}
    />
  );
}
