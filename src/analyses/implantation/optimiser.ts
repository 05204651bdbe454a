import type { LinearSolution, SolveRequest } from "../../domain/linear-program";
import type { SitingModel } from "../../geo/siting/models";
import { optimize } from "../../geo/siting/optimize";
import type { Siting, SitingAnswer } from "../../geo/siting/problem";
import type { Progress } from "../analysis";
import { step } from "../shared/acces";

/** Runs the choice, its steps told as progress from `from` to `to`: one after the other, each stands for half of what is left. */
export function* optimiser(modele: SitingModel, siting: Siting, from: number, to: number): Generator<Progress | SolveRequest, SitingAnswer, LinearSolution | void> {
  const steps = optimize(modele, siting);
  let [found, start, last] = [steps.next(), from, 0];
  while (found.done !== true) {
    if (typeof found.value !== "number") {
      found = steps.next(yield found.value);
      continue;
    }
    // A share that falls back is that of another step.
    if (found.value < last) start += (to - start) / 2;
    last = found.value;
    yield step("optimum")(start + ((to - start) / 2) * found.value);
    found = steps.next();
  }
  return found.value;
}
