/** What the row of a new record must say: where it was read or by whom it was recorded. */
export type Sourced = { source_document: string };

/** The manufacturer that the record counts under, and the one it was recorded under: after a merge they differ. */
export type Counted = { id: string; sme_id: string; logged_sme_id: string };
