import type { CleFait, Fait, FaitsFiche, Fiche, LigneFiche, NoteFait } from "../domain/fiche";
import { LIBELLE_GENRE, type GenreSite } from "../domain/genre-site";
import type { Niveau } from "../domain/perimetre";
import type { Unit } from "../domain/units";
import { formatQuantity } from "./format";
import { AUTRES_GENRES, isGenre } from "./trouvailles";

type Groupe = "Habitants" | "Offre de soins" | "Temps d'accès par la route" | "Sites du territoire" | "Fiche d'identité";

interface Texte {
  readonly groupe: Groupe;
  readonly libelle: string;
  readonly unit?: Unit;
  readonly digits?: number;
}

const ZONE = { ZIP: "zone d'intervention prioritaire (ZIP)", ZAC: "zone d'action complémentaire (ZAC)", HZ: "hors zonage (HZ)" } as const;

const FIXES: Readonly<Record<Exclude<CleFait, `minutes-${GenreSite}` | `sites-${GenreSite}`>, Texte>> = {
  population: { groupe: "Habitants", libelle: "Population municipale 2023", unit: "habitants" },
  communes: { groupe: "Habitants", libelle: "Communes", unit: "nombre" },
  surface: { groupe: "Habitants", libelle: "Surface", unit: "km2", digits: 1 },
  revenu: { groupe: "Habitants", libelle: "Revenu médian par unité de consommation, 2021", unit: "euros" },
  zone: { groupe: "Offre de soins", libelle: "Zonage médecins, mai 2025" },
  "communes-ZIP": { groupe: "Offre de soins", libelle: "Communes en ZIP, mai 2025", unit: "nombre" },
  "communes-ZAC": { groupe: "Offre de soins", libelle: "Communes en ZAC, mai 2025", unit: "nombre" },
  "communes-HZ": { groupe: "Offre de soins", libelle: "Communes hors zonage, mai 2025", unit: "nombre" },
  medecins: { groupe: "Offre de soins", libelle: "Médecins généralistes (BPE 2020)", unit: "nombre" },
  "medecins-densite": { groupe: "Offre de soins", libelle: "Généralistes pour 100 000 hab. (BPE 2020, population 2023)", unit: "pour_100k", digits: 1 },
  apl: { groupe: "Offre de soins", libelle: "APL aux généralistes 2021", unit: "consultations", digits: 2 },
  "apl-65": { groupe: "Offre de soins", libelle: "APL, généralistes de 65 ans ou moins", unit: "consultations", digits: 2 },
  "apl-62": { groupe: "Offre de soins", libelle: "APL, généralistes de 62 ans ou moins", unit: "consultations", digits: 2 },
  genre: { groupe: "Fiche d'identité", libelle: "Genre" },
  adresse: { groupe: "Fiche d'identité", libelle: "Adresse" },
  commune: { groupe: "Fiche d'identité", libelle: "Commune" },
  ouverture: { groupe: "Fiche d'identité", libelle: "Ouverture" },
  "fin-autorisation": { groupe: "Fiche d'identité", libelle: "Fin d'autorisation inscrite au registre" },
  capacite: { groupe: "Fiche d'identité", libelle: "Capacité", unit: "nombre" },
  note: { groupe: "Fiche d'identité", libelle: "À savoir" },
};

const ORDRE: readonly Groupe[] = ["Fiche d'identité", "Habitants", "Offre de soins", "Temps d'accès par la route", "Sites du territoire"];

export const NOTE: Record<NoteFait, string> = {
  partiel: "communes du département seulement",
  "limite-donnees": "limite des données : temps peut-être surestimé",
  "zonage-probablement-remplace": "zonage en vigueur en mai 2025, probablement remplacé début 2026 ; à confirmer auprès de l'ARS",
  "graphe-non-charge": "graphe routier non chargé ici",
  "moyenne-habitants": "en moyenne par habitant, depuis les chefs-lieux",
};

const NIVEAU: Record<Niveau, string> = {
  commune: "Commune", epci: "EPCI", "bassin-de-vie": "Bassin de vie", canton: "Canton", departement: "Département", region: "Région", cpts: "CPTS",
};

/** The label of a figure, and its unit when it has one. */
export function texteDe(cle: CleFait): Texte {
  const [kind = "", ...rest] = cle.split("-");
  const genre = rest.join("-");
  if (kind === "minutes" && isGenre(genre)) return { groupe: "Temps d'accès par la route", libelle: LIBELLE_GENRE[genre], unit: "minutes", digits: 1 };
  if (kind === "sites" && isGenre(genre)) return { groupe: "Sites du territoire", libelle: LIBELLE_GENRE[genre], unit: "nombre" };
  return FIXES[cle as keyof typeof FIXES];
}

const DATE = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** A date of the registers: « 2011-03-01 » in full (the first of a month is « 1er »), a lone year as it is. */
function dateText(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? DATE.format(new Date(`${text}T00:00:00Z`)).replace(/^1 /, "1er ") : text;
}

/** A figure in words, with its unit; null is « pas de donnée ». */
export function valeurText({ cle, valeur, part }: Fait, { unit, digits }: Texte): string | null {
  if (valeur === null) return null;
  if (typeof valeur === "number") {
    const figure = formatQuantity(valeur, unit ?? "nombre", digits ?? 0);
    return part === undefined ? figure : `${figure} (${formatQuantity(part, "part", 1)} des habitants)`;
  }
  if (cle === "zone") return ZONE[valeur as keyof typeof ZONE] ?? valeur;
  if (cle === "genre") return isGenre(valeur) ? LIBELLE_GENRE[valeur] : (AUTRES_GENRES[valeur] ?? valeur);
  return cle === "ouverture" || cle === "fin-autorisation" ? dateText(valeur) : valeur;
}

function ligne(fait: Fait): LigneFiche {
  const texte = texteDe(fait.cle);
  const line: LigneFiche = { libelle: texte.libelle, valeur: valeurText(fait, texte) };
  const reperes = fait.reperes?.map(({ nom, valeur }) => ({ nom, valeur: valeur === null ? null : formatQuantity(valeur, texte.unit ?? "nombre", texte.digits ?? 0) }));
  return { ...line, ...(reperes === undefined ? {} : { reperes }), ...(fait.note === undefined ? {} : { note: NOTE[fait.note] }) };
}

/** The sheet as a user reads it. */
export function ficheText({ sujet, nom, dans, faits, sources }: FaitsFiche): Fiche {
  const groupes = ORDRE.flatMap((titre) => {
    const lignes = faits.filter(({ cle }) => texteDe(cle).groupe === titre).map((fait) => ligne(fait));
    return lignes.length === 0 ? [] : [{ titre, lignes }];
  });
  const kind = sujet.genre === "territoire" ? NIVEAU[sujet.niveau] : "Établissement";
  return { titre: nom, sousTitre: [kind, ...dans].join(" · "), groupes, sources };
}
