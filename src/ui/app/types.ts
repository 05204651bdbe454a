import type { Commands } from "../../store/commands/commands";
import type { State } from "../../store/state";

/** Shapes that reach the interface through the store; named here since ui never imports the worker protocol. */
export type Output = NonNullable<State["results"]["courant"]>["output"];
export type LigneInventaire = Awaited<ReturnType<Commands["inventaire"]>>[number];
