import * as v from "valibot";
import type { Params } from "../analyses/analysis";
import type { ClassSpec } from "../carto/scale";
import type { Changements, EcartsMedecins } from "../domain/changements";
import { COUCHES } from "../domain/couche";
import type { CoucheId } from "../domain/couche";
import type { SujetFiche } from "../domain/fiche";
import { ID_AJOUT, type SelectionSites, type SiteAjoute } from "../domain/genre-site";
import { issue } from "../domain/issue";
import type { Issue } from "../domain/issue";
import { nearest } from "../domain/nearest";
import { NIVEAUX_TOUS } from "../domain/perimetre";
import { normaliserScenario, type ScenarioVitesses } from "../domain/vitesses";
import { METHODES_A_BORNES, METHODES_A_NOMBRE } from "./link";
import type { EcranLie, LienLu, Vocabulaire } from "./link";
import { classSpecSchema, medecinsSchema, scenarioNommeSchema, scenarioSchema, siteAjouteSchema } from "./schema";

/** Collects what cannot be read while the rest is applied. */
interface Reader {
  readonly issues: Issue[];
  readonly values: ReadonlyMap<string, string>;
}

const isOneOf = <T extends string>(values: readonly T[], text: string): text is T => (values as readonly string[]).includes(text);

/** « cle=texte&… », texts as they are written. */
function valuesOf(query: string): ReadonlyMap<string, string> {
  return new Map(
    query.split("&").filter(Boolean).map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? ([part, ""] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
    }),
  );
}

/** Percent-decoded text, or null when the escapes are broken. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const decodeList = (text: string): readonly string[] => (text === "" ? [] : text.split(",").map((item) => decode(item) ?? item));

const pairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(";").filter(Boolean).map((pair) => {
    const [name = "", ...rest] = pair.split(":");
    return [decode(name) ?? name, rest.join(":")] as const;
  });

function unreadable(reader: Reader, partie: string, valeur: string): undefined {
  reader.issues.push(issue("lien-illisible", "avertissement", { partie, valeur }));
  return undefined;
}

/** The type of the default value says how a text is read. */
function readValue(text: string, like: Params[string]): Params[string] {
  if (typeof like === "object") return decodeList(text);
  const plain = decode(text) ?? text;
  if (typeof like === "boolean") return plain === "true";
  return typeof like === "number" ? Number(plain) : plain;
}

function readParams(reader: Reader, analyse: Vocabulaire["analyses"][number]): Params {
  const read: Record<string, Params[string]> = {};
  for (const [name, text] of pairs(reader.values.get("p") ?? "")) {
    const like = analyse.defaults[name];
    if (like === undefined) {
      const attendus = Object.keys(analyse.defaults).join(", ");
      reader.issues.push(issue("parametre-inconnu", "avertissement", { parametre: name, attendus }));
    } else read[name] = readValue(text, like);
  }
  const parsed = analyse.parseParams({ ...analyse.defaults, ...read });
  reader.issues.push(...parsed.issues.map((found) => ({ ...found, severity: "avertissement" as const })));
  return parsed.ok ? read : {};
}

function readClasses(reader: Reader, analyse: string): Readonly<Record<string, ClassSpec>> {
  const classes: Record<string, ClassSpec> = {};
  for (const [vue, text] of pairs(reader.values.get("k") ?? "")) {
    const [method = "", ...rest] = decodeList(text);
    const numbers = rest.map(Number);
    const raw = METHODES_A_NOMBRE.has(method) && numbers.length > 0 ? { method, count: numbers[0] } : METHODES_A_BORNES.has(method) && numbers.length > 0 ? { method, breaks: numbers } : { method };
    const parsed = v.safeParse(classSpecSchema, raw);
    if (parsed.success) classes[`${analyse}/${vue}`] = parsed.output;
    else unreadable(reader, "classes", text);
  }
  return classes;
}

function readAnalyse(reader: Reader, { analyses }: Vocabulaire): LienLu["analyse"] {
  const id = decode(reader.values.get("a") ?? "");
  if (id === null || id === "") return undefined;
  const found = analyses.find((analyse) => analyse.id === id);
  if (found !== undefined) return { id, params: readParams(reader, found), classes: readClasses(reader, id) };
  reader.issues.push(issue("analyse-inconnue", "avertissement", { analyse: id, attendues: analyses.map((analyse) => analyse.id).join(", ") }));
  return undefined;
}

const degrees = (value: string): number => (value === "" ? Number.NaN : Number(value));

function readAjouts(reader: Reader): SelectionSites["ajouts"] {
  const read: SiteAjoute[] = [];
  for (const text of (reader.values.get("aj") ?? "").split(";").filter(Boolean)) {
    const [number = "", genre = "", lon = "", lat = "", nom = "", demi = "", structure = ""] = decodeList(text);
    const ouvert = { ...(demi === "" ? {} : { demiJournees: Number(demi) }), ...(structure === "" ? {} : { structure }) };
    const parsed = v.safeParse(siteAjouteSchema, { id: `${ID_AJOUT}${number}`, nom, genre, lon: degrees(lon), lat: degrees(lat), ...ouvert });
    if (parsed.success && !read.some(({ id }) => id === parsed.output.id)) read.push(parsed.output);
    else unreadable(reader, "site ajouté", text);
  }
  return read;
}

/** « lon, lat, lon, lat… » as corners; one that is left alone makes the zone unreadable. */
const byTwo = (numbers: readonly number[]): readonly (readonly number[])[] =>
  numbers.flatMap((number, i) => (i % 2 === 0 ? [[number, ...numbers.slice(i + 1, i + 2)]] : []));

function readVitesses(reader: Reader): ScenarioVitesses | null {
  const text = reader.values.get("v") ?? "";
  if (text === "") return null;
  const parts = pairs(text);
  const raw = {
    prereglage: parts.find(([, rest]) => rest === "")?.[0] ?? null,
    kmh: Object.fromEntries(parts.flatMap(([cle, rest]) => (rest === "" || cle === "fermees" || cle === "zone" ? [] : [[cle, Number(rest)] as const]))),
    fermees: decodeList(parts.find(([cle]) => cle === "fermees")?.[1] ?? ""),
    zones: parts.flatMap(([cle, rest]) => (cle === "zone" ? [byTwo(decodeList(rest).map(degrees))] : [])),
  };
  const parsed = v.safeParse(scenarioSchema, raw);
  return parsed.success ? normaliserScenario(parsed.output) : (unreadable(reader, "vitesses", text) ?? null);
}

function readMedecins(reader: Reader): EcartsMedecins {
  const text = reader.values.get("md") ?? "";
  const parsed = v.safeParse(medecinsSchema, Object.fromEntries(pairs(text).map(([code, ecart]) => [code, Number(ecart)])));
  return parsed.success ? parsed.output : (unreadable(reader, "médecins supposés", text) ?? {});
}

/** Changes of a state: of the one on screen, or of another one that the link carries. */
function readChangements(reader: Reader): Changements {
  const { values } = reader;
  const selection = { exclus: decodeList(values.get("x") ?? ""), corrections: values.get("corr") !== "0", ajouts: readAjouts(reader) };
  return { selection, vitesses: readVitesses(reader), medecins: readMedecins(reader) };
}

const nested = (reader: Reader, text: string): Changements => readChangements({ issues: reader.issues, values: valuesOf(text) });

function readScenarios(reader: Reader, courants: Changements): Pick<LienLu, "scenarios" | "actif" | "presentAutre"> {
  const actif = decode(reader.values.get("ac") ?? "") ?? "";
  const scenarios = (reader.values.get("sc") ?? "").split(";").filter(Boolean).flatMap((text) => {
    const [id = "", nom = "", commentaire = "", creeLe = "", modifieLe = "", changements = ""] = decodeList(text);
    const raw = { id, nom, commentaire, creeLe: degrees(creeLe), modifieLe: degrees(modifieLe), changements: id === actif ? courants : nested(reader, changements) };
    const parsed = v.safeParse(scenarioNommeSchema, raw);
    return parsed.success ? [parsed.output] : (unreadable(reader, "scénario", text) ?? []);
  });
  const pr = decode(reader.values.get("pr") ?? "") ?? "";
  return { scenarios, actif: actif === "" ? null : actif, presentAutre: nested(reader, pr) };
}

function readCouches(reader: Reader): readonly CoucheId[] | undefined {
  const text = reader.values.get("l");
  if (text === undefined) return undefined;
  const asked = decodeList(text);
  for (const couche of asked.filter((name) => !isOneOf(COUCHES, name))) {
    reader.issues.push(issue("couche-inconnue", "avertissement", { couche, proches: nearest(couche, COUCHES).join(", ") }));
  }
  return COUCHES.filter((couche) => asked.includes(couche));
}

function readNiveau(reader: Reader): LienLu["niveau"] {
  const niveau = reader.values.get("n");
  if (niveau === undefined || isOneOf(NIVEAUX_TOUS, niveau)) return niveau;
  reader.issues.push(issue("niveau-inconnu", "avertissement", { niveau, attendus: NIVEAUX_TOUS.join(", ") }));
  return undefined;
}

function readCamera(reader: Reader): EcranLie["camera"] | undefined {
  const text = reader.values.get("c");
  if (text === undefined) return undefined;
  const [lon = Number.NaN, lat = Number.NaN, zoom = Number.NaN, ...more] = text.split(",").map((part) => (part === "" ? Number.NaN : Number(part)));
  const possible = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24 && more.length === 0;
  return possible ? { lon, lat, zoom } : unreadable(reader, "position de la carte", text);
}

function readSujet(reader: Reader): SujetFiche | undefined {
  const text = reader.values.get("s");
  if (text === undefined) return undefined;
  const [kind = "", rest = ""] = text.split(":");
  const code = decode(rest);
  if (code === null || code === "") return unreadable(reader, "fiche", text);
  if (isOneOf(NIVEAUX_TOUS, kind)) return { genre: "territoire", niveau: kind, code };
  return isOneOf(COUCHES, kind) ? { genre: "etablissement", couche: kind, id: code } : unreadable(reader, "fiche", text);
}

function readEspace(reader: Reader, text: string, { espaces }: Vocabulaire): string | undefined {
  const espace = decode(text) ?? text;
  if (espace === "" || espaces.includes(espace)) return espace === "" ? undefined : espace;
  return unreadable(reader, "page", espace);
}

const present = <K extends string, T>(key: K, value: T | undefined | null): Partial<Record<K, T>> =>
  value === undefined || value === null ? {} : ({ [key]: value } as Partial<Record<K, T>>);

/**
 * What a hash says, whatever it is: never throws, applies what it can read and names the rest in `issues`.
 * Whether the territory exists is for whoever holds the tables to say.
 */
export function decodeLink(hash: string, vocabulaire: Vocabulaire): { readonly lien: LienLu; readonly issues: readonly Issue[] } {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?");
  const values = valuesOf(query);
  const reader: Reader = { issues: [], values };
  const analyse = readAnalyse(reader, vocabulaire);
  const changements = analyse && readChangements(reader);
  const territoire = decode(values.get("t") ?? "") ?? "";
  const lien: LienLu = {
    ...present("espace", readEspace(reader, path, vocabulaire)),
    ...present("territoire", territoire === "" ? undefined : territoire),
    ...present("niveau", readNiveau(reader)),
    ...present("analyse", analyse),
    ...(changements === undefined ? {} : { ...changements, ...readScenarios(reader, changements) }),
    ...present("couches", readCouches(reader)),
    ...present("camera", readCamera(reader)),
    ...present("sujet", readSujet(reader)),
    ...present("onglet", values.get("o")),
    sitesPersonnels: Math.trunc(Number(values.get("u") ?? 0)) || 0,
  };
  return { lien, issues: reader.issues };
}
