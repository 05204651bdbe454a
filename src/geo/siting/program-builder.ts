import type { LinearProgram } from "../../domain/linear-program";

/** Gathers the columns and the rows of a linear programme. */
export class ProgramBuilder {
  private readonly names: string[] = [];
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowNames: string[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly start: number[] = [0];
  private readonly column: number[] = [];
  private readonly value: number[] = [];

  /** A column between `lower` and 1; gives its number. */
  addColumn(name: string, cost: number, lower: 0 | 1, integer: boolean): number {
    this.names.push(name);
    this.cost.push(cost);
    this.lower.push(lower);
    this.integer.push(integer ? 1 : 0);
    return this.names.length - 1;
  }

  addCost(column: number, cost: number): void {
    this.cost[column]! += cost;
  }

  addRow(name: string, lower: number, terms: readonly (readonly [column: number, value: number])[], upper: number): void {
    this.rowNames.push(name);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    for (const [column, value] of terms) {
      this.column.push(column);
      this.value.push(value);
    }
    this.start.push(this.column.length);
  }

  end(sense: LinearProgram["sense"]): LinearProgram {
    const { names, rowNames } = this;
    return {
      sense,
      names,
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: new Float64Array(names.length).fill(1),
      integer: Uint8Array.from(this.integer),
      rowNames,
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      start: Int32Array.from(this.start),
      column: Int32Array.from(this.column),
      value: Float64Array.from(this.value),
    };
  }
}
