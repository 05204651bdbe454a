// What the files of seeds/ are made of. A fact without its place in the source is not a fact.
import * as v from "valibot";

export const texte = v.pipe(v.string(), v.nonEmpty());
/** First and last line in the extracted text, 1-based, both included. */
export const lignes = v.pipe(
  v.tuple([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.number(), v.integer())]),
  v.check(([first, last]) => first <= last, "la première ligne vient après la dernière"),
);
/** A few words that those lines really contain: they prove the place, they are not shown. */
export const mots = v.pipe(v.array(texte), v.minLength(1), v.maxLength(3));
export const fait = v.strictObject({ texte, lignes, mots });
export const entier = v.pipe(v.number(), v.integer(), v.minValue(0));
/** null is « non indiqué », never 0. */
export const compte = v.nullable(entier);
export const departement = v.pipe(v.string(), v.regex(/^\d\d$/));

/** Which document, and what a reader must know of it as a whole. */
export const document = v.strictObject({
  titre: texte,
  /** As it is cited in a line. */
  court: texte,
  /** A day, a month or a year, as the document lets it be known. */
  date: v.pipe(v.string(), v.regex(/^20\d\d(-\d\d){0,2}$/)),
  fichier: texte,
  auteur: texte,
  notes: v.array(texte),
});

/** A figure cited as the document gives it, never computed again. */
export const indicateur = v.strictObject({
  id: texte,
  libelle: texte,
  valeur: v.number(),
  unite: texte,
  /** The source gives a bound or about as much, not a count. */
  borne: v.exactOptional(v.picklist(["plus-de", "pres-de"])),
  /** Absent when the source gives none. */
  date: v.exactOptional(texte),
  lignes,
  mots,
  note: v.exactOptional(texte),
});
