import sql, { type Sql } from "sql-template-tag";

/** Who may see which records. Until viewers exist everybody is the public and sees PUBLIC records that were approved. */
const VISIBLE = {
	visibility: ["PUBLIC"],
	status: ["APPROVED", "REPORTED", "AMENDED"],
} as const;

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ");

/** Condition on `engagements e`; part of every statement that reads engagements. */
export const visibleEngagements: Sql = sql([
	`e.visibility IN (${quoted(VISIBLE.visibility)}) AND e.status IN (${quoted(VISIBLE.status)})`,
]);

/** Condition on `smes s`. */
export const visibleSmes: Sql = sql([`s.visibility IN (${quoted(VISIBLE.visibility)})`]);

/** Condition on `outcomes o`. */
export const visibleOutcomes: Sql = sql([`o.visibility IN (${quoted(VISIBLE.visibility)})`]);
