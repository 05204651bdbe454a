import type { Commands } from "../../store/commands/commands";

/** A line of the inventory; named here since ui never imports the worker protocol. */
export type LigneInventaire = Awaited<ReturnType<Commands["inventaire"]>>[number];
