import sql, { join, raw, type Sql } from "sql-template-tag";
import { SPELLED_OUT_IN_PAGES as SPELLED_OUT, sqlIn } from "../../../shared/database/sql-in.ts";
import { naicsRange } from "./naics.ts";
import { SMALL_BELOW } from "./rules.ts";

/** Conditions on manufacturers; an undefined one matches all. */
export type SmeScope = {
	smeStates?: string[];
	withoutState?: boolean;
	naicsPrefix?: string;
	naicsSectors?: string[];
	withoutNaics?: boolean;
	isSmall?: boolean;
};

/** The same rule as `isSmall` in rules.ts: unknown for a manufacturer that may belong to a larger group. */
const SMALL = raw(
	`s.employees < ${SMALL_BELOW} AND (s.larger_group IS NULL OR NOT s.larger_group)`,
);
const NOT_SMALL = raw(`s.employees >= ${SMALL_BELOW}`);

function beginsWith(prefix: string): Sql {
	const [from, below] = naicsRange(prefix);
	return sql`(s.naics >= ${from} AND s.naics < ${below})`;
}

/** `column IS NULL` where `without` is true, IS NOT NULL where it is false. */
export function missing(column: string, without: boolean): Sql {
	return raw(`${column} IS ${without ? "" : "NOT "}NULL`);
}

/** Conditions on `smes s`; none where the scope has none. */
export function smeConditions(scope: SmeScope): Sql[] {
	const found: Sql[] = [];
	if (scope.smeStates) found.push(sqlIn("s.state", scope.smeStates, SPELLED_OUT));
	if (scope.withoutState !== undefined) found.push(missing("s.state", scope.withoutState));
	if (scope.naicsPrefix !== undefined) found.push(beginsWith(scope.naicsPrefix));
	if (scope.naicsSectors)
		found.push(
			scope.naicsSectors.length === 0
				? raw("1 = 0")
				: sql`(${join(scope.naicsSectors.map(beginsWith), " OR ")})`,
		);
	if (scope.withoutNaics !== undefined) found.push(missing("s.naics", scope.withoutNaics));
	if (scope.isSmall !== undefined) found.push(scope.isSmall ? SMALL : NOT_SMALL);
	return found;
}
