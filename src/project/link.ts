import type { Analysis, Params } from "../analyses/analysis";
import type { ClassSpec } from "../carto/scale";
import type { Changements, EcartsMedecins, Scenario } from "../domain/changements";
import type { CoucheId } from "../domain/couche";
import type { SujetFiche } from "../domain/fiche";
import { ID_AJOUT, type SelectionSites } from "../domain/genre-site";
import type { Niveau } from "../domain/perimetre";
import type { ScenarioVitesses } from "../domain/vitesses";
import type { Document } from "./document";

/** What the address of a screen carries besides the document. */
export interface EcranLie {
  readonly espace: string;
  readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
  readonly sujet: SujetFiche | null;
  /** Tab of a space that has some; « » for the first one. */
  readonly onglet?: string;
}

/** What a link may name: the spaces and analyses of this version. */
export interface Vocabulaire {
  readonly espaces: readonly string[];
  readonly analyses: readonly Pick<Analysis, "id" | "defaults" | "parseParams">[];
}

/** What a link says; absent keys say nothing and leave the document as it is. */
export interface LienLu {
  readonly espace?: string;
  readonly territoire?: string;
  readonly niveau?: Niveau;
  /** With an analysis come its parameters, its classes and the choice of sites: those not written are the default ones. */
  readonly analyse?: { readonly id: string; readonly params: Params; readonly classes: Readonly<Record<string, ClassSpec>> };
  readonly selection?: SelectionSites;
  /** These come with the analysis, as the choice of sites does. */
  readonly vitesses?: ScenarioVitesses | null;
  readonly medecins?: EcartsMedecins;
  /** The scenarios of the author, which one is on screen, and the changes of the present state beside it. */
  readonly scenarios?: readonly Scenario[];
  readonly actif?: string | null;
  readonly presentAutre?: Changements;
  readonly couches?: readonly CoucheId[];
  readonly camera?: NonNullable<EcranLie["camera"]>;
  readonly sujet?: SujetFiche;
  readonly onglet?: string;
  /** Number of own sites of the author, which a link never carries. */
  readonly sitesPersonnels: number;
}

/** Methods whose argument is a number of classes; the others with an argument take inner bounds. */
export const METHODES_A_NOMBRE: ReadonlySet<string> = new Set(["quantiles", "egal", "ckmeans"]);
export const METHODES_A_BORNES: ReadonlySet<string> = new Set(["seuils", "manuel"]);

const atom = encodeURIComponent;
const list = (items: readonly (string | number)[]): string => items.map((item) => atom(String(item))).join(",");

const optional = (key: string, text: string): readonly string[] => (text === "" ? [] : [`${key}=${text}`]);

function paramsText(params: Params, defaults: Params): string {
  return Object.entries(params)
    .filter(([name, value]) => name in defaults && JSON.stringify(value) !== JSON.stringify(defaults[name]))
    .map(([name, value]) => `${atom(name)}:${typeof value === "object" ? list(value) : atom(String(value))}`)
    .join(";");
}

function classesText(document: Document): string {
  const prefix = `${document.analyse}/`;
  return Object.entries(document.classes)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, { method, count, breaks }]) => {
      const rest = METHODES_A_NOMBRE.has(method) && count !== undefined ? [count] : METHODES_A_BORNES.has(method) ? (breaks ?? []) : [];
      return `${atom(key.slice(prefix.length))}:${list([method, ...rest])}`;
    })
    .join(";");
}

/** « 1,msp,1.26,45.83,Site%20ajouté »: number, kind, degrees, name. */
function ajoutsText({ ajouts }: SelectionSites): string {
  return ajouts.map(({ id, genre, lon, lat, nom, demiJournees, structure }) => list([id.slice(ID_AJOUT.length), genre, lon, lat, nom, ...(demiJournees === undefined && structure === undefined ? [] : [demiJournees ?? "", structure ?? ""])])).join(";");
}

/** « neige;secondaire/rural:60;fermees:autoroute;zone:1.2,45.8,1.3,45.8,1.3,45.9 ». */
function vitessesText(scenario: ScenarioVitesses | null): string {
  if (scenario === null) return "";
  const { prereglage, kmh, fermees, zones } = scenario;
  return [
    ...(prereglage === null ? [] : [prereglage]),
    ...Object.entries(kmh).map(([cle, value]) => `${cle}:${value}`),
    ...(fermees.length === 0 ? [] : [`fermees:${list(fermees)}`]),
    ...zones.map((zone) => `zone:${list(zone.flat())}`),
  ].join(";");
}

/** « 87085:2;87011:-1 ». */
function medecinsText(medecins: EcartsMedecins): string {
  return Object.entries(medecins)
    .map(([code, ecart]) => `${code}:${ecart}`)
    .join(";");
}

/** « x=…&corr=0&aj=…&v=…&md=… »: changes of a state, what differs from none. */
function changementsParts({ selection, vitesses, medecins }: Changements): readonly string[] {
  return [
    ...optional("x", list(selection.exclus)),
    ...(selection.corrections ? [] : ["corr=0"]),
    ...optional("aj", ajoutsText(selection)),
    ...optional("v", vitessesText(vitesses)),
    ...optional("md", medecinsText(medecins)),
  ];
}

function scenariosText({ scenarios, actif }: Document): string {
  // The changes of the one on screen are already those of the link.
  return scenarios.map(({ id, nom, commentaire, creeLe, modifieLe, changements }) => list([id, nom, commentaire, creeLe, modifieLe, id === actif ? "" : changementsParts(changements).join("&")])).join(";");
}

function sujetText(sujet: SujetFiche): string {
  return sujet.genre === "territoire" ? `${sujet.niveau}:${atom(sujet.code)}` : `${sujet.couche}:${atom(sujet.id)}`;
}

/**
 * The hash that reopens a screen: `#/explorer?t=87&n=commune&a=temps-acces&p=seuil:20&l=msp&c=1.26,45.83,9&s=commune:87085`.
 * Parameters, classes (`k`), excluded sites (`x`), added ones (`aj`), speeds (`v`), practitioners (`md`) and corrections (`corr=0`) are written when
 * they differ from the defaults only; scenarios (`sc`) each with its changes, the one on screen (`ac`) and the present beside it (`pr`); own sites are counted (`u`), never carried; `o` is the tab of a space. Camera to 4 decimals of a degree (about 10 m).
 */
export function encodeLink(document: Document, ecran: EcranLie, vocabulaire: Vocabulaire): string {
  const defaults = vocabulaire.analyses.find(({ id }) => id === document.analyse)?.defaults ?? {};
  const { camera, sujet, onglet = "" } = ecran;
  const parts = [
    `t=${atom(document.territoire)}`,
    `n=${document.niveau}`,
    `a=${atom(document.analyse)}`,
    ...optional("p", paramsText(document.params[document.analyse] ?? {}, defaults)),
    ...optional("k", classesText(document)),
    ...changementsParts(document),
    ...optional("sc", scenariosText(document)),
    ...optional("ac", document.actif ?? ""),
    ...optional("pr", document.actif === null ? "" : atom(changementsParts(document.present).join("&"))),
    ...optional("u", document.sites === null ? "" : String(document.sites.ids.length)),
    `l=${list(document.couches)}`,
    ...(camera === null ? [] : [`c=${camera.lon.toFixed(4)},${camera.lat.toFixed(4)},${camera.zoom.toFixed(2)}`]),
    ...(sujet === null ? [] : [`s=${sujetText(sujet)}`]),
    ...optional("o", onglet),
  ];
  return `#/${atom(ecran.espace)}?${parts.join("&")}`;
}
