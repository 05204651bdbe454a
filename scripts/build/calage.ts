import type { SpeedTable } from "../../src/geo/speeds";
import { RAISONS } from "../calage/apart";
import { type Calage, calibrer, type Ligne, openTerrain } from "../calage/calibrer";
import { LECTURES, type Lecture, type Mesures, mesurerParDepartement } from "../calage/mesures";
import { LICENCE_OUVERTE, ODBL } from "./licences";
import type { Built, Descriptor, Source, Step } from "./step";
import { csvResource, entier, nombre, texte, texteRequis } from "./table-csv";

const SOURCES: Descriptor["sources"] = [
  { title: "Minutes du distancier METRIC (Insee), diagnostic d'accès aux soins urgents, 31 décembre 2019 (DREES)", path: "https://data.drees.solidarites-sante.gouv.fr/" },
  { title: "© les contributeurs d'OpenStreetMap, extrait d'août 2021", path: "https://www.openstreetmap.org/copyright" },
];
const MODELE = "METRIC est lui-même un modèle : les minutes sont des estimations hors circulation.";
const REQUIS = { constraints: { required: true } } as const;

/** Minutes are kept to a hundredth: the summary is computed from what the file holds. */
const hundredth = (value: number): number => Number(value.toFixed(2));

function lignes(calage: Calage): Built {
  return csvResource<Ligne>(
    {
      name: "calage",
      title: "Minutes par la route comparées à METRIC, par commune",
      description:
        "Minutes jusqu'à la commune équipée (urgences ou SMUR, 2019) la plus proche : METRIC, et les nôtres aux vitesses calées avec le département de la commune, puis sans lui, puis sans lui comme l'application les calcule. 0 dans une commune équipée.",
      licenses: [ODBL, LICENCE_OUVERTE],
      sources: SOURCES,
      publisher: "Projet Maillage",
      vintage: "2019-2021",
      quality: "derive",
      note: `${MODELE} La Haute-Vienne n'a pas de minutes METRIC publiées.`,
    },
    [
      texteRequis("code", "Code INSEE", ({ commune }) => commune.code),
      nombre("metric", "METRIC", 1, ({ commune }) => commune.metric, { unit: "minutes", ...REQUIS }),
      nombre("cale", "Minutes, département compris dans le calage", 2, ({ cale }) => cale, { unit: "minutes", ...REQUIS }),
      nombre("ecarte", "Minutes, département écarté du calage", 2, ({ ecarte }) => ecarte, { unit: "minutes", ...REQUIS }),
      nombre("application", "Minutes de l'application, département écarté du calage", 2, ({ application }) => application, { unit: "minutes", ...REQUIS }),
      texte("apart", "À part", ({ apart }) => apart, {
        description: "bac : METRIC prend le bac de la Gironde, absent du graphe ; hors-graphe : la commune équipée n'est pas dans le graphe",
        constraints: { enum: RAISONS },
      }),
      nombre("residu", "Minutes (département écarté) moins METRIC", 2, ({ commune, ecarte }) => hundredth(ecarte) - commune.metric, { unit: "minutes", ...REQUIS }),
    ],
    calage.lignes,
    { primaryKey: ["code"] },
  );
}

interface Resume extends Mesures {
  readonly dep: string;
  readonly lecture: Lecture;
}

/** The figures of each reading, from the minutes as the table holds them. */
function resumes(calage: Calage): readonly Resume[] {
  return LECTURES.flatMap((lecture) => {
    const rows = calage.lignes.map((ligne) => ({ dep: ligne.commune.dep, metric: hundredth(ligne.commune.metric), minutes: hundredth(ligne[lecture]) }));
    return [...mesurerParDepartement(rows)].map(([dep, mesures]) => ({ dep, lecture, ...mesures }));
  });
}

function departements(calage: Calage): Built {
  return csvResource<Resume>(
    {
      name: "calage-departements",
      title: "Écarts à METRIC par département",
      description:
        "Biais, écart absolu moyen, corrélation, part à 5 min près et part dans la même classe (moins de 10, 10 à 20, 20 à 30, 30 à 45, 45 min et plus) ; « cale » : département compris dans le calage ; « ecarte » : calage sans lui ; « application » : calage sans lui, trajet calculé par l'application.",
      licenses: [ODBL, LICENCE_OUVERTE],
      sources: SOURCES,
      publisher: "Projet Maillage",
      vintage: "2019-2021",
      quality: "derive",
      note: MODELE,
    },
    [
      texteRequis("dep", "Département, ou « tous »", ({ dep }) => dep),
      texte("lecture", "Lecture", ({ lecture }) => lecture, { constraints: { required: true, enum: LECTURES } }),
      entier("n", "Communes", ({ n }) => n, { unit: "nombre" }),
      nombre("biais", "Biais", 3, ({ biais }) => biais, { unit: "minutes" }),
      nombre("mae", "Écart absolu moyen", 3, ({ mae }) => mae, { unit: "minutes" }),
      nombre("r", "Corrélation", 4, ({ r }) => r),
      nombre("cinq", "Part à 5 min près", 4, ({ cinq }) => cinq),
      nombre("classe", "Part dans la même classe", 4, ({ classe }) => classe),
    ],
    resumes(calage),
    { primaryKey: ["dep", "lecture"] },
  );
}

function vitesses(source: Source, calage: Calage): Built {
  const { kmh, dense, thr, secPer90, constMin } = source.json<SpeedTable>("routes/vitesses-calees-87.json");
  const tables = { defaut: calage.vitesses, "haute-vienne": { kmh, dense, thr, secPer90, constMin } };
  return {
    descriptor: {
      name: "vitesses",
      path: "vitesses.json",
      title: "Vitesses par classe de route, calées sur METRIC",
      description: "km/h en ville puis hors ville pour autoroute, voie express, primaire, secondaire, tertiaire et mineure, puis bretelle ; km/h en ville dense ; secondes par virage à angle droit ; minutes ajoutées à chaque trajet. « defaut » est calé par Maillage sur les onze autres départements, sans la Haute-Vienne ; « haute-vienne » vient des sources.",
      format: "json",
      mediatype: "application/json",
      licenses: [ODBL],
      sources: SOURCES,
      publisher: "Projet Maillage",
      vintage: "2019-2021",
      quality: "derive",
      note: MODELE,
    },
    content: `${JSON.stringify(tables)}\n`,
    rows: Object.keys(tables).length,
  };
}

/** What a calibration gives to the package. */
export function calageResources(source: Source, calage: Calage): readonly Built[] {
  return [vitesses(source, calage), lignes(calage), departements(calage)];
}

/** Reads the whole region and fits twelve times: a minute and a half of computing. */
export const calageStep: Step = {
  resources: ["vitesses", "calage", "calage-departements"],
  build: (source) => calageResources(source, calibrer(openTerrain(source))),
};
