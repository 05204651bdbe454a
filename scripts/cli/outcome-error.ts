import type { Issue } from "../../src/domain/issue";
import { cliIssueText } from "./issue-text";

/** A call that cannot be answered as it is written: exit 2, one French line. */
export class BadCall extends Error {}

/** A file that was read and refused: exit 1, one line an issue. */
export class RefusedInput extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(cliIssueText).join("\n"));
    this.issues = issues;
  }
}

export function badCall(issues: readonly Issue[]): BadCall {
  return new BadCall(issues.map(cliIssueText).join(" "));
}

export function refusedInput(issues: readonly Issue[]): RefusedInput {
  return new RefusedInput(issues);
}
