import type { EtablissementFiness } from "./finess-source";
import { FINESS_2021, readFiness } from "./finess-source";
import type { GenreEtablissement } from "./genres-finess";
import { CATEGORIE_CENTRE_SANTE, CATEGORIE_MSP, GENRES_CENTRE, genreCentre, genreOf } from "./genres-finess";
import { geojsonResource } from "./geometry";
import { LICENCE_OUVERTE } from "./licences";
import type { Built, Step } from "./step";
import { csvResource, date, nombre, texte, texteRequis } from "./table-csv";

const NOTE =
  "État de janvier 2021, incomplet depuis : une table de corrections visible et débrayable ajoute les lieux connus par ailleurs. Les sites de la couronne (13 départements voisins) n'ont ni commune ni rue.";
const PROVENANCE = { ...FINESS_2021, licenses: [LICENCE_OUVERTE], quality: "officiel" } as const;

interface EtablissementDuGenre extends EtablissementFiness {
  readonly genre: GenreEtablissement;
}

function table(all: readonly EtablissementFiness[]): Built {
  const rows = all.flatMap((e): readonly EtablissementDuGenre[] => {
    const genre = genreOf(e);
    return genre === null ? [] : [{ ...e, genre }];
  });
  return csvResource<EtablissementDuGenre>(
    {
      name: "etablissements",
      title: "Hôpitaux, pharmacies, EHPAD et laboratoires",
      description:
        "Établissements FINESS de la région et de sa couronne. Hôpital : catégories 101, 106, 355 et 365 ; pharmacie : 620, 628 et 629 ; EHPAD : 500 ; laboratoire : 611.",
      ...PROVENANCE,
      note: NOTE,
    },
    [
      texteRequis("finess", "N° FINESS", (e) => e.finess),
      texteRequis("nom", "Raison sociale", (e) => e.nom),
      texte("genre", "Genre", (e) => e.genre, { constraints: { required: true, enum: ["hopital", "pharmacie", "ehpad", "laboratoire"] } }),
      texteRequis("categorie", "Catégorie FINESS", (e) => e.categorie),
      texteRequis("libelle", "Libellé de la catégorie", (e) => e.libelle),
      texte("code_commune", "Commune", (e) => e.codeCommune, { description: "vide dans la couronne" }),
      texteRequis("dep", "Département", (e) => e.dep),
      texteRequis("adresse", "Adresse", (e) => e.adresse),
      date("ouverture", "Ouverture", (e) => e.ouverture),
      nombre("lon", "Longitude", 5, (e) => e.lon, { unit: "degres", constraints: { required: true } }),
      nombre("lat", "Latitude", 5, (e) => e.lat, { unit: "degres", constraints: { required: true } }),
    ],
    rows,
    { primaryKey: ["finess"] },
  );
}

function points(etablissements: readonly EtablissementFiness[], genre: (e: EtablissementFiness) => string): Parameters<typeof geojsonResource>[1] {
  return etablissements.map((e) => ({
    lon: e.lon,
    lat: e.lat,
    properties: {
      finess: e.finess,
      nom: e.nom,
      genre: genre(e),
      code_commune: e.codeCommune,
      dep: e.dep,
      ouverture: e.ouverture === "" ? null : e.ouverture,
      adresse: e.adresse,
      source: "FINESS 2021",
    },
  }));
}

export const etablissementsStep: Step = {
  resources: ["etablissements", "msp", "centres-sante"],
  build(source) {
    const all = readFiness(source);
    const msp = all.filter((e) => e.categorie === CATEGORIE_MSP);
    const centres = all.filter((e) => e.categorie === CATEGORIE_CENTRE_SANTE);
    return [
      table(all),
      geojsonResource(
        {
          name: "msp",
          title: "Maisons de santé pluriprofessionnelles",
          description: "Établissements FINESS de catégorie 603 dans la région et sa couronne.",
          ...PROVENANCE,
          note: NOTE,
        },
        points(msp, () => "msp"),
      ),
      geojsonResource(
        {
          name: "centres-sante",
          title: "Centres de santé",
          description: `Établissements FINESS de catégorie 124 dans la région et sa couronne, répartis d'après leur nom en ${GENRES_CENTRE.join(", ")}.`,
          ...PROVENANCE,
          quality: "derive",
          note: `FINESS ne dit pas l'activité : elle est lue dans le nom. Comptent comme accès au généraliste les centres dits médicaux ou polyvalents, ceux des collectivités et ceux nommés d'après leur territoire ; un nom qui n'annonce rien est classé « autre ». ${NOTE}`,
        },
        points(centres, (e) => genreCentre(e.nom)),
      ),
    ];
  },
};
