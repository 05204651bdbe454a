/** When one needs care that cannot wait: by day on working days, in the evening, at night, by day on the week-end. */
export const MOMENTS_SOINS = ["jour", "soir", "nuit", "week_end"] as const;
export type MomentSoins = (typeof MOMENTS_SOINS)[number];
