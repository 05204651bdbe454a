import type { Map as GlMap } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { holdPaint } from "../../src/map/hold-paint";

/** A map whose frames are asked for and drawn by hand. */
function setUp() {
  const paint = vi.fn();
  const map = { painter: { render: paint }, triggerRepaint: vi.fn(), once: vi.fn() };
  const first = holdPaint(map as unknown as GlMap);
  return { first, map, paint, frame: () => map.painter.render() };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("first image of a map", () => {
  it("sends nothing to the screen while more is expected", () => {
    const { first, paint, frame } = setUp();
    frame();
    expect(first.ready()).toBe(false);
    frame();
    expect(paint).not.toHaveBeenCalled();
  });

  it("is painted by the frame that follows, once shown and ready", () => {
    const { first, map, paint, frame } = setUp();
    first.show();
    frame();
    expect(paint).not.toHaveBeenCalled();
    expect(first.ready()).toBe(false);
    expect(map.triggerRepaint).toHaveBeenCalledTimes(2);
    frame();
    expect(paint).toHaveBeenCalledTimes(1);
    expect(first.ready()).toBe(true);
  });

  it("asks for a frame when shown: an idle map would never say that it is ready", () => {
    const { first, map } = setUp();
    first.show();
    expect(map.triggerRepaint).toHaveBeenCalledTimes(1);
  });

  it("shows what is ready after a second, even if more is expected", () => {
    const { first, paint, frame } = setUp();
    first.ready();
    vi.advanceTimersByTime(999);
    frame();
    expect(paint).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    frame();
    expect(paint).toHaveBeenCalledTimes(1);
  });

  it("shows what has come after three seconds, even if the map never is ready", () => {
    const { first, paint, frame } = setUp();
    first.show();
    vi.advanceTimersByTime(2_999);
    frame();
    expect(paint).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    frame();
    expect(paint).toHaveBeenCalledTimes(1);
  });

  it("asks for nothing more of a map that is gone", () => {
    const { first, map } = setUp();
    first.ready();
    const [, gone] = map.once.mock.calls.find(([event]) => event === "remove") ?? [];
    (gone as () => void)();
    vi.advanceTimersByTime(10_000);
    expect(map.triggerRepaint).not.toHaveBeenCalled();
  });
});
