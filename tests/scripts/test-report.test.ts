import { expect, test } from "vitest";
import { countReport } from "../../scripts/test-report.mjs";
import type { VitestReport } from "../../scripts/test-report.mjs";

const report = (change: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...change,
});

test("counts are those of the report", () => {
  const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
  expect(countReport(report({ numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults }), 1)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 3,
  });
});

test("a file that fails before its first test is one more failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  expect(countReport(report({ numFailedTests: 1, testResults }), 1).failed).toBe(2);
});

test("an error outside any test is a failure", () => {
  expect(countReport(report({}), 1).failed).toBe(1);
});

test("no report at all is a failure", () => {
  expect(countReport(null, 0).failed).toBe(1);
});

test("a clean run has none", () => {
  expect(countReport(report({}), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
});
