import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOTEURS, MOTEURS_ID, parseAdresse } from "../../src/domain/moteur";
import type { Outcome } from "../../src/domain/outcome";
import { ign } from "../../src/io/moteurs/ign";
import { cutLots } from "../../src/io/moteurs/lots";
import type { DemandeLot, ReponseLot } from "../../src/io/moteurs/moteur";
import { openrouteservice } from "../../src/io/moteurs/openrouteservice";
import { osrm } from "../../src/io/moteurs/osrm";
import { ADAPTATEURS } from "../../src/io/moteurs/registry";
import { valhalla } from "../../src/io/moteurs/valhalla";
import { issueText } from "../../src/textes/issues";

const LOT: DemandeLot = { origines: [[1.26, 45.83], [1.05, 46.12]], destinations: [[1.1, 45.9]] };
const PAIRE: DemandeLot = { origines: [[1.26, 45.83]], destinations: [[1.1, 45.9]] };
const acces = (adresse: string, cle = "") => ({ adresse, cle });
const ok = (value: unknown) => ({ status: 200, text: JSON.stringify(value) });
const minutes = (outcome: Outcome<ReponseLot>): readonly number[] => (outcome.ok ? [...outcome.value.minutes] : []);
const said = (outcome: Outcome<unknown>): string => outcome.issues.map(issueText).join(" ");
const ISO = { point: [1.26, 45.83], minutes: [30], sens: "arrivee" } as const;
/** Around one place, `side` hundredths of a degree wide. */
const square = (side: number) => {
  const half = side / 200;
  return { type: "Polygon", coordinates: [[[1 - half, 45 - half], [1 + half, 45 - half], [1 + half, 45 + half], [1 - half, 45 + half], [1 - half, 45 - half]]] };
};
const POLYGON = { type: "Polygon", coordinates: [[[1, 45], [2, 45], [2, 46], [1, 45]]] };
const ZONE = { type: "MultiPolygon", coordinates: [POLYGON.coordinates] };

describe("what is sent", () => {
  it("OSRM: /table, sources then destinations", () => {
    expect(osrm.matrice.buildRequest(LOT, acces("http://localhost:5000"))).toEqual({
      url: "http://localhost:5000/table/v1/driving/1.26,45.83;1.05,46.12;1.1,45.9?sources=0;1&destinations=2&annotations=duration,distance",
      method: "GET",
      headers: {},
      body: null,
    });
  });

  it("Valhalla: /sources_to_targets, without a content type that asks for leave beforehand", () => {
    const { url, method, headers, body } = valhalla.matrice.buildRequest(LOT, acces("http://localhost:8002"));
    expect([url, method, headers]).toEqual(["http://localhost:8002/sources_to_targets", "POST", {}]);
    expect(JSON.parse(body ?? "")).toEqual({ sources: [{ lat: 45.83, lon: 1.26 }, { lat: 46.12, lon: 1.05 }], targets: [{ lat: 45.9, lon: 1.1 }], costing: "auto" });
  });

  it("Valhalla: /isochrone", () => {
    const { url, body } = valhalla.isochrone!.buildRequest(ISO, acces("http://localhost:8002"));
    expect([url, JSON.parse(body ?? "")]).toEqual([
      "http://localhost:8002/isochrone",
      { locations: [{ lat: 45.83, lon: 1.26 }], costing: "auto", contours: [{ time: 30 }], polygons: true, reverse: true },
    ]);
  });

  it("openrouteservice: the key in a header, never in the address", () => {
    const { url, headers, body } = openrouteservice.matrice.buildRequest(LOT, acces("https://api.openrouteservice.org", "secret"));
    expect([url, headers]).toEqual(["https://api.openrouteservice.org/v2/matrix/driving-car", { Authorization: "secret", "Content-Type": "application/json" }]);
    expect(JSON.parse(body ?? "")).toEqual({ locations: [[1.26, 45.83], [1.05, 46.12], [1.1, 45.9]], sources: [0, 1], destinations: [2], metrics: ["duration"] });
  });

  it("openrouteservice: isochrones in seconds", () => {
    const { url, body } = openrouteservice.isochrone!.buildRequest(ISO, acces("https://api.openrouteservice.org"));
    expect([url, JSON.parse(body ?? "")]).toEqual([
      "https://api.openrouteservice.org/v2/isochrones/driving-car",
      { locations: [[1.26, 45.83]], range: [1800], range_type: "time", location_type: "destination" },
    ]);
  });

  it("IGN: itinéraire, one pair", () => {
    expect(ign.matrice.buildRequest(PAIRE, acces("https://data.geopf.fr")).url).toBe(
      "https://data.geopf.fr/navigation/itineraire?resource=bdtopo-osrm&start=1.26,45.83&end=1.1,45.9&profile=car&optimization=fastest&getSteps=false&timeUnit=second",
    );
  });

  it("IGN: isochrone", () => {
    expect(ign.isochrone!.buildRequest(ISO, acces("https://data.geopf.fr")).url).toBe(
      "https://data.geopf.fr/navigation/isochrone?point=1.26,45.83&resource=bdtopo-valhalla&costType=time&costValue=30&timeUnit=minute&profile=car&direction=arrival&geometryFormat=geojson&crs=EPSG:4326",
    );
  });
});

describe("answers as the documents say", () => {
  it("OSRM: seconds, and null where there is no way", () => {
    expect(minutes(osrm.matrice.parseResponse(ok({ code: "Ok", durations: [[600], [null]], distances: [[9000], [null]] }), LOT))).toEqual([10, Number.NaN]);
  });

  it("Valhalla: times in seconds, and null where there is no way", () => {
    const rows = [[{ time: 600, distance: 9, from_index: 0, to_index: 0 }], [{ time: null, distance: null, from_index: 1, to_index: 0 }]];
    expect(minutes(valhalla.matrice.parseResponse(ok({ sources_to_targets: rows, units: "kilometers" }), LOT))).toEqual([10, Number.NaN]);
  });

  it("openrouteservice: seconds, and null where there is no way", () => {
    expect(minutes(openrouteservice.matrice.parseResponse(ok({ durations: [[600], [null]] }), LOT))).toEqual([10, Number.NaN]);
  });

  it.each([["second", 600], ["minute", 10], ["hour", 1 / 6]])("IGN: the duration in the unit it names (%s)", (timeUnit, duration) => {
    expect(minutes(ign.matrice.parseResponse(ok({ duration, distance: 9000, timeUnit, geometry: {}, portions: [] }), PAIRE))[0]).toBeCloseTo(10, 9);
  });

  it("IGN: no way between two points is an answer", () => {
    expect(minutes(ign.matrice.parseResponse({ status: 404, text: '{"error":{"errorType":"notFound","message":"No path found"}}' }, PAIRE))).toEqual([Number.NaN]);
  });

  it("IGN: an isochrone becomes a zone", () => {
    const read = ign.isochrone!.parseResponse(ok({ point: "1.26,45.83", resource: "bdtopo-valhalla", costType: "time", costValue: 30, profile: "car", direction: "arrival", crs: "EPSG:4326", geometry: POLYGON, alerts: [] }), ISO);
    expect(read).toEqual({ ok: true, value: [ZONE], issues: [] });
  });

  it.each([["Valhalla", valhalla, (time: number) => ({ contour: time })], ["openrouteservice", openrouteservice, (time: number) => ({ value: time * 60 })]] as const)("%s: isochrones come by the time they name, whatever their order", (_, { isochrone }, named) => {
    const features = [20, 10].map((time) => ({ type: "Feature", properties: named(time), geometry: square(time) }));
    expect(isochrone!.parseResponse(ok({ type: "FeatureCollection", features }), { ...ISO, minutes: [10, 20] })).toEqual({ ok: true, value: [10, 20].map((time) => ({ type: "MultiPolygon", coordinates: [square(time).coordinates] })), issues: [] });
  });

  it("Valhalla: several polygons of one time are one zone", () => {
    const features = [1, 2].map((side) => ({ type: "Feature", properties: { contour: 30 }, geometry: square(side) }));
    const read = valhalla.isochrone!.parseResponse(ok({ type: "FeatureCollection", features }), ISO);
    expect(read.ok && read.value.map(({ coordinates }) => coordinates.length)).toEqual([2]);
  });
});

describe("errors as the documents say, in French with the engine's own words", () => {
  it.each([
    ["OSRM", osrm, 400, { code: "NoSegment", message: "Could not find a matching segment for coordinate 1" }, /OSRM refuse la demande \(400, « NoSegment : Could not find/],
    ["OSRM", osrm, 200, { code: "TooBig", message: "Too many table coordinates" }, /OSRM refuse la demande \(200, « TooBig/],
    ["Valhalla", valhalla, 400, { error_code: 171, error: "No suitable edges near location", status_code: 400, status: "Bad Request" }, /Valhalla refuse la demande \(400, « 171 : No suitable edges/],
    ["openrouteservice", openrouteservice, 400, { error: { code: 6004, message: "Request parameters exceed the server configuration limits." } }, /refuse la demande \(400, « 6004 : Request parameters/],
    ["openrouteservice", openrouteservice, 403, { error: "Access to this API has been disallowed" }, /refuse l'accès \(« Access to this API has been disallowed »\) : vérifiez votre clé/],
    ["IGN", ign, 400, { error: { errorType: "badRequest", message: "Parameter 'start' not found" } }, /IGN Géoplateforme refuse la demande \(400, « badRequest : Parameter 'start' not found »\)/],
    ["IGN", ign, 404, { error: { errorType: "notFound", message: "Resource unknown" } }, /IGN Géoplateforme refuse la demande \(404, « notFound : Resource unknown »\)/],
  ] as const)("%s", (_, { matrice }, status, body, text) => {
    expect(said(matrice.parseResponse({ status, text: JSON.stringify(body) }, PAIRE))).toMatch(text);
  });

  it("a status alone is told by its number", () => {
    expect(said(osrm.matrice.parseResponse({ status: 404, text: "not found" }, PAIRE))).toBe("OSRM refuse la demande (404).");
  });

  it.each(["ign", "valhalla", "openrouteservice"] as const)("%s: an isochrone refused", (id) => {
    const outcome = ADAPTATEURS[id].isochrone!.parseResponse({ status: 400, text: "{}" }, ISO);
    expect(said(outcome)).toContain("refuse la demande (400)");
  });
});

describe("answers that are none", () => {
  const demandes = MOTEURS_ID.map((id) => [id, ADAPTATEURS[id].matrice, id === "ign" ? PAIRE : LOT] as const);

  it.each(demandes)("%s: broken JSON, a page, a list, a text, another engine's answer", (id, matrice, demande) => {
    for (const text of ['{"durations":[[60', "<!doctype html><p>Welcome to nginx!", "[]", '"Ok"', '{"trips":[]}']) {
      expect(said(matrice.parseResponse({ status: 200, text }, demande))).toMatch(new RegExp(`^La réponse (?:de |d')${MOTEURS[id].nom} est illisible`));
    }
  });

  it.each([
    ["a row too few", [[600]]],
    ["a column too many", [[600, 600], [600, 600]]],
    ["a text", [["600"], [600]]],
    ["a negative duration", [[-1], [600]]],
    ["no rows", [600, 600]],
  ])("a matrix with %s", (_, durations) => {
    expect(osrm.matrice.parseResponse(ok({ code: "Ok", durations }), LOT)).toMatchObject({ ok: false, issues: [{ code: "moteur-illisible" }] });
    expect(openrouteservice.matrice.parseResponse(ok({ durations }), LOT)).toMatchObject({ ok: false, issues: [{ code: "moteur-illisible" }] });
  });

  it.each(["ign", "valhalla", "openrouteservice"] as const)("%s: an isochrone without polygons", (id) => {
    const { isochrone } = ADAPTATEURS[id];
    for (const body of [{}, { type: "FeatureCollection", features: [] }, { geometry: { type: "Point", coordinates: [1, 45] } }, { type: "FeatureCollection", features: [null] }]) {
      expect(isochrone!.parseResponse(ok(body), ISO)).toMatchObject({ ok: false, issues: [{ code: "moteur-illisible" }] });
    }
  });

  it.each([
    ["a text", [[["1", 45], [2, 45], [2, 46], ["1", 45]]]],
    ["metres", [[[565_000, 6_527_000], [566_000, 6_527_000], [566_000, 6_528_000], [565_000, 6_527_000]]]],
    ["beyond the pole", [[[1, 145], [2, 145], [2, 146], [1, 145]]]],
    ["a ring of two places", [[[1, 45], [2, 45]]]],
    ["no ring", []],
    ["a hole that is none", [POLYGON.coordinates[0], null]],
  ])("a zone whose coordinates are %s", (_, coordinates) => {
    const geometry = { type: "Polygon", coordinates };
    const feature = { type: "Feature", properties: { contour: 30, value: 1800 }, geometry };
    for (const id of ["ign", "valhalla", "openrouteservice"] as const) {
      const body = id === "ign" ? { geometry, costValue: 30 } : { type: "FeatureCollection", features: [feature] };
      expect(said(ADAPTATEURS[id].isochrone!.parseResponse(ok(body), ISO))).toMatch(/longitude et latitude/);
    }
  });

  it("the zone of another time is not taken for the one that was asked", () => {
    const one = { type: "FeatureCollection", features: [{ type: "Feature", properties: { contour: 20, value: 1200 }, geometry: POLYGON }] };
    expect(said(valhalla.isochrone!.parseResponse(ok(one), ISO))).toContain("la zone de 30 min manque");
    expect(said(openrouteservice.isochrone!.parseResponse(ok(one), ISO))).toContain("la zone de 30 min manque");
    expect(said(ign.isochrone!.parseResponse(ok({ geometry: POLYGON, costValue: "20" }), ISO))).toContain("la zone de 30 min manque");
  });

  it("what is said of an engine's isochrones is what its adapter does", () => {
    expect(MOTEURS_ID.map((id) => MOTEURS[id].isochrones)).toEqual(MOTEURS_ID.map((id) => ADAPTATEURS[id].isochrone !== null));
  });
});

describe("lots", () => {
  const matrix = fc.record({ origins: fc.integer({ min: 0, max: 60 }), sites: fc.integer({ min: 1, max: 40 }), k: fc.integer({ min: 1, max: 5 }), seed: fc.integer() }).map(({ origins, sites, k, seed }) => {
    let state = seed >>> 0;
    const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const candidats = Int32Array.from({ length: origins * k }, () => -1);
    for (let i = 0; i < origins; i += 1) {
      const from = Math.floor(next() * sites);
      for (let rank = 0; rank < Math.min(k, sites); rank += 1) candidats[i * k + rank] = next() < 0.1 ? -1 : (from + rank) % sites;
    }
    const points = (n: number) => ({ lon: new Float64Array(n).fill(1), lat: new Float64Array(n).fill(45) });
    return { origines: points(origins), sites: points(sites), candidats, k };
  });

  it.each(MOTEURS_ID)("%s: within its limits, each origin with each of its candidates once", (id) => {
    const { limites } = ADAPTATEURS[id].matrice;
    fc.assert(
      fc.property(matrix, (demande) => {
        const seen = new Map<string, number>();
        for (const { origines, sites } of cutLots(demande, limites)) {
          expect(origines.length).toBeLessThanOrEqual(limites.origines);
          expect(sites.length).toBeLessThanOrEqual(limites.destinations);
          expect(origines.length + sites.length).toBeLessThanOrEqual(limites.points);
          for (const origine of origines) for (const site of sites) seen.set(`${origine}/${site}`, (seen.get(`${origine}/${site}`) ?? 0) + 1);
        }
        expect([...seen.values()].every((times) => times === 1)).toBe(true);
        demande.candidats.forEach((site, i) => {
          if (site >= 0) expect(seen.has(`${Math.floor(i / demande.k)}/${site}`)).toBe(true);
        });
      }),
      { seed: 87, numRuns: 80 },
    );
  });
});

describe("the address a user types", () => {
  it.each([
    ["http://localhost:5000/", "http://localhost:5000"],
    [" https://osrm.example.org/api/ ", "https://osrm.example.org/api"],
    ["http://127.0.0.1:8002", "http://127.0.0.1:8002"],
  ])("%s", (typed, adresse) => {
    expect(parseAdresse(typed)).toMatchObject({ ok: true, value: adresse });
  });

  it.each(["", "localhost:5000", "http://osrm.example.org", "ftp://localhost", "https://moi:secret@example.org", "https://example.org/?a=1", "javascript:alert(1)"])("refuses %s", (typed) => {
    expect(parseAdresse(typed)).toMatchObject({ ok: false, issues: [{ code: "moteur-adresse" }] });
  });
});
