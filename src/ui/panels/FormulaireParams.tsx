import { type ComponentProps, lazy, Suspense } from "react";
import type { Field, Params } from "../../analyses/analysis";
import { QUOI } from "../../textes/interface";
import { formatNumber, formatQuantity } from "../../textes/format";
import { Case, Curseur, Liste } from "../controls/Champs";
import { Icone } from "../controls/Icone";
import s from "./FormulaireParams.module.css";

type Champ<K extends Field["kind"]> = Extract<Field, { readonly kind: K }>;

interface FormulaireProps {
  readonly champs: readonly Field[];
  /** Defaults of the analysis with the user's own values over them. */
  readonly valeurs: Params;
  readonly changer: (patch: Params) => void;
}

const Prereglages = lazy(async () => ({ default: (await import("./Prereglages")).Prereglages }));
const ChoixEtats = lazy(async () => ({ default: (await import("../scenarios/ChoixEtats")).ChoixEtats }));
const ChoixCommune = lazy(async () => ({ default: (await import("./ChoixCommune")).ChoixCommune }));
const ChoixCommunes = lazy(async () => ({ default: (await import("./ChoixCommunes")).ChoixCommunes }));
const ChoixPoints = lazy(async () => ({ default: (await import("./ChoixPoints")).ChoixPoints }));
const ChoixSite = lazy(async () => ({ default: (await import("./ChoixSite")).ChoixSite }));
const Poids = lazy(async () => ({ default: (await import("./Poids")).Poids }));

/** The parameters of any analysis: one control a descriptor, nothing specific to one analysis. */
export function FormulaireParams({ champs: tous, valeurs, changer }: FormulaireProps) {
  const champs = tous.filter(({ si }) => si?.(valeurs) !== false);
  const avances = champs.filter(({ avance }) => avance === true);
  const poids = champs.filter((champ) => champ.kind === "poids");
  return (
    <div className={s["formulaire"]}>
      <Controles champs={champs.filter(({ avance }) => avance !== true)} poids={poids} valeurs={valeurs} changer={changer} />
      {avances.length > 0 && (
        <details className={s["avances"]}>
          <summary>{QUOI.avances}</summary>
          <div className={s["formulaire"]}>
            <Controles champs={avances} poids={poids} valeurs={valeurs} changer={changer} />
          </div>
        </details>
      )}
    </div>
  );
}

interface ControlesProps extends FormulaireProps {
  /** Every weight of the form, folded or not. */
  readonly poids: readonly Champ<"poids">[];
}

function Controles({ champs, poids, valeurs, changer }: ControlesProps) {
  return (
    <>
      {champs.map((champ) => {
        if (champ.kind === "choix" && champ.name === poids[0]?.jeu.prereglage) return <JeuxPoids key={champ.name} champ={champ} champs={poids} valeurs={valeurs} changer={changer} />;
        if (champ.kind !== "poids") return <Controle key={champ.name} champ={champ} valeur={valeurs[champ.name]} changer={(valeur) => changer({ [champ.name]: valeur })} />;
        return champ === poids[0] ? <JeuPoids key={champ.name} champs={poids} valeurs={valeurs} changer={changer} /> : null;
      })}
    </>
  );
}

/** The choice of a set of weights: those the user has saved come with their code. */
function JeuxPoids(props: ComponentProps<typeof Prereglages>) {
  const { champ, valeurs, changer } = props;
  return (
    <Suspense fallback={<Liste libelle={champ.label} valeur={String(valeurs[champ.name])} options={champ.options} changer={(valeur) => changer({ [champ.name]: valeur })} />}>
      <Prereglages {...props} />
    </Suspense>
  );
}

/** The weights of a form, together: none can be moved without the others. */
function JeuPoids(props: ComponentProps<typeof Poids>) {
  return (
    <Suspense fallback={null}>
      <Poids {...props} />
    </Suspense>
  );
}

interface ControleProps<C extends Field> {
  readonly champ: C;
  readonly valeur: Params[string] | undefined;
  readonly changer: (valeur: Params[string]) => void;
}

function Controle({ champ, valeur, changer }: ControleProps<Exclude<Field, { readonly kind: "poids" }>>) {
  if (champ.kind === "choix") return <Liste libelle={champ.label} aide={champ.help} valeur={String(valeur)} options={champ.options} changer={changer} />;
  if (champ.kind === "site" || champ.kind === "commune")
    return (
      <Suspense fallback={null}>
        {champ.kind === "site" ? <ChoixSite champ={champ} valeur={valeur} changer={changer} /> : <ChoixCommune champ={champ} code={String(valeur ?? "")} changer={changer} />}
      </Suspense>
    );
  if (champ.kind === "choix-multiple") return <ChoixMultiple champ={champ} valeur={valeur} changer={changer} />;
  if (champ.kind === "case") return <Case cochee={valeur === true} changer={changer}>{champ.label}</Case>;
  if (champ.kind === "notes") return null;
  if (champ.kind === "communes")
    return (
      <Suspense fallback={null}>
        <ChoixCommunes champ={champ} choisies={Array.isArray(valeur) ? (valeur as readonly string[]) : []} changer={changer} />
      </Suspense>
    );
  if (champ.kind === "points")
    return (
      <Suspense fallback={null}>
        <ChoixPoints champ={champ} choisis={Array.isArray(valeur) ? (valeur as readonly string[]) : []} changer={changer} />
      </Suspense>
    );
  if (champ.kind === "etats")
    return (
      <Suspense fallback={null}>
        <ChoixEtats libelle={champ.label} choisis={Array.isArray(valeur) ? (valeur as readonly string[]) : []} max={champ.max} changer={changer} />
      </Suspense>
    );
  return <CurseurParam champ={champ} valeur={valeur} changer={changer} />;
}

/** Decimals that a step needs: 0.25 → 2. */
function decimales(pas: number): number {
  return (String(pas).split(".")[1] ?? "").length;
}

function CurseurParam({ champ, valeur, changer }: ControleProps<Champ<"curseur">>) {
  const nombre = typeof valeur === "number" ? valeur : champ.min;
  // A year has no thousands separator.
  const texte = champ.unit === "annee" ? formatQuantity(nombre, champ.unit) : `${formatNumber(nombre, decimales(champ.step))} ${champ.unit}`.trim();
  return <Curseur libelle={champ.label} aide={champ.help} valeur={nombre} texte={texte} min={champ.min} max={champ.max} pas={champ.step} changer={changer} />;
}

function ChoixMultiple({ champ, valeur, changer }: ControleProps<Champ<"choix-multiple">>) {
  const choisis = Array.isArray(valeur) ? (valeur as readonly string[]) : [];
  const plein = choisis.length >= champ.max;
  const basculer = (value: string, coche: boolean): void => {
    changer(champ.options.map((o) => o.value).filter((v) => (v === value ? coche : choisis.includes(v))));
  };
  return (
    <fieldset>
      <legend className={s["libelle"]}>{champ.label}</legend>
      <details className={s["choisis"]}>
        <summary>
          {champ.options
            .filter((option) => choisis.includes(option.value))
            .map((option) => (
              <span key={option.value} className={s["puce"]}>
                {option.label}
              </span>
            ))}
          {choisis.length === 0 && <span className={s["aucun"]}>{QUOI.aucun}</span>}
          <span className="hors-ecran">{QUOI.modifier}</span>
          <span className={s["fleche"]}>
            <Icone nom="chevron" taille={16} />
          </span>
        </summary>
        <div className={s["options"]}>
          {champ.options.map((option) => {
            const coche = choisis.includes(option.value);
            return (
              <Case key={option.value} cochee={coche} inactive={coche ? choisis.length <= champ.min : plein} changer={(oui) => basculer(option.value, oui)}>
                {option.label}
              </Case>
            );
          })}
          <p className={s["compte"]}>{champ.help ?? QUOI.choisis(choisis.length, champ.max)}</p>
        </div>
      </details>
    </fieldset>
  );
}
