import { LICENCE_OUVERTE, ODBL } from "../build/licences";
import type { SpeedTable } from "../../src/geo/speeds";
import type { Built, Descriptor, Source } from "../build/step";
import { csvResource, entier, nombre, texte, texteRequis } from "../build/table-csv";
import { comparaisons, type Ligne, RAISONS } from "./comparer";
import type { LectureCalage, Mesures } from "../../src/domain/calage";
import { LECTURES, mesurerParDepartement } from "./mesures";

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
  note: "METRIC est lui-même un modèle. La Haute-Vienne n'a pas de minutes METRIC publiées. Les vitesses livrées ont été calées sur ces mêmes minutes ; celles de la lecture « ecarte », sans le département où on les lit.",
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
        "Minutes du chef-lieu jusqu'à la commune équipée (urgences ou SMUR, 2019) la plus proche : celles de METRIC, publiées en minutes entières, et celles de Maillage sur le graphe de la région, aux vitesses livrées puis à des vitesses recalées sans le département de la commune.",
      ...HEAD,
    },
    [
      texteRequis("code", "Code INSEE", ({ commune }) => commune.code),
      nombre("metric", "Minutes de METRIC", 1, ({ commune }) => commune.metric, MINUTES),
      nombre("maillage", "Minutes de Maillage", 2, ({ maillage }) => maillage, MINUTES),
      nombre("ecarte", "Minutes de Maillage, département écarté du calage", 2, ({ ecarte }) => ecarte, MINUTES),
      texte("apart", "À part", ({ apart }) => apart, {
        description: "hors-graphe : la commune équipée n'est pas dans le graphe ; bac : METRIC prend le bac de la Gironde, absent du graphe ; vide ailleurs",
        constraints: { enum: RAISONS },
      }),
    ],
    lignes,
    { primaryKey: ["code"] },
  );
}

interface Resume extends Mesures {
  readonly dep: string;
  readonly lecture: LectureCalage;
}

function resumes(lignes: readonly Ligne[]): readonly Resume[] {
  return LECTURES.flatMap((lecture) => {
    const rows = comparaisons(lignes, lecture).map((row) => ({ ...row, minutes: hundredth(row.minutes) }));
    return [...mesurerParDepartement(rows)].map(([dep, mesures]) => ({ dep, lecture, ...mesures }));
  });
}

function departements(lignes: readonly Ligne[]): Built {
  return csvResource<Resume>(
    {
      name: "calage-departements",
      title: "Écarts à METRIC par département",
      description:
        "Minutes de Maillage moins minutes de METRIC : biais, écart absolu moyen, corrélation, part à 5 min près et part dans la même classe (moins de 10, 10 à 20, 20 à 30, 30 à 45, 45 min et plus). LectureCalage « maillage » : vitesses livrées ; « ecarte » : vitesses recalées sans le département. « autour-87 » : les communes du cadre du graphe de Haute-Vienne. Les communes à part y sont.",
      ...HEAD,
    },
    [
      texteRequis("dep", "Département, « autour-87 » ou « tous »", ({ dep }) => dep),
      texte("lecture", "LectureCalage", ({ lecture }) => lecture, { constraints: { required: true, enum: LECTURES } }),
      entier("n", "Communes", ({ n }) => n, { unit: "nombre" }),
      nombre("biais", "Biais", 4, ({ biais }) => biais, { unit: "minutes" }),
      nombre("mae", "Écart absolu moyen", 4, ({ mae }) => mae, { unit: "minutes" }),
      nombre("r", "Corrélation", 6, ({ r }) => r),
      nombre("cinq", "Part à 5 min près", 5, ({ cinq }) => cinq),
      nombre("classe", "Part dans la même classe", 5, ({ classe }) => classe),
    ],
    resumes(lignes),
    { primaryKey: ["dep", "lecture"] },
  );
}

function vitesses(source: Source, speeds: SpeedTable): Built {
  const { kmh, dense, thr, secPer90, constMin } = source.json<SpeedTable>("routes/vitesses-calees-87.json");
  const tables = { defaut: speeds, "haute-vienne": { kmh, dense, thr, secPer90, secPerCityKm: 0, constMin } };
  return {
    descriptor: {
      name: "vitesses",
      path: "vitesses.json",
      title: "Vitesses par classe de route, calées sur METRIC",
      description: "km/h en ville puis hors ville pour autoroute, voie express, primaire, secondaire, tertiaire et mineure, puis bretelle ; km/h en ville dense ; secondes par virage à angle droit ; secondes de plus par kilomètre bâti dans une grande agglomération ; minutes ajoutées à chaque trajet. « defaut » est calé par Maillage (npm run calage) sur les onze autres départements, sans la Haute-Vienne ; « haute-vienne » vient des sources.",
      format: "json",
      mediatype: "application/json",
      licenses: [ODBL],
      sources: SOURCES,
      publisher: "Projet Maillage",
      vintage: "2019-2021",
      quality: "derive",
      note: "METRIC est lui-même un modèle : les minutes sont des estimations hors circulation.",
    },
    content: `${JSON.stringify(tables)}\n`,
    rows: Object.keys(tables).length,
  };
}

/** What a fit and its comparison give to the data package. */
export function calageResources(source: Source, speeds: SpeedTable, lignes: readonly Ligne[]): readonly Built[] {
  return [vitesses(source, speeds), communes(lignes), departements(lignes)];
}
