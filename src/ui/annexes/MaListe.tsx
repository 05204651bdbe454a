import type { Annexe } from "../../analyses/analysis";
import { findColumn, type Table, textValues } from "../../domain/table";
import { formatNumber, formatQuantity } from "../../textes/format";
import { LISTE_IMPRIMEE } from "../../textes/liste-imprimee";
import { LISTE } from "../../textes/ma-liste";
import { useAnalyse, useCommandes, useEtat, useOutils } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import s from "./MaListe.module.css";

interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly chiffres: string;
  readonly note: string;
}

function communesDe(table: Table): readonly Commune[] {
  const [codes, noms] = [textValues(table, "code"), textValues(table, "nom")];
  const text = (name: string, row: number): string => String((findColumn(table, name)?.values[row] ?? "") || "");
  const number = (name: string, row: number): number => Number(findColumn(table, name)?.values[row] ?? Number.NaN);
  return codes.map((code, row) => ({
    code: code ?? "",
    nom: noms[row] ?? "",
    chiffres: LISTE.chiffres(formatNumber(number("score", row), 0), formatQuantity(number("minutes", row), "minutes", 0)),
    note: text("note", row),
  }));
}

interface LigneProps {
  readonly commune: Commune;
  readonly rang: number;
  readonly derniere: boolean;
  readonly deplacer: (pas: number) => void;
  readonly retirer: () => void;
  readonly annoter: (texte: string) => void;
}

function Ligne({ commune: { nom, chiffres, note }, rang, derniere, deplacer, retirer, annoter }: LigneProps) {
  return (
    <li>
      <div className={s["tete"]}>
        <span className={s["nom"]}>
          <strong>{`${rang + 1}. ${nom}`}</strong>
          <span className={s["chiffres"]}>{chiffres}</span>
        </span>
        <BoutonIcone icone="monter" nom={LISTE.monter(nom)} disabled={rang === 0} onClick={() => deplacer(-1)} />
        <BoutonIcone icone="descendre" nom={LISTE.descendre(nom)} disabled={derniere} onClick={() => deplacer(1)} />
        <BoutonIcone icone="fermer" nom={LISTE.retirer(nom)} onClick={retirer} />
      </div>
      {/* Written in the document when the field is left: a key would start a computation. */}
      <input
        key={note}
        className={s["note"]}
        type="text"
        aria-label={LISTE.note(nom)}
        placeholder={LISTE.invite}
        maxLength={280}
        defaultValue={note}
        onBlur={({ target }) => target.value.trim() !== note && annoter(target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </li>
  );
}

/** The list as it stands in the result on screen, on paper. */
function Imprimer() {
  const { store } = useOutils();
  const { analyse, params } = useAnalyse();
  const { noter } = useCommandes();
  const pret = useEtat(({ results }) => results.etat === "a-jour");
  const imprimer = (): void => {
    import("../presentation/liste").then(({ imprimerListe }) => imprimerListe(store.getState(), analyse, params)).catch(() => noter("erreur", LISTE_IMPRIMEE.echec));
  };
  return (
    <Bouton icone="imprimer" disabled={!pret} onClick={imprimer}>
      {LISTE_IMPRIMEE.imprimer}
    </Bouton>
  );
}

/** The reader's list: its order, words of one's own on each commune, out as CSV. All of it is in the document and in the link. */
export function MaListe({ annexe }: { readonly annexe: Annexe }) {
  const { changeParams, exporterAnnexe } = useCommandes();
  const output = useEtat((etat) => etat.results.courant?.output);
  const liste = communesDe(annexe.table);
  const codes = liste.map(({ code }) => code);
  const suggestions = [1, 2, 3].map((rang) => output?.facts[`suggestion_${rang}`]);
  const restantes = output === undefined ? [] : communesDe(output.table).filter(({ code }) => suggestions.includes(code) && !codes.includes(code));
  const ecrire = (order: readonly string[], notes: readonly Commune[] = liste): void =>
    changeParams({ liste: order, notes: notes.filter(({ code, note }) => order.includes(code) && note.trim() !== "").map(({ code, note }) => `${code} ${note.trim()}`) });
  const deplacer = (rang: number, pas: number): void => {
    const order = codes.toSpliced(rang, 1);
    ecrire(order.toSpliced(rang + pas, 0, codes[rang] ?? ""));
  };
  return (
    <section className={s["liste"]} aria-label={annexe.titre}>
      <h3 className={s["titre"]}>{annexe.titre}</h3>
      <p className={s["aide"]}>{LISTE.aide}</p>
      {restantes.length > 0 && codes.length < LISTE.max && (
        <div className={s["suggestions"]}>
          {restantes.map(({ code, nom }) => (
            <Bouton key={code} icone="coche" onClick={() => ecrire([...codes, code])}>
              {LISTE.retenir(nom)}
            </Bouton>
          ))}
        </div>
      )}
      <ol className={s["communes"]}>
        {liste.map((commune, rang) => (
          <Ligne
            key={commune.code}
            commune={commune}
            rang={rang}
            derniere={rang === liste.length - 1}
            deplacer={(pas) => deplacer(rang, pas)}
            retirer={() => ecrire(codes.filter((other) => other !== commune.code))}
            annoter={(texte) => ecrire(codes, liste.map((one) => (one.code === commune.code ? { ...one, note: texte } : one)))}
          />
        ))}
      </ol>
      {liste.length > 0 && (
        <div className={s["suggestions"]}>
          <Bouton icone="exporter" onClick={() => exporterAnnexe(annexe.id)}>
            {LISTE.exporter}
          </Bouton>
          <Imprimer />
        </div>
      )}
    </section>
  );
}
