import type { MomentSoins } from "./moments";
import type { RessourceImportee } from "./ressource";

/** Where a site may open: the communes by their chefs-lieux, inhabited cells of the grid, the user's points. */
export type LieuxCandidats = "communes" | "cellules" | "points";

/** A rule that communes, cells (« maille »: cells only) or points (« territoire » and « doublon »: points only) must pass to be candidates. */
export type RegleCandidat = "maille" | "territoire" | "doublon" | "reseau" | "interdite" | "habitants" | "medecins" | "eloignement" | "zonage" | "services";

/** Why there is no choice of sites: more imposed ones than sites, a share beyond reach, points beyond reach, none that does, none found. */
export type CauseImpossible = "imposes-trop" | "imposes-proches" | "imposes-budget" | "budget" | "places" | "places-manquent" | "budget-court" | "part" | "hors-atteinte" | "aucun-choix" | "sans-reponse";

/**
 * Every trouble a user can meet, with the figures its French sentence needs.
 * The sentences are an exhaustive record in `textes/issues.ts`: adding a line here
 * without its sentence does not compile.
 */
export interface IssueParams {
  /** A file of the data package cannot be fetched or read. */
  "ressource-absente": { readonly ressource: string };
  /** A file is there but cut short, corrupted, or not what its name says. */
  "ressource-illisible": { readonly ressource: string; readonly raison: string };
  /** A file written by another version of the data build. */
  "ressource-version": { readonly ressource: string; readonly attendue: string; readonly trouvee: string };
  /** A table lacks a column that the analysis needs. */
  "colonne-absente": { readonly ressource: string; readonly colonne: string };
  /** A value cannot be read as what its column says. */
  "valeur-illisible": { readonly colonne: string; readonly valeur: string; readonly attendu: string };
  "ressource-inconnue": { readonly nom: string; readonly proches: string };
  "territoire-inconnu": { readonly code: string; readonly proches: string };
  "niveau-inconnu": { readonly niveau: string; readonly attendus: string };
  "analyse-inconnue": { readonly analyse: string; readonly attendues: string };
  "parametre-inconnu": { readonly parametre: string; readonly attendus: string };
  "parametre-invalide": { readonly parametre: string; readonly valeur: string; readonly attendu: string };
  /** No road graph covers the territory: minutes are « pas de donnée », never 0. */
  "graphe-non-charge": { readonly territoire: string };
  /** No road graph at hand: the whole result is an estimate as the crow flies. */
  "estimation-vol-oiseau": { readonly territoire: string };
  /** An outside engine: `moteur` is its name, `hote` where it is. */
  "moteur-adresse": { readonly adresse: string };
  /** Nothing is sent without the user's consent for this very host. */
  "moteur-sans-accord": { readonly moteur: string; readonly hote: string };
  "moteur-injoignable": { readonly moteur: string; readonly hote: string };
  "moteur-delai": { readonly moteur: string; readonly secondes: number };
  /** 429 that waiting did not mend. */
  "moteur-debit": { readonly moteur: string };
  /** 5xx that trying again did not mend. */
  "moteur-panne": { readonly moteur: string; readonly statut: number };
  "moteur-sans-cle": { readonly moteur: string };
  "moteur-cle": { readonly moteur: string; readonly message: string };
  /** It says no, in its own words. */
  "moteur-refus": { readonly moteur: string; readonly statut: number; readonly message: string };
  "moteur-illisible": { readonly moteur: string; readonly raison: string };
  "moteur-trop": { readonly moteur: string; readonly requetes: number; readonly max: number };
  /** Some starting points have no answer: `arrete` when the user stopped it. */
  "moteur-partiel": { readonly moteur: string; readonly sans: number; readonly total: number; readonly arrete: boolean };
  /** Sites around which it drew nothing: `arrete` when the user stopped it. */
  "moteur-zones-partielles": { readonly moteur: string; readonly sans: number; readonly total: number; readonly arrete: boolean };
  /** It gives minutes, and no zones. */
  "moteur-sans-isochrones": { readonly moteur: string };
  /** It answered that there is no way. */
  "moteur-sans-chemin": { readonly moteur: string; readonly nombre: number };
  /** A site list in which nothing usable is left. */
  "aucun-site": { readonly genre: string };
  /** There is no scenario to compare the present state with. */
  /** The estimated accessibility is read on a network that stops before that of the analysis « apl ». */
  "apl-reseau-proche": Readonly<Record<string, never>>;
  "rien-a-comparer": Readonly<Record<string, never>>;
  /** Siting: communes, or points, that a rule left out; `noms` are the first of them. */
  "candidats-ecartes": { readonly regle: RegleCandidat; readonly nombre: number; /** Of cells: communes, with how many there are in each. */ readonly noms: string; readonly autres: number; readonly lieux: LieuxCandidats; /** The figure of the rule, where it is said. */ readonly seuil?: number };
  /** Siting: the rule that left out the last `nombre` candidates; `possible`: the value that would keep one, null when it is no figure. */
  "aucun-candidat": { readonly regle: RegleCandidat; readonly nombre: number; readonly possible: number | null; readonly lieux: LieuxCandidats };
  /** Siting: more cells than can be compared; `possible`: the least inhabitants of a cell that would leave few enough. */
  "trop-de-mailles": { readonly nombre: number; readonly max: number; readonly possible: number; readonly places: boolean };
  /** Siting: too many minutes to keep between candidates and demand points (of cells or not); `possible`: as above, null where the candidates are no cells. */
  "trop-de-trajets": { readonly candidats: number; readonly points: number; readonly millions: number; readonly possible: number | null; readonly lieux: LieuxCandidats; readonly cellules: boolean; readonly places: boolean; readonly existants: boolean };
  /** Siting: an imposed or forbidden place « 87002_3 » that is none; `nombre`: how many there are in its commune. */
  "candidate-inconnue": { readonly code: string; readonly commune: string; readonly nombre: number; readonly lieux: LieuxCandidats };
  /** Siting: an imposed commune stands for its most inhabited cell. */
  "imposee-par-maille": { readonly noms: string };
  /** Siting: places of communes are imposed or forbidden, and communes are the candidates. */
  "rangs-ignores": { readonly codes: string };
  /** Siting: the exact programme would be too large to be solved here; the choice is the quick one. */
  "programme-trop-grand": { readonly candidats: number; readonly points: number; readonly ecart: number | null };
  /** Siting: points are candidates, and there is none, or too many with those of the map. */
  "aucun-point": Readonly<Record<string, never>>;
  "trop-de-points": { readonly nombre: number; readonly max: number };
  /** Siting: points given, and communes are the candidates. */
  "points-ignores": { readonly nombre: number };
  /** Siting: candidates far from any road. */
  "points-loin-route": { readonly noms: string; readonly nombre: number; readonly metres: number };
  /** Siting: a commune imposed in which there is no point. */
  "commune-sans-point": { readonly commune: string };
  /** Siting: a commune imposed or left out that is not in the territory. */
  "commune-hors-territoire": { readonly commune: string; readonly territoire: string };
  /** Siting: a commune both imposed and left out. */
  "commune-imposee-ecartee": { readonly commune: string };
  /** Siting: no choice of sites is possible, or was found. */
  "implantation-impossible": {
    readonly cause: CauseImpossible;
    readonly nombre: number;
    readonly part: number;
    /** Sites that it takes; null when none do, 0 when they are not known. */
    readonly sites: number | null;
    /** Whether less is proven not to do. */
    readonly prouve: boolean;
    readonly noms: readonly string[];
  };
  /** Siting: inhabitants that no site, existing or candidate, is near enough to. */
  "hors-atteinte": { readonly habitants: number; readonly minutes: number };
  /** Siting: a chosen commune with fewer than two general practitioners around, too few for a maison de santé. */
  "msp-sans-medecins": { readonly noms: string; readonly minutes: number };
  /** Siting: inhabitants within the limit of sites that have no place for them. */
  "sans-place": { readonly habitants: number; readonly minutes: number };
  /** Siting: fewer sites are of use than were asked for. */
  "sites-inutiles": { readonly demandes: number; readonly utiles: number; /** Candidates that the spacing leaves out of this choice. */ readonly tropProches: number; /** Whether every candidate is chosen. */ readonly toutes: boolean };
  /** Tour: fewer stops bring somebody nearer than were asked for. */
  "arrets-inutiles": { readonly demandes: number; readonly utiles: number };
  /** Tour: no road makes all the stops from there. */
  "tournee-sans-chemin": { readonly depart: string };
  /** Ages are not known by commune: something else stands for them. */
  "ages-par-commune": Record<never, never>;
  /** Siting: the solver stopped before the proof. */
  "preuve-inachevee": { readonly ecart: number | null };
  /** The result has no linear programme to write. */
  "sans-programme": { readonly analyse: string; /** It has one for other parameters. */ readonly ici?: true };
  "sans-mailles": { readonly analyse: string };
  /** The site chosen by its id is not among those of the kinds. */
  "site-inconnu": { readonly site: string; readonly proches: string };
  /** A zone reaches the edge of the road data: it may go on beyond. */
  "zone-au-bord": { readonly limite: number };
  "site-hors-graphe": { readonly nom: string; readonly nombre: number };
  "point-eloigne": { readonly nombre: number; readonly metres: number };
  /** Steps of a path for which the edge of the road data is nearer than the place kept. */
  "etape-au-bord": { readonly nombre: number };
  "donnee-illustrative": { readonly ressource: string };
  /** Rows of which some component is not known: its weight goes to the others. */
  "composantes-manquantes": { readonly nombre: number; readonly composantes: string };
  /** Components that have the same value everywhere: they tell nobody apart. */
  "composantes-constantes": { readonly composantes: string };
  "limite-donnees": { readonly nombre: number };
  /** Communes on the road from which no open road leads to any site. */
  "communes-coupees": { readonly nombre: number };
  "code-commune-inconnu": { readonly code: string };
  /** An old code, carried to the commune that holds it today. */
  "commune-fusionnee": { readonly code: string; readonly nom: string; readonly vers: string };
  /** A CSV whose columns are those of no kind of table, or of several. */
  "table-non-reconnue": { readonly fichier: string; readonly tables: string };
  /** Rows of a table of the user's about communes of other regions; `code` is the first of them. */
  "lignes-hors-region": { readonly nombre: number; readonly code: string };
  /** Communes that are one today bear different values in an older table; `gardee`: that of its own row, null when it has none. */
  "valeurs-contraires": { readonly code: string; readonly valeur: string; readonly gardee: string | null };
  /** Drawn perimeters are read as the communes whose chef-lieu they hold. */
  "perimetres-par-chef-lieu": { readonly nombre: number; readonly communes: number };
  /** Communes in several CPTS: at that level they count in the first one. */
  "cpts-chevauchement": { readonly nombre: number };
  "perimetre-sans-commune": { readonly nom: string };
  /** Nothing remains: the filters to give up, how many would then remain, and what would be enough for one. */
  "filtres-vides": { readonly filtres: readonly string[]; readonly restants: number; readonly suffit: string | null };
  /** More services are asked for than are chosen. */
  "services-trop": { readonly demandes: number; readonly choisis: number };
  /** Services come from a survey that is uneven; `partiels` are known to lack many. */
  "services-inegaux": { readonly partiels: readonly string[] };
  /** Nothing to show until the user brings a table. */
  "table-a-importer": { readonly ressource: RessourceImportee };
  /** Which of the two vintages of the zonage is taken as the older; `millesime` of the imported one. */
  "zonage-importe": { readonly avant: boolean; readonly millesime: string };
  /** Communes of the territory that one of the two vintages says nothing of. */
  "zonage-incomplet": { readonly nombre: number };
  /** Departures follow imported ages; `dite`: the table gives their year. */
  "ages-importes": { readonly annee: number; readonly dite: boolean };
  /** Communes that no doctor of the imported table is near. */
  "ages-absents": { readonly nombre: number };
  /** No place of soins non programmés of the chosen kinds is open then: everybody is far. */
  "aucun-lieu-ouvert": { readonly moment: MomentSoins; readonly territoire: string };
  /** A table that would say more. */
  "table-facultative": { readonly ressource: RessourceImportee };
  /** A row that says neither in which commune nor where it is. */
  "lieu-absent": Record<never, never>;
  /** A key that must be unique stands twice. */
  "code-en-double": { readonly colonne: string; readonly valeur: string };
  /** Longitude and latitude look swapped, or as metres, or lie outside metropolitan France. */
  "coordonnees-inversees": { readonly lon: string; readonly lat: string };
  "coordonnees-projetees": { readonly lon: string; readonly lat: string };
  "coordonnees-hors-zone": { readonly lon: string; readonly lat: string };
  "fichier-absent": { readonly fichier: string };
  "fichier-vide": { readonly fichier: string };
  "fichier-illisible": { readonly fichier: string; readonly raison: string };
  /** A road file in which no road is left; `lues`: roads of any kind that it held. */
  "reseau-sans-route": { readonly fichier: string; readonly lues: number };
  /** A road GeoJSON without a line; `genres`: what it holds, empty for nothing. */
  "reseau-sans-ligne": { readonly fichier: string; readonly genres: string };
  /** Roads whose class is not said: taken as minor ones. */
  "reseau-classe-supposee": { readonly nombre: number };
  /** Roads none of which can be driven both to and from another. */
  "reseau-en-morceaux": { readonly fichier: string };
  /** The network that the document asks for is not in this browser. */
  "reseau-inconnu": { readonly fichier: string };
  /** The imported network does not hold the territory: minutes are « pas de donnée ». */
  "reseau-hors-territoire": { readonly fichier: string; readonly territoire: string };
  /** Minutes are those of an imported network. */
  "reseau-importe": { readonly fichier: string };
  /** Roads cut where a point was missing or unreadable. */
  "reseau-repare": { readonly routes: number; readonly points: number };
  /** A file that would have to be held whole in memory. */
  "fichier-trop-gros": { readonly fichier: string; readonly octets: number; readonly limite: number };
  /** More road points than the browser is asked to hold. */
  "reseau-trop-grand": { readonly fichier: string; readonly points: number };
  /** The file is not UTF-8: read as this other encoding. */
  "encodage-suppose": { readonly encodage: string };
  /** More trouble of the same file, not listed one by one. */
  "autres-problemes": { readonly nombre: number };
  "option-inconnue": { readonly option: string; readonly attendues: string };
  "option-sans-valeur": { readonly option: string };
  "format-inconnu": { readonly format: string; readonly attendus: string };
  /** A supply known by département only: no figure at this level. */
  "offre-par-departement": { readonly offre: string };
  /** Rows of an inner dataset whose commune is not in the communes table. */
  "sites-hors-communes": { readonly nombre: number };
  /** A saved document that is not one, or of a version this application does not know. */
  "document-illisible": { readonly raison: string };
  "document-version": { readonly version: string; readonly connue: string };
  /** One field of a saved document could not be read: its default stands in. */
  "document-champ": { readonly champ: string };
  "couche-inconnue": { readonly couche: string; readonly proches: string };
  /** A part of a copied link cannot be read. */
  "lien-illisible": { readonly partie: string; readonly valeur: string };
}

export type IssueCode = keyof IssueParams;
export type Severity = "erreur" | "avertissement" | "information";

export interface IssuePlace {
  readonly file?: string;
  /** 1-based, header included, as a spreadsheet shows it. */
  readonly row?: number;
  readonly column?: string;
}

/** One trouble: what, where, with which figures. Distributes so that `code` narrows `params`. */
export type Issue = {
  [C in IssueCode]: {
    readonly code: C;
    readonly severity: Severity;
    readonly where?: IssuePlace;
    readonly params: IssueParams[C];
  };
}[IssueCode];

export function issue<C extends IssueCode>(
  code: C,
  severity: Severity,
  params: IssueParams[C],
  where?: IssuePlace,
): Issue {
  const base = { code, severity, params };
  return (where === undefined ? base : { ...base, where }) as Issue;
}

/** Errors of something that was done without: to be known, not to be stopped by. */
export function warnings(issues: readonly Issue[]): readonly Issue[] {
  return issues.map((found) => (found.severity === "erreur" ? { ...found, severity: "avertissement" } : found));
}
