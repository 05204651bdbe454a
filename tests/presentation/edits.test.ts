import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ajouter, deplacer, dupliquer, type EditPages, intituler, modifier, supprimer } from "../../src/presentation/edits";
import { type Presentation, PRESENTATION_VIDE } from "../../src/presentation/page";
import { page } from "./exemples";

const { id: _, ...NOUVELLE } = page();
const ids = ({ pages }: Presentation): readonly string[] => pages.map(({ id }) => id);
const trois = ajouter([NOUVELLE, NOUVELLE, NOUVELLE], null)(PRESENTATION_VIDE);

const id = fc.integer({ min: 1, max: 12 }).map((n) => `p${n}`);
const edit: fc.Arbitrary<EditPages> = fc.oneof(
  id.map((apres) => ajouter([NOUVELLE], apres)),
  fc.tuple(id, fc.integer({ min: -4, max: 4 })).map(([one, de]) => deplacer(one, de)),
  id.map(dupliquer),
  id.map(supprimer),
  fc.tuple(id, fc.string()).map(([one, titre]) => modifier(one, { titre })),
);

describe("pages", () => {
  test("keep each its own name, whatever is done to them", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const after = edits.reduce((presentation, one) => one(presentation), trois);
        expect(new Set(ids(after)).size).toBe(after.pages.length);
      }),
    );
  });
  test("are moved without a loss, and come back", () => {
    fc.assert(
      fc.property(id, fc.integer({ min: -4, max: 4 }), (one, de) => {
        const moved = deplacer(one, de)(trois);
        expect(ids(moved).toSorted()).toEqual(ids(trois));
        const at = ids(trois).indexOf(one);
        const back = deplacer(one, at - ids(moved).indexOf(one))(moved);
        expect(ids(back)).toEqual(ids(trois));
      }),
    );
  });
  test("an edit that changes nothing gives the same object", () => {
    for (const nothing of [deplacer("p1", -1), deplacer("p9", 1), supprimer("p9"), dupliquer("p9"), modifier("p1", { titre: NOUVELLE.titre }), intituler(""), ajouter([], null)]) expect(nothing(trois)).toBe(trois);
  });
  test("a copy stands after its page, with what it shows", () => {
    const after = dupliquer("p2")(trois);
    expect(ids(after)).toEqual(["p1", "p2", "p4", "p3"]);
    expect(after.pages[2]?.capture).toBe(after.pages[1]?.capture);
  });
  test("a name is never given twice, even after a deletion", () => {
    const shorter = supprimer("p1")(trois);
    expect(ids(ajouter([NOUVELLE], null)(shorter))).toEqual(["p2", "p3", "p4"]);
  });
});
