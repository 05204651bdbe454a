import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Field } from "../../analyses/analysis";
import type { SujetFiche } from "../../domain/fiche";
import type { State } from "../../store/state";
import { CHOIX_COMMUNE } from "../../textes/choix-commune";
import { useCommandes, useOutils } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Suggestions } from "../controls/Suggestions";
import { ETROIT } from "../controls/use-media";
import s from "./ChoixCommunes.module.css";
import { codeDe } from "./code-de";
import { useCommunes } from "./use-communes";

interface ChoixCommuneProps {
  readonly champ: Extract<Field, { readonly kind: "commune" }>;
  readonly code: string;
  readonly changer: (code: string) => void;
}

/** A commune by its name, chosen among those of the territory, or any of the region by its code; or by a click on the map. */
export function ChoixCommune({ champ, code, changer }: ChoixCommuneProps) {
  const communes = useCommunes();
  const options = useMemo(() => [...communes].map(([value, nom]) => `${nom} (${value})`).toSorted((a, b) => a.localeCompare(b, "fr")), [communes]);
  const nom = communes.get(code);
  const ecrit = nom === undefined ? code : `${nom} (${code})`;
  return (
    <div className={s["champ"]}>
      <Suggestions
        // What was being written gives way to what is now chosen, and a code to its name when the communes come.
        key={ecrit}
        libelle={champ.label}
        aide={champ.help}
        valeur={ecrit}
        invite={champ.vide}
        options={options}
        refus={CHOIX_COMMUNE.inconnue}
        lire={(texte) => codeDe(texte, communes)}
        changer={changer}
      />
      <SurLaCarte champ={champ.label} changer={changer} />
    </div>
  );
}

/** The commune of what was selected: itself, or that of a place; null for a larger territory. */
function communeDe(sujet: SujetFiche, { datasets }: State): string | null {
  if (sujet.genre === "territoire") return sujet.niveau === "commune" ? sujet.code : null;
  const place = datasets.couches[sujet.couche]?.features.features.find(({ properties }) => properties?.["id"] === sujet.id);
  const code: unknown = place?.properties?.["code_commune"];
  return typeof code === "string" ? code : null;
}

/** Makes the next thing selected on the map, by pointer or by keyboard, the answer; nothing opens. */
function SurLaCarte({ champ, changer }: { readonly champ: string; readonly changer: (code: string) => void }) {
  const { store } = useOutils();
  const { select, noter, fermerNotice, basculer } = useCommandes();
  const [attente, setAttente] = useState(false);
  const prendre = useEffectEvent((sujet: SujetFiche) => {
    const code = communeDe(sujet, store.getState());
    setAttente(false);
    select(null);
    if (code === null) noter("attention", CHOIX_COMMUNE.autreNiveau);
    else changer(code);
  });
  /** Says what is waited for; gives back what takes it off. */
  const annoncer = useEffectEvent(() => {
    noter("info", CHOIX_COMMUNE.consigne(champ), { libelle: CHOIX_COMMUNE.renoncer, faire: () => setAttente(false) });
    const id = store.getState().notices.at(-1)?.id;
    return () => id !== undefined && fermerNotice(id);
  });
  useEffect(() => {
    if (!attente) return undefined;
    const retirer = annoncer();
    const quitter = store.subscribe(({ session: { sujet } }, avant) => {
      // After the selection is whole: its own answer is then given up.
      if (sujet !== null && sujet !== avant.session.sujet) queueMicrotask(() => prendre(sujet));
    });
    const renoncer = (event: KeyboardEvent): void => {
      if (event.key === "Escape") setAttente(false);
    };
    addEventListener("keydown", renoncer);
    return () => {
      quitter();
      removeEventListener("keydown", renoncer);
      retirer();
    };
  }, [attente, store]);
  const demander = (): void => {
    if (matchMedia(ETROIT).matches) basculer("panneau", false);
    setAttente(!attente);
  };
  return (
    <Bouton ton="discret" icone={attente ? "fermer" : "site"} aria-label={attente ? undefined : CHOIX_COMMUNE.pour(champ)} onClick={demander}>
      {attente ? CHOIX_COMMUNE.renoncer : CHOIX_COMMUNE.surLaCarte}
    </Bouton>
  );
}
