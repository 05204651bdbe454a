import { formatQuantity } from "./format";

/** Inhabitants of a cell, which are an estimate: « 12 hab. », « moins d'un habitant ». */
export function habitantsDeMaille(habitants: number): string {
  return habitants < 1 ? "moins d'un habitant" : formatQuantity(habitants, "habitants");
}

export const MAILLE_SANS_NOM = "Maille habitée";
