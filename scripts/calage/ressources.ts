import { LICENCE_OUVERTE, ODBL } from "../build/licences";
import type { Built, Descriptor } from "../build/step";
import { csvResource, entier, nombre, texte, texteRequis } from "../build/table-csv";
import { type Ligne, RAISONS } from "./comparer";
import { type Mesures, mesurerParDepartement } from "./mesures";

const SOURCES: Descriptor["sources"] = [
  { title: "Minutes du distancier METRIC (Insee), diagnostic d'accès aux soins urgents, 31 décembre 2019 (DREES)", path: "https://data.drees.solidarites-sante.gouv.fr/" },
  { title: "© les contributeurs d'OpenStreetMap, extrait d'août 2021", path: "https://www.openstreetmap.org/copyright" },
];

const HEAD = {
  licenses: [ODBL, LICENCE_OUVERTE],
  sources: SOURCES,
  publisher: "Projet Maillage",
  vintage: "2019-2021",
  quality: "derive",
  note: "METRIC est lui-même un modèle. La Haute-Vienne n'a pas de minutes METRIC publiées. Les vitesses de Maillage ont été calées sur ces mêmes minutes : l'écart n'est pas mesuré sur des départements écartés du calage.",
} as const;

const MINUTES = { unit: "minutes", constraints: { required: true } } as const;

/** Minutes are kept to a hundredth: the figures by département are computed from what the file holds. */
const hundredth = (value: number): number => Number(value.toFixed(2));

function communes(lignes: readonly Ligne[]): Built {
  return csvResource<Ligne>(
    {
      name: "calage",
      title: "Minutes par la route comparées à METRIC, par commune",
      description:
        "Minutes du chef-lieu jusqu'à la commune équipée (urgences ou SMUR, 2019) la plus proche : celles de METRIC, publiées en minutes entières, et celles de Maillage aux vitesses par défaut, sur le graphe de la région.",
      ...HEAD,
    },
    [
      texteRequis("code", "Code INSEE", ({ commune }) => commune.code),
      nombre("metric", "Minutes de METRIC", 1, ({ commune }) => commune.metric, MINUTES),
      nombre("maillage", "Minutes de Maillage", 2, ({ minutes }) => minutes, MINUTES),
      texte("apart", "À part", ({ apart }) => apart, {
        description: "hors-graphe : la commune équipée n'est pas dans le graphe ; bac : METRIC prend le bac de la Gironde, absent du graphe ; vide ailleurs",
        constraints: { enum: RAISONS },
      }),
    ],
    lignes,
    { primaryKey: ["code"] },
  );
}

function departements(lignes: readonly Ligne[]): Built {
  const rows = lignes.map(({ commune, minutes }) => ({ dep: commune.dep, metric: commune.metric, minutes: hundredth(minutes) }));
  return csvResource<readonly [string, Mesures]>(
    {
      name: "calage-departements",
      title: "Écarts à METRIC par département",
      description:
        "Minutes de Maillage moins minutes de METRIC : biais, écart absolu moyen, corrélation, part à 5 min près et part dans la même classe (moins de 10, 10 à 20, 20 à 30, 30 à 45, 45 min et plus). Les communes à part y sont.",
      ...HEAD,
    },
    [
      texteRequis("dep", "Département, ou « tous »", ([dep]) => dep),
      entier("n", "Communes", ([, { n }]) => n, { unit: "nombre" }),
      nombre("biais", "Biais", 4, ([, { biais }]) => biais, { unit: "minutes" }),
      nombre("mae", "Écart absolu moyen", 4, ([, { mae }]) => mae, { unit: "minutes" }),
      nombre("r", "Corrélation", 6, ([, { r }]) => r),
      nombre("cinq", "Part à 5 min près", 5, ([, { cinq }]) => cinq),
      nombre("classe", "Part dans la même classe", 5, ([, { classe }]) => classe),
    ],
    [...mesurerParDepartement(rows)],
    { primaryKey: ["dep"] },
  );
}

/** What a comparison gives to the data package. */
export function calageResources(lignes: readonly Ligne[]): readonly Built[] {
  return [communes(lignes), departements(lignes)];
}
