import type { SiteList, SelectionSites } from "../../domain/genre-site";
import type { Issue } from "../../domain/issue";
import type { Provenance } from "../../domain/provenance";
import type { ResourceName } from "../../domain/ressource";
import type { Column } from "../../domain/table";
import { runToEnd } from "../../geo/nearest-site";
import type { Inputs, Progress } from "../analysis";
import { agesDe, agesIssues, anneeDesAges } from "../departs/ages";
import { descriptionDeparts } from "../departs/description";
import { ecoulee } from "../departs/modele";
import { aplProjetee } from "../departs/projection";
import { actives, destinationsDe, mesurer, ressourcesLues, sourcesLues } from "../fragilite/mesure";
import { poidsEnVigueur } from "../fragilite/poids";
import { step, type Territoires } from "./acces";
import { type Fragile, FRAGILE_PAR_DEFAUT, type FragileLu, type FragileParams } from "./champs-fragile";
import { figure, groupCommunes, joinNumbers } from "./groupes";
import { requireTable, sourcesOf } from "./sources";
import { zonesDe } from "./zones";

/** Consultations a year by standardised inhabitant under which DREES speaks of an under-dense territory. */
export const APL_SOUS_DENSE = 2.5;

/** Which communes are fragile. */
export interface Fragilite {
  /** 1 for each commune of the territory that is; 0 where what decides is not known. Order of `groupes.communes`. */
  readonly fragiles: Uint8Array;
  /** The figure that decides, one a commune; null for the zonage, which the tables show already. */
  readonly colonne: Column | null;
  /** Doctors of an imported table that each commune's answer rests on, and its year; null when it rests on published data. */
  readonly importe: { readonly personnes: Float64Array; readonly annee: number } | null;
  readonly issues: readonly Issue[];
}

/** A definition of « fragile ». One object each: nothing else knows which is which. */
interface Definition {
  ressources(params: FragileParams, selection: SelectionSites): readonly ResourceName[];
  /** Lists of sites that it travels to. */
  destinations(inputs: Inputs, params: FragileParams): readonly SiteList[];
  sources(inputs: Inputs, params: FragileParams): readonly Provenance[];
  /** @param lieux one row a commune; yields progress from 0.1 to 0.75 when it travels */
  lire(inputs: Inputs, lieux: Territoires, params: FragileParams): Generator<Progress, Fragilite, void>;
}

/** Where it only has to be read. */
const LU = step("territoires")(0.5);
const NULLE_PART = (): readonly SiteList[] => [];
const sous = (values: Float64Array, seuil: number): Uint8Array => Uint8Array.from(values, (value) => (value < seuil ? 1 : 0));
const actifs = (params: FragileParams) => actives(poidsEnVigueur(params));

function parZone(wanted: ReadonlySet<string | null>): Definition {
  return {
    ressources: () => ["zonage-communes"],
    destinations: NULLE_PART,
    sources: ({ donnees }) => sourcesOf(["zonage-communes"], donnees),
    *lire(inputs, lieux) {
      yield LU;
      return { fragiles: Uint8Array.from(zonesDe(inputs, lieux), (zone) => (wanted.has(zone) ? 1 : 0)), colonne: null, importe: null, issues: [] };
    },
  };
}

const parApl: Definition = {
  ressources: () => ["apl"],
  destinations: NULLE_PART,
  sources: ({ donnees }) => sourcesOf(["apl"], donnees),
  *lire({ donnees }, { groupes, communes }) {
    yield LU;
    const apl = joinNumbers(groupes, communes, requireTable(donnees, "apl"), "apl_mg", Number.NaN);
    return { fragiles: sous(apl, APL_SOUS_DENSE), colonne: figure("apl_2021", "APL 2021 de la DREES", "consultations", 2, apl), importe: null, issues: [] };
  },
};

const parScore: Definition = {
  ressources: (params, selection) => ressourcesLues(actifs(params), selection),
  destinations: (inputs, params) => destinationsDe(actifs(params), inputs),
  sources: (inputs, params) => sourcesLues(actifs(params), inputs),
  *lire(inputs, lieux, params) {
    const { scores, issues, importes } = yield* mesurer(inputs, { normalisation: "rang" }, lieux, actifs(params));
    const importe = importes.find((one) => one !== null) ?? null;
    const colonne = figure("score_fragilite", "Score de fragilité de la commune", "nombre", 1, scores);
    return { fragiles: Uint8Array.from(scores, (score) => (score >= params.score ? 1 : 0)), colonne, importe, issues: [...issues, ...(importe?.issues ?? [])] };
  },
};

const parDeparts: Definition = {
  ressources: () => ["apl", "ages-medecins"],
  destinations: NULLE_PART,
  sources: ({ donnees }) => sourcesOf(["apl", "ages-medecins"], donnees),
  *lire(inputs, lieux, { annee }) {
    yield LU;
    const contexte = { inputs, lieux, minutes: new Map() };
    const dates = anneeDesAges(inputs.donnees);
    const ages = agesDe(contexte, dates.annee);
    const apl = aplProjetee(contexte, ages, { ...descriptionDeparts.defaults, annee });
    return {
      fragiles: sous(apl, APL_SOUS_DENSE),
      colonne: figure("apl_projetee", `APL projetée en ${annee}${ecoulee(annee)} (hypothèse)`, "consultations", 2, apl),
      importe: ages.importes === null ? null : { personnes: ages.importes.atteints, annee: dates.annee },
      issues: agesIssues(ages, dates.dite),
    };
  },
};

export const DEFINITIONS: Readonly<Record<Fragile, Definition>> = {
  zip: parZone(new Set(["ZIP"])),
  "zip-zac": parZone(new Set(["ZIP", "ZAC"])),
  apl: parApl,
  score: parScore,
  risque: parDeparts,
};

/** The communes of the territory that are fragile, whatever the level of the rows. Progress from 0.1 to 0.75 at most. */
export function* communesFragiles(inputs: Inputs, lieux: Territoires, params: FragileParams): Generator<Progress, Fragilite, void> {
  const perimetre = { ...inputs.perimetre, niveau: "commune" } as const;
  const groupes = groupCommunes(perimetre, lieux.communes, requireTable(inputs.donnees, "territoires"));
  return yield* DEFINITIONS[params.fragile].lire({ ...inputs, perimetre }, { ...lieux, groupes }, params);
}

/** The same by a definition that has only to be read. */
export function fragilesLues(inputs: Inputs, lieux: Territoires, fragile: FragileLu): Uint8Array {
  return runToEnd(communesFragiles(inputs, lieux, { ...FRAGILE_PAR_DEFAUT, fragile })).fragiles;
}
