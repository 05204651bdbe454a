export const ROOT: string;
export const DIST: string;
export function isStale(): boolean;
export function ensureBuilt(): Promise<boolean>;
