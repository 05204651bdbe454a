import type { Groupe } from "./communes-fusionnees";
import { codeActuel } from "../../src/domain/communes-fusionnees";
import { groupByCommune, numbersOf, sum, weightedMean } from "./communes-fusionnees";
import { LICENCE_OUVERTE } from "./licences";
import { cell, numberOf, readRows } from "./source";
import type { Built, Source, Step } from "./step";
import { csvResource, date, entier, nombre, texte, texteRequis } from "./table-csv";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";

/**
 * Modalities of the FINESS authorisation of emergency medicine that count. 22 (SAMU) is a call centre,
 * 24 and 27 are paediatric: never counted.
 */
const MODALITES = { urgences: ["23"], smur: ["26", "29"] } as const;
type GenreUrgence = keyof typeof MODALITES;
const GENRES: readonly GenreUrgence[] = ["urgences", "smur"];

interface SiteUrgence {
  readonly id: string;
  readonly nom: string;
  readonly genre: GenreUrgence;
  readonly modalite: string;
  readonly codeCommune: string;
  readonly dep: string;
  readonly ouverture: string;
  readonly fin: string;
  readonly lon: number;
  readonly lat: number;
  readonly origine: "finess-2026" | "drees-2019";
}

/** One site per FINESS number and kind: several authorisations of a kind make one site (first opening, last end). */
function finessSites(source: Source): readonly SiteUrgence[] {
  const rows = readRows(source, "sante/urgences-smur-na-2026-04.csv", ";");
  const sites = new Map<string, SiteUrgence>();
  for (const row of rows) {
    const modalite = cell(row, "modalite");
    for (const genre of GENRES) {
      if (!(MODALITES[genre] as readonly string[]).includes(modalite)) continue;
      const id = `${cell(row, "nofinesset")}-${genre}`;
      const before = sites.get(id);
      const code = codeActuel(cell(row, "code_insee"));
      sites.set(id, {
        id,
        nom: cell(row, "rset"),
        genre,
        modalite: [...new Set([...(before?.modalite.split("|") ?? []), modalite])].toSorted().join("|"),
        codeCommune: code,
        dep: code.slice(0, 2),
        ouverture: [cell(row, "datemeo"), ...(before === undefined ? [] : [before.ouverture])].toSorted()[0] ?? "",
        fin: [cell(row, "datefin"), ...(before === undefined ? [] : [before.fin])].toSorted().at(-1) ?? "",
        lon: numberOf(row, "lon"),
        lat: numberOf(row, "lat"),
        origine: "finess-2026",
      });
    }
  }
  return [...sites.values()];
}

/** DREES 2019: communes outside the region that had an emergency department or a SMUR, placed at their chef-lieu. */
function dreesSites(source: Source): readonly SiteUrgence[] {
  const region: readonly string[] = DEPARTEMENTS_NA;
  return readRows(source, "sante/urgences-sites-drees-2019.csv", ",")
    .filter((row) => !region.includes(cell(row, "departement")))
    .flatMap((row) =>
      GENRES.filter((genre) => numberOf(row, genre === "urgences" ? "SU" : "SMUR") > 0).map((genre) => ({
        id: `drees2019-${cell(row, "code_insee")}-${genre}`,
        nom: cell(row, "nom"),
        genre,
        modalite: "",
        codeCommune: cell(row, "code_insee"),
        dep: cell(row, "departement"),
        ouverture: "",
        fin: "",
        lon: numberOf(row, "lon"),
        lat: numberOf(row, "lat"),
        origine: "drees-2019" as const,
      })),
    );
}

function sitesTable(source: Source): Built {
  const sites = [...finessSites(source), ...dreesSites(source)].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return csvResource<SiteUrgence>(
    {
      name: "urgences",
      title: "Services d'urgences et SMUR",
      description:
        "Urgences : autorisation de modalité 23 ; SMUR : 26 ou 29 (antenne). Les SAMU (22) et les structures pédiatriques (24, 27) n'en sont pas. Hors de la région : les communes équipées en 2019, à leur chef-lieu.",
      licenses: [LICENCE_OUVERTE],
      sources: [
        { title: "FINESS, autorisations d'activités de soins, 7 avril 2026", path: "https://www.data.gouv.fr/" },
        { title: "Diagnostic d'accès aux soins urgents, 31 décembre 2019 (DREES)", path: "https://data.drees.solidarites-sante.gouv.fr/" },
      ],
      publisher: "Agence du numérique en santé (FINESS), DREES",
      vintage: "avril 2026 (région), fin 2019 (hors région)",
      quality: "officiel",
      note: "La plupart des dates de fin d'autorisation sont passées : elles sont montrées, jamais un motif d'exclusion. Coordonnées FINESS de janvier 2021.",
    },
    [
      texteRequis("id", "Identifiant", (s) => s.id),
      texteRequis("nom", "Nom", (s) => s.nom),
      texte("genre", "Genre", (s) => s.genre, { constraints: { required: true, enum: GENRES } }),
      texte("modalite", "Modalité d'autorisation", (s) => (s.modalite === "" ? null : s.modalite), { description: "séparées par |" }),
      texteRequis("code_commune", "Commune", (s) => s.codeCommune),
      texteRequis("dep", "Département", (s) => s.dep),
      date("ouverture", "Mise en œuvre", (s) => s.ouverture),
      date("fin_autorisation", "Fin d'autorisation", (s) => s.fin),
      nombre("lon", "Longitude", 5, (s) => s.lon, { unit: "degres", constraints: { required: true } }),
      nombre("lat", "Latitude", 5, (s) => s.lat, { unit: "degres", constraints: { required: true } }),
      texte("origine", "Origine", (s) => s.origine, { constraints: { required: true, enum: ["finess-2026", "drees-2019"] } }),
    ],
    sites,
    { primaryKey: ["id"] },
  );
}

const count = (column: string) => (g: Groupe) => sum(numbersOf(g, column));
const minutes = (column: string) => (g: Groupe) => weightedMean(numbersOf(g, column), numbersOf(g, "Population 2017"));

function communesTable(source: Source): Built {
  const rows = readRows(source, "sante/urgences-drees-2019-na.csv", ",");
  const groupes = groupByCommune(rows, "Code commune Insee");
  return csvResource<Groupe>(
    {
      name: "urgences-communes",
      title: "Accès aux soins urgents par commune, 2019",
      description:
        "Structures présentes dans la commune et minutes METRIC jusqu'aux plus proches, reportées sur les communes de 2026 : structures additionnées, minutes moyennées par la population 2017.",
      licenses: [LICENCE_OUVERTE],
      sources: [{ title: "Diagnostic d'accès aux soins urgents, 31 décembre 2019 (DREES)", path: "https://data.drees.solidarites-sante.gouv.fr/" }],
      publisher: "DREES",
      vintage: "2019-12-31",
      quality: "officiel",
      note: "Les minutes METRIC sont elles-mêmes un modèle. Elles manquent en Haute-Vienne.",
    },
    [
      texteRequis("code", "Code INSEE", (g) => g.code),
      entier("su", "Services d'urgences", count("SU"), { unit: "nombre" }),
      entier("smur", "SMUR", count("SMUR"), { unit: "nombre" }),
      entier("mcs", "Médecins correspondants du SAMU", count("MCS"), { unit: "nombre" }),
      entier("helismur", "HéliSMUR", count("HéliSMUR"), { unit: "nombre" }),
      nombre("minutes_su_smur", "Minutes jusqu'aux urgences ou au SMUR (METRIC)", 1, minutes("tps_SU_SMUR"), { unit: "minutes" }),
      nombre("minutes_su_smur_mcs", "Minutes jusqu'aux urgences, au SMUR ou à un MCS (METRIC)", 1, minutes("tps_SU_SMUR_MCS"), { unit: "minutes" }),
    ],
    groupes,
    { primaryKey: ["code"] },
  );
}

export const urgencesStep: Step = {
  resources: ["urgences", "urgences-communes"],
  build: (source) => [sitesTable(source), communesTable(source)],
};
