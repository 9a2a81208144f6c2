/** What a load did to each table. */
export type Counts = Record<string, { created: number; updated: number; unchanged: number }>;
