import type { Commune } from "./communes-source";
import { readCommunes } from "./communes-source";
import { MIT } from "./licences";
import type { Step } from "./step";
import { csvResource, nombre, texte, texteRequis } from "./table-csv";

interface Correction {
  readonly id: string;
  readonly nom: string;
  readonly genre: "msp" | "centre-sante-medecin";
  readonly codeCommune: string;
  /** As precise as the source: year, or day. */
  readonly ouverture: string;
  readonly source: string;
  readonly note: string;
}

const A_LA_MAIRIE = "Placé au chef-lieu de la commune, faute d'adresse.";

/** Places open after FINESS of January 2021, or that it lacks. Small, explicit, and the user may switch it off. */
const CORRECTIONS: readonly Correction[] = [
  {
    id: "correction-87003-medecins-solidaires",
    nom: "Centre de santé Médecins solidaires, Arnac-la-Poste",
    genre: "centre-sante-medecin",
    codeCommune: "87003",
    ouverture: "2024-10-02",
    source: "Presse, ouverture annoncée le 2 octobre 2024",
    note: `Médecins généralistes présents à tour de rôle. ${A_LA_MAIRIE}`,
  },
  {
    id: "correction-87032-maison-de-sante",
    nom: "Maison de santé de Châlus",
    genre: "msp",
    codeCommune: "87032",
    ouverture: "2017",
    source: "Presse, 2017",
    note: `Statut de maison de santé pluriprofessionnelle à confirmer. ${A_LA_MAIRIE}`,
  },
  {
    id: "correction-87041-maison-de-sante",
    nom: "Maison de santé de Châteauponsac",
    genre: "msp",
    codeCommune: "87041",
    ouverture: "2019-06-07",
    source: "Presse, 7 juin 2019",
    note: `Statut de maison de santé pluriprofessionnelle à confirmer. ${A_LA_MAIRIE}`,
  },
  {
    id: "correction-87072-pole-sante",
    nom: "Pôle santé de Glanges",
    genre: "msp",
    codeCommune: "87072",
    ouverture: "2023",
    source: "Presse, ouverture prévue au printemps 2023",
    note: `Ouverture annoncée, à confirmer ; statut de maison de santé pluriprofessionnelle à confirmer. ${A_LA_MAIRIE}`,
  },
];

export const correctionsStep: Step = {
  resources: ["corrections"],
  build(source) {
    const communes = new Map(readCommunes(source).map((c) => [c.code, c]));
    const communeOf = (c: Correction): Commune => {
      const commune = communes.get(c.codeCommune);
      if (commune === undefined || !c.nom.includes(commune.nom)) throw new Error(`correction ${c.id} : commune ${c.codeCommune} inattendue`);
      return commune;
    };
    return [
      csvResource<Correction>(
        {
          name: "corrections",
          title: "Corrections : lieux de soins connus par ailleurs",
          description: "Maisons et centres de santé de Haute-Vienne connus par la presse et absents de FINESS en janvier 2021. La table se débraye.",
          licenses: [MIT],
          sources: [{ title: "Presse locale, relevée par le projet" }],
          publisher: "Projet Maillage",
          vintage: "2017 à 2024",
          quality: "derive",
          note: "Relevé de presse, non vérifié auprès des gestionnaires ; positions au chef-lieu.",
        },
        [
          texteRequis("id", "Identifiant", (c) => c.id),
          texteRequis("nom", "Nom", (c) => c.nom),
          texte("genre", "Genre", (c) => c.genre, { constraints: { required: true, enum: ["msp", "centre-sante-medecin"] } }),
          texteRequis("code_commune", "Commune", (c) => c.codeCommune),
          nombre("lon", "Longitude", 5, (c) => communeOf(c).lon, { unit: "degres", constraints: { required: true } }),
          nombre("lat", "Latitude", 5, (c) => communeOf(c).lat, { unit: "degres", constraints: { required: true } }),
          texte("ouverture", "Ouverture", (c) => c.ouverture, {
            description: "année, ou date complète, selon la source",
            constraints: { required: true, pattern: "\\d{4}(-\\d{2}-\\d{2})?" },
          }),
          texteRequis("source", "Source", (c) => c.source),
          texteRequis("note", "Note", (c) => c.note),
        ],
        CORRECTIONS,
        { primaryKey: ["id"] },
      ),
    ];
  },
};
