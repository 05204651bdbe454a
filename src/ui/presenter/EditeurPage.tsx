import { useId } from "react";
import type { Feuille } from "../../documents/pages/feuille";
import { GENRES } from "../../presentation/genres/registre";
import { GENRES_PAGE, type GenrePage, type Page } from "../../presentation/page";
import { GENRE_PAGE, PRESENTER } from "../../textes/presenter";
import { Bouton } from "../controls/Bouton";
import { Apercu } from "./Apercu";
import { useCommandesPages, usePages } from "./contexte";
import s from "./EditeurPage.module.css";

interface EditeurProps {
  readonly page: Page;
  readonly feuille: Feuille;
  readonly rang: number;
  readonly total: number;
}

/** The chosen page, large, and what is written of it. */
export function EditeurPage({ page, feuille, rang, total }: EditeurProps) {
  return (
    <section className={s["editeur"]} aria-label={PRESENTER.page(rang, page.titre)}>
      <div className={s["cadre"]}>
        <Apercu feuille={feuille} rang={{ rang, total }} />
      </div>
      <Actions page={page} />
      <Champs page={page} />
    </section>
  );
}

/** Forms that the page's screen can take. */
function formes({ genre, capture }: Page): readonly GenrePage[] {
  if (!GENRES[genre].vivant) return ["texte", "section"];
  return capture === null ? [genre] : GENRES_PAGE.filter((one) => one === genre || GENRES[one].possible(capture));
}

function Actions({ page }: { readonly page: Page }) {
  const etat = usePages((state) => state.etats[page.id] ?? "inconnu");
  const { modifier, rafraichir, ouvrirSurLaCarte } = useCommandesPages();
  const choix = formes(page);
  return (
    <div className={s["actions"]}>
      {choix.length > 1 && (
        <div className={s["formes"]} role="group" aria-label={PRESENTER.genre}>
          {choix.map((genre) => (
            <button key={genre} type="button" className={s["forme"]} aria-pressed={genre === page.genre} onClick={() => modifier(page.id, { genre })}>
              {GENRE_PAGE[genre]}
            </button>
          ))}
        </div>
      )}
      {page.ecran !== null && (
        <div className={s["vivant"]}>
          <Bouton icone="relancer" ton={etat === "perime" ? "principal" : "discret"} disabled={etat === "calcul"} onClick={() => void rafraichir([page.id])}>
            {PRESENTER.rafraichir}
          </Bouton>
          <Bouton icone="explorer" ton="discret" onClick={() => ouvrirSurLaCarte(page.id)}>
            {PRESENTER.ouvrirCarte}
          </Bouton>
        </div>
      )}
    </div>
  );
}

/** What the page says in words, and how the field is called. */
const MOTS: Readonly<Record<"phrase" | "texte" | "section", { readonly libelle: string; readonly aide: string; readonly lignes: number }>> = {
  phrase: { libelle: PRESENTER.phrase, aide: PRESENTER.phraseAide, lignes: 2 },
  texte: { libelle: PRESENTER.texte, aide: PRESENTER.texteAide, lignes: 8 },
  section: { libelle: PRESENTER.sousTitre, aide: "", lignes: 2 },
};

function Champs({ page }: { readonly page: Page }) {
  const { modifier } = useCommandesPages();
  const id = useId();
  const mots = MOTS[page.genre === "texte" || page.genre === "section" ? page.genre : "phrase"];
  return (
    <div className={s["champs"]}>
      <label htmlFor={`${id}-titre`}>{PRESENTER.titrePage}</label>
      <input id={`${id}-titre`} type="text" value={page.titre} maxLength={160} onChange={(event) => modifier(page.id, { titre: event.target.value })} />
      <label htmlFor={`${id}-texte`}>{mots.libelle}</label>
      <textarea id={`${id}-texte`} rows={mots.lignes} value={page.texte} placeholder={page.capture?.phrase ?? ""} aria-describedby={`${id}-aide`} onChange={(event) => modifier(page.id, { texte: event.target.value })} />
      {mots.aide !== "" && <small id={`${id}-aide`}>{mots.aide}</small>}
      <label htmlFor={`${id}-notes`}>{PRESENTER.notes}</label>
      <textarea id={`${id}-notes`} rows={4} value={page.notes} aria-describedby={`${id}-notes-aide`} onChange={(event) => modifier(page.id, { notes: event.target.value })} />
      <small id={`${id}-notes-aide`}>{PRESENTER.notesAide}</small>
    </div>
  );
}
