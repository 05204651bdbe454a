import { plainHeader } from "../plain-header";

/**
 * When a place is open. By the hours of the permanence des soins (Code de la santé publique, R. 6315-1: from 20 h to 8 h), its
 * night cut at midnight: `jour` from 8 h to 20 h on working days, `soir` from 20 h to midnight, `nuit` from midnight to 8 h, any
 * day; `week_end` from 8 h to 20 h on Saturdays, Sundays and holidays. Open in a part of it is open.
 */
export interface Ouverture {
  readonly jour: boolean;
  readonly soir: boolean;
  readonly nuit: boolean;
  readonly week_end: boolean;
}

/** What could not be read in a text of hours; empty for a text that says days, and no hours. */
export interface Incompris {
  readonly incompris: string;
}

const [MATIN, SOIR, MINUIT] = [8, 20, 24];
/** Monday to Sunday, then holidays. */
const JOURS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "ferie"] as const;
const SAMEDI = JOURS.indexOf("samedi");
const DIMANCHE = JOURS.indexOf("dimanche");
const abrege = JOURS.slice(0, DIMANCHE + 1).map((nom) => `${nom}s?|${nom.slice(0, 3)}\\.?`).join("|");
const jourDe = (text: string): number => JOURS.findIndex((nom) => nom.slice(0, 3) === text.slice(0, 3));

type Plage = readonly [debut: number, fin: number];
type Lu = { readonly jours: readonly number[] } | { readonly heures: readonly Plage[] } | { readonly toujours: true } | null;

const de = (a: number, b: number): readonly number[] => Array.from({ length: b >= a ? b - a + 1 : 0 }, (_, k) => a + k);
/** From one day to another, across Sunday when it ends before it begins. */
const intervalle = (a: number, b: number): readonly number[] => (b >= a ? de(a, b) : [...de(a, DIMANCHE), ...de(0, b)]);
const HEURE = "(\\d{1,2}) ?(?:h|:|heures?) ?(\\d{2})?(?!\\d)";

function plage([, h1 = "", m1 = "0", h2 = "", m2 = "0"]: RegExpExecArray): Lu {
  const [debut, fin] = [Number(h1) + Number(m1) / 60, Number(h2) + Number(m2) / 60];
  return debut > MINUIT || fin > MINUIT || Number(m1) > 59 || Number(m2) > 59 ? null : { heures: [[debut % MINUIT, fin]] };
}

/** What the text may begin with, the first that fits; `null` for what says nothing of itself. */
const MOTS: readonly (readonly [motif: RegExp, lire: (found: RegExpExecArray) => Lu])[] = [
  [/^(?:[\s,;:+/().]+|l'|(?:et|de|du|des|le|les|la|ouverte?s?|horaires?)(?![a-z0-9]))/, () => ({ jours: [] })],
  [/^(?:24 ?h? ?\/ ?24(?: ?h)?(?!\d)|h24|permanent|continu|toujours)/, () => ({ toujours: true })],
  [/^(?:7 ?j? ?\/ ?7(?: ?j(?:ours)?)?(?!\d)|tous les jours|chaque jour)/, () => ({ jours: de(0, JOURS.length - 1) })],
  [new RegExp(`^${HEURE.replace("(?:h|:|heures?)", "(?:h|:|heures?)?")} ?(?:-|a|au|/|jusqu'a) ?${HEURE}`), plage],
  [new RegExp(`^(${abrege}) ?(?:-|a|au|jusqu'au) ?(${abrege})(?![a-z])`), ([, a = "", b = ""]) => ({ jours: intervalle(jourDe(a), jourDe(b)) })],
  [new RegExp(`^(${abrege})(?![a-z])`), ([, a = ""]) => ({ jours: [jourDe(a)] })],
  [/^(?:jours? )?feries?/, () => ({ jours: [JOURS.indexOf("ferie")] })],
  [/^(?:week ?-?ends?|we)(?![a-z])/, () => ({ jours: [SAMEDI, DIMANCHE] })],
  [/^(?:en |la )?semaine|^jours? (?:ouvrables?|ouvres?)/, () => ({ jours: de(0, SAMEDI - 1) })],
  [/^matin(?:ees?|s)?(?![a-z])/, () => ({ heures: [[MATIN, 12]] })],
  [/^apres ?-?midis?/, () => ({ heures: [[14, 18]] })],
  [/^jour(?:nees?|s)?(?![a-z])/, () => ({ heures: [[MATIN, SOIR]] })],
  [/^soir(?:ees?|s)?(?![a-z])/, () => ({ heures: [[SOIR, MINUIT]] })],
  [/^nuits?(?![a-z])/, () => ({ heures: [[SOIR, MATIN]] })],
];

/** Whether a span of hours, across midnight when it ends before it begins, has a part between two hours of the same day. */
function touche([debut, fin]: Plage, from: number, to: number): boolean {
  const spans = fin > debut ? [[debut, fin]] : [[debut, MINUIT], [0, fin]];
  return spans.some(([a = 0, b = 0]) => Math.max(a, from) < Math.min(b, to));
}

/** Hours, and the days they are for; no day said is any working day, and any night. */
interface Groupe {
  readonly jours: Set<number>;
  readonly heures: Plage[];
  /** Its days are not said: « 24h/24 » is every day. */
  readonly suppose: boolean;
}

/** The groups « days, then hours » of a text, in order. */
function groupesDe(text: string): readonly Groupe[] | Incompris {
  const groupes: Groupe[] = [];
  let rest = text;
  while (rest !== "") {
    let lu: Lu = null;
    let length = 0;
    for (const [motif, lire] of MOTS) {
      const found = motif.exec(rest);
      if (found === null) continue;
      [lu, length] = [lire(found), found[0].length];
      break;
    }
    if (lu === null) return { incompris: (/^[^,;]+/.exec(rest)?.[0] ?? rest).trim() };
    rest = rest.slice(length);
    const last = groupes.at(-1);
    if ("toujours" in lu) {
      const own = last !== undefined && last.heures.length === 0 ? last : { jours: new Set(de(0, JOURS.length - 1)), heures: [], suppose: true };
      if (own !== last) groupes.push(own);
      own.heures.push([0, MINUIT]);
    } else if ("heures" in lu) {
      if (last === undefined) groupes.push({ jours: new Set(), heures: [...lu.heures], suppose: true });
      else last.heures.push(...lu.heures);
    } else if (lu.jours.length > 0) {
      if (last === undefined || last.heures.length > 0) groupes.push({ jours: new Set(lu.jours), heures: [], suppose: false });
      else for (const jour of lu.jours) last.jours.add(jour);
    }
  }
  return groupes;
}

/** Hours said before their days (« 20h-24h, 7j/7 ») get them; a week-end without hours is open by day. */
function completer(groupes: readonly Groupe[]): readonly Groupe[] | null {
  const last = groupes.at(-1);
  if (last === undefined) return null;
  if (last.heures.length > 0) return groupes;
  const before = groupes.at(-2);
  if ([...last.jours].every((jour) => jour >= SAMEDI)) return [...groupes.slice(0, -1), { ...last, heures: [[MATIN, SOIR]] }];
  return before?.suppose === true ? [...groupes.slice(0, -2), { ...last, heures: before.heures }] : null;
}

const chaque = (): boolean => true;

/**
 * Reads « jour », « nuit », « 24h/24 », « 20h-24h, 7j/7 », « lundi au vendredi 9h–12h et 14h–19h, samedi matin », « nuit et
 * week-end ». Hours without a day are those of working days: nothing is supposed of a week-end.
 */
export function horairesEcrits(text: string): Ouverture | Incompris {
  const plain = plainHeader(text).replaceAll(/[–—]/g, "-").replaceAll("’", "'").replaceAll("minuit", "24h").replaceAll(/(?<!apres ?-? ?|[a-z])midi/g, "12h").replaceAll(/\s+/g, " ").replaceAll(/ ?- ?/g, "-");
  const lus = groupesDe(plain);
  if ("incompris" in lus) return lus;
  const groupes = completer(lus);
  if (groupes === null) return { incompris: "" };
  const open = (days: (jours: ReadonlySet<number>) => boolean, from: number, to: number): boolean => groupes.some(({ jours, heures }) => days(jours) && heures.some((span) => touche(span, from, to)));
  return {
    jour: open((jours) => jours.size === 0 || [...jours].some((jour) => jour < SAMEDI), MATIN, SOIR),
    soir: open(chaque, SOIR, MINUIT),
    nuit: open(chaque, 0, MATIN),
    week_end: open((jours) => [...jours].some((jour) => jour >= SAMEDI), MATIN, SOIR),
  };
}
