import type { Table } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import { LivePoints, LiveSearch } from "../../geo/live-search";
import { reachPoints } from "../../geo/site-search";
import { snapPoints } from "../../geo/snap";
import { pathMinutes } from "../../geo/speeds";
import type { Inputs, Output, Progress } from "../analysis";
import { accesSources, ciblesVisees, type Depart, isCovered, openTerritoires, sitesVises, step, type Territoires } from "../shared/acces";
import { resultTable } from "../shared/groupes";
import { avecHypotheses } from "../shared/hypotheses";
import { origineOf } from "../shared/origine";
import { requireTable } from "../shared/sources";
import { type Arrivees, insideCount, scaled, searchBorder } from "../shared/trajets";
import { factsOf, summarise, type TempsParams } from "./compute";
import { type Carres, grouperEnCarres, minutesDesCarres } from "./mailles";
import { cellsByGroup, mesurer, type Resume, resumer } from "./mesure";

/** What a full run would give at this moment, but its views, its issues and its sources. */
export type EtatDirect = Pick<Output, "table" | "summary" | "facts">;

/** Points that follow the search, with what a full run reads of them. */
class Suivi {
  readonly arrivees: Arrivees;
  private readonly points: LivePoints;
  private readonly toBorder: Float32Array;

  constructor(live: LiveSearch, { rattachement }: Depart, toBorder: Float32Array) {
    const { length } = rattachement.edge;
    this.points = new LivePoints(live, rattachement);
    this.toBorder = toBorder;
    this.arrivees = { minutes: new Float64Array(length), site: this.points.reach.source, limite: new Uint8Array(length) };
    this.read(live, Int32Array.from({ length }, (_, i) => i));
  }

  /** The points that the last edit changed. */
  follow(live: LiveSearch): Int32Array {
    const changed = this.points.follow(live);
    this.read(live, changed);
    return changed;
  }

  private read(live: LiveSearch, points: Int32Array): void {
    const { seconds } = this.points.reach;
    const { speeds } = live.search.network;
    const { minutes, limite } = this.arrivees;
    for (const i of points) {
      minutes[i] = pathMinutes(seconds[i]!, speeds);
      limite[i] = this.toBorder[i]! < seconds[i]! && (this.points.points.edge[i] ?? -1) >= 0 ? 1 : 0;
    }
  }
}

interface Pieces {
  readonly inputs: Inputs;
  readonly params: TempsParams;
  readonly lieux: Territoires;
  readonly ids: readonly string[];
  readonly noms: readonly string[];
  /** Where each site is, degrees: the one that moves is followed. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly live: LiveSearch;
  readonly chefs: Suivi;
  readonly cellules: Suivi;
  readonly carres: Carres;
}

/**
 * The access times of a territory while a site is moved: after each move, the figures of a full run from the same
 * sites, to the bit. Only what the move changes is computed again.
 */
export class TempsDirect {
  private readonly pieces: Pieces;
  /** Cells of each group, and group of each cell; the last group is the whole. */
  private readonly groupes: readonly Int32Array[];
  private readonly resumes: Resume[];
  private courant: EtatDirect;

  private constructor(pieces: Pieces) {
    this.pieces = pieces;
    const { lieux, cellules } = pieces;
    this.groupes = cellsByGroup(lieux);
    this.resumes = this.groupes.map((cells) => resumer(lieux, cellules.arrivees.minutes, cells));
    this.courant = this.lire();
  }

  /**
   * Null where a full run would have no minutes to give: nothing to follow. On some of the tiles of the graph, those open must be
   * the ones that the minutes need without the site that will move, as well as with it.
   */
  static *ouvrir(inputs: Inputs, params: TempsParams): Generator<Progress, TempsDirect | null, void> {
    const sites = sitesVises(inputs, params.genres);
    if (inputs.moteur !== undefined || inputs.reseau === null || !sites.ok) return null;
    const { network } = inputs.reseau;
    const lieux = yield* openTerritoires(inputs, true, 0.3);
    if (!isCovered(lieux) || lieux.cellules === null) return null;
    const { ids, noms, lon, lat } = sites.value;
    const places = snapPoints(network.graph, lon, lat, network.edges);
    const live = yield* scaled(LiveSearch.start(network, places, "to-sites"), step("trajets"), 0.3, 0.8);
    const border = yield* scaled(searchBorder(network), step("trajets"), 0.8, 0.9);
    const suivi = (depart: Depart): Suivi => new Suivi(live, depart, reachPoints(border, depart.rattachement).seconds);
    const carres = yield* scaled(grouperEnCarres(lieux, requireTable(inputs.donnees, "cellules")), step("territoires"), 0.9, 1);
    return new TempsDirect({ inputs, params, lieux, ids, noms, lon: lon.slice(), lat: lat.slice(), live, chefs: suivi(lieux.chefs), cellules: suivi(lieux.cellules), carres });
  }

  get etat(): EtatDirect {
    return this.courant;
  }

  /** Minutes of each square of the inhabited grid at this moment, order of the view's table. */
  mailles(): Float64Array {
    const { lieux, cellules, carres } = this.pieces;
    return minutesDesCarres(carres, lieux.cellules?.demande.habitants ?? new Float64Array(), cellules.arrivees.minutes);
  }

  /** Whether a point of the territory goes to this site now. */
  sert(id: string): boolean {
    const { ids, chefs, cellules } = this.pieces;
    const site = ids.indexOf(id);
    return site >= 0 && (chefs.arrivees.site.includes(site) || cellules.arrivees.site.includes(site));
  }

  /** Moves one of the sites (degrees, EPSG:4326); one that falls off the network serves nobody. An unknown id changes nothing. */
  deplacer(id: string, lon: number, lat: number): EtatDirect {
    const { live, ids, lieux, chefs, cellules, ...places } = this.pieces;
    const site = ids.indexOf(id);
    if (site < 0) return this.courant;
    places.lon[site] = lon;
    places.lat[site] = lat;
    const { graph, edges } = live.search.network;
    const place: Attachments = snapPoints(graph, [lon], [lat], edges);
    if (place.edge[0] === -1) live.close(site);
    else live.move(site, place);
    chefs.follow(live);
    const touched = new Set<number>();
    for (const i of cellules.follow(live)) touched.add(lieux.groupes.groupe[lieux.cellules?.demande.commune[i] ?? -1] ?? -1);
    if (touched.size > 0) touched.add(this.groupes.length - 1);
    for (const group of touched) {
      const cells = this.groupes[group];
      if (cells !== undefined) this.resumes[group] = resumer(lieux, cellules.arrivees.minutes, cells);
    }
    this.courant = this.lire();
    return this.courant;
  }

  private lire(): EtatDirect {
    const { inputs, params, lieux, noms, lon, lat, live, chefs, cellules } = this.pieces;
    const origine = origineOf(inputs);
    const releve = { chefs: chefs.arrivees, cellules: cellules.arrivees, noms };
    const mesure = mesurer(lieux, releve, this.resumes, inputs.perimetre.niveau === "commune", origine);
    const table: Table = resultTable("temps-acces", lieux.groupes, mesure.columns);
    const nombre = insideCount(live.search.network.graph.bbox, { lon, lat });
    const resultat = { lieux, mesure, trajets: { nombre }, origine };
    const summary = summarise(inputs, params, resultat, nombre === 0);
    const cibles = ciblesVisees(inputs, params.genres);
    const said = avecHypotheses({ table, views: [], summary, facts: {}, issues: [], sources: accesSources(inputs, inputs.sites === null ? params.genres : [], true) }, inputs, cibles).summary;
    return { table, summary: said, facts: factsOf(resultat, params.seuil) };
  }
}
