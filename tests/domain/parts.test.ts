import { describe, expect, test } from "vitest";
import { decompositionOf } from "../../src/domain/parts";
import type { NumberColumn, Table } from "../../src/domain/table";
import { decompositionText, partsDeLigne } from "../../src/textes/decomposition";

const column = (name: string, values: readonly number[], part?: NumberColumn["part"]): NumberColumn => ({ name, label: name, type: "nombre", unit: "nombre", digits: 1, values: Float64Array.from(values), ...(part === undefined ? {} : { part }) });
const part = (nom: string): NonNullable<NumberColumn["part"]> => ({ de: "score", nom });
const TABLE: Table = { id: "t", length: 2, columns: [column("score", [30, Number.NaN]), column("a", [10, Number.NaN], part("Zonage")), column("b", [20, Number.NaN], part("APL")), column("c", [Number.NaN, Number.NaN], part("Revenu"))] };

describe("a figure made of parts", () => {
  test("is the column they name, with its parts in the order of the table", () => {
    const found = decompositionOf(TABLE)!;
    expect([found.total.name, found.parts.map(({ name }) => name)]).toEqual(["score", ["a", "b", "c"]]);
  });
  test("there is none where no column says so", () => expect(decompositionOf({ ...TABLE, columns: TABLE.columns.slice(0, 1) })).toBeNull());
  test("what brings most is said first, what is not known last and never as 0", () => {
    const found = decompositionOf(TABLE)!;
    expect(partsDeLigne(found, 0).map(({ nom, rank }) => [nom, rank])).toEqual([["APL", 1], ["Zonage", 0], ["Revenu", 2]]);
    expect(decompositionText(found, 0)).toBe("score 30,0 : APL 20,0 ; Zonage 10,0 ; Revenu pas de donnée");
    expect(decompositionText(found, 1)).toBe("score : pas de donnée");
  });
});
