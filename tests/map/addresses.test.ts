import type { FeatureCollection, Geometry } from "geojson";
import { expect, it } from "vitest";
import { Addresses, isHeavy } from "../../src/map/addresses";

const of = (...geometries: readonly Geometry[]): FeatureCollection => ({ type: "FeatureCollection", features: geometries.map((geometry) => ({ type: "Feature", properties: {}, geometry })) });
const line = (length: number): Geometry => ({ type: "LineString", coordinates: Array.from({ length }, (_, i) => [i / 1000, 45]) });

it("counts positions, whatever holds them", () => {
  expect(isHeavy(of())).toBe(false);
  expect(isHeavy(of(line(1_999)))).toBe(false);
  expect(isHeavy(of(line(2_000)))).toBe(true);
  expect(isHeavy(of(line(1_000), { type: "Point", coordinates: [1, 45] }))).toBe(false);
  expect(isHeavy(of({ type: "GeometryCollection", geometries: [line(1_500), line(500)] }))).toBe(true);
  expect(isHeavy(of({ type: "MultiPolygon", coordinates: [[(line(1_000) as { coordinates: number[][] }).coordinates], [(line(1_000) as { coordinates: number[][] }).coordinates]] }))).toBe(true);
});

it("gives a light collection itself", () => {
  const light = of(line(2));
  expect(new Addresses().of(light)).toBe(light);
});

it("gives the text of a heavy one at an address, until it is released", async () => {
  const addresses = new Addresses();
  const heavy = of(line(3_000));
  const address = addresses.of(heavy) as string;
  expect(address).toMatch(/^blob:/);
  expect(await (await fetch(address)).json()).toEqual(heavy);
  addresses.release();
  await expect(fetch(address)).rejects.toThrow();
});
