import type { ClassedScale, ClassMethod, ClassSpec, ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import { LEGENDE } from "../../textes/interface";
import { useCommandes } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Liste, type OptionListe } from "../controls/Champs";
import s from "./Legendes.module.css";

const CALCULEES = ["quantiles", "egal", "ckmeans", "q6", "ecart-type"] as const satisfies readonly ClassMethod[];
/** Methods whose number of classes is free. */
const COMPTEES: readonly ClassMethod[] = ["quantiles", "egal", "ckmeans"];
const COMPTES = [3, 4, 5, 6, 7, 8, 9];

type Presets = Extract<ScaleSpec, { readonly kind: "classes" }>["presets"];

const memes = (a: readonly number[], b: readonly number[] | undefined): boolean =>
  a.length === b?.length && a.every((borne, rang) => borne === b[rang]);

/** « seuils/0 » for the first preset, the method's name otherwise. */
function valeurDe(spec: ClassSpec, presets: Presets): string {
  const rang = spec.method === "seuils" ? presets.findIndex((preset) => memes(preset.breaks, spec.breaks)) : -1;
  return rang === -1 ? spec.method : `seuils/${rang}`;
}

function optionsDe(spec: ClassSpec, presets: Presets): readonly OptionListe[] {
  const options: OptionListe[] = presets.map((preset, rang) => ({ value: `seuils/${rang}`, label: LEGENDE.preset(preset.label) }));
  options.push(...CALCULEES.map((method) => ({ value: method, label: LEGENDE.methodes[method] })));
  const valeur = valeurDe(spec, presets);
  if (!options.some((option) => option.value === valeur)) options.push({ value: valeur, label: LEGENDE.methodes[spec.method] });
  return options;
}

/** How the classes are cut: a preset of the field, a method, a number. */
export function ReglagesClasses({ view, scale }: { readonly view: View; readonly scale: ClassedScale }) {
  const { changeClasses } = useCommandes();
  if (view.scale.kind !== "classes") return null;
  const { presets, defaultClasses } = view.scale;
  const { spec } = scale;
  const compte = COMPTEES.includes(spec.method);
  const choisir = (valeur: string): void => {
    const [method, rang] = valeur.split("/");
    const preset = presets[Number(rang)];
    if (rang !== undefined && preset !== undefined) changeClasses(view.id, { method: "seuils", breaks: preset.breaks });
    else changeClasses(view.id, { method: method as ClassMethod, count: scale.colors.length });
  };
  return (
    <>
      <div className={s["reglages"]}>
        <div className={compte ? undefined : s["large"]}>
          <Liste libelle={LEGENDE.methode} valeur={valeurDe(spec, presets)} options={optionsDe(spec, presets)} changer={choisir} />
        </div>
        {compte && (
          <Liste
            libelle={LEGENDE.nombre}
            valeur={String(spec.count ?? scale.colors.length)}
            options={COMPTES.map((n) => ({ value: String(n), label: String(n) }))}
            changer={(n) => changeClasses(view.id, { ...spec, count: Number(n) })}
          />
        )}
      </div>
      <div className={s["pied"]}>
        <span>{LEGENDE.aideBornes}</span>
        {spec !== defaultClasses && (
          <Bouton ton="discret" onClick={() => changeClasses(view.id, null)}>
            {LEGENDE.retour}
          </Bouton>
        )}
      </div>
    </>
  );
}
