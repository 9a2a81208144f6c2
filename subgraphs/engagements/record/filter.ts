import sql, { raw, type Sql } from "sql-template-tag";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import { parseInstant } from "../../../shared/dates.ts";
import { badInput } from "../../../shared/errors.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { visibleRevisions } from "../policy.ts";
import { checkInsider, insideOnly } from "./policy.ts";
import { SUBMISSION, unknownBatches } from "./queries.ts";
import type { RecordType } from "./revisions.ts";

/** Conditions of a list on the history of its records. */
export type HistoryFilter = {
	/** Subjects of tokens, one of which created the record. */
	madeBy?: string[];
	/** Imports, one of which created or changed the record. */
	batchIds?: string[];
	/** Time since which the record was created or changed, 2018-03-07T08:30:00.000Z. */
	changedSince?: string;
	/** Time before which the record was last submitted. */
	submittedBefore?: string;
};

/** The same conditions with the names of the API's filters. */
type Given = {
	loggedBy?: string[] | null;
	registeredBy?: string[] | null;
	batchIds?: string[] | null;
	updatedSince?: string | null;
	submittedBefore?: string | null;
};

/** Reads a date or time. Throws BAD_USER_INPUT naming `argument`. */
export function instantOf(argument: string, text: string): string {
	const instant = parseInstant(text);
	if (!instant)
		throw badInput(
			argument,
			`"${text.slice(0, 40)}" is not a date or a moment; write 2018-03-07 or 2018-03-07T08:30:00Z`,
		);
	return instant;
}

/**
 * Reads the conditions on history. Throws UNAUTHENTICATED or FORBIDDEN if an outsider filters by author or import, and
 * BAD_USER_INPUT if a time is malformed or an import does not exist.
 */
export async function readHistoryFilter(
	where: Given,
	{ database, viewer }: Context,
): Promise<HistoryFilter> {
	for (const name of ["loggedBy", "registeredBy", "batchIds", "submittedBefore"] as const)
		if (where[name]) checkInsider(viewer, `where.${name}`);
	const [unknown] = where.batchIds?.length
		? await unknownBatches(database, viewer, where.batchIds)
		: [];
	if (unknown !== undefined)
		throw badInput("where.batchIds", `there is no ImportBatch with the id "${unknown}"`);
	return {
		madeBy: where.loggedBy ?? where.registeredBy ?? undefined,
		batchIds: where.batchIds ?? undefined,
		changedSince:
			typeof where.updatedSince === "string"
				? instantOf("where.updatedSince", where.updatedSince)
				: undefined,
		submittedBefore:
			typeof where.submittedBefore === "string"
				? instantOf("where.submittedBefore", where.submittedBefore)
				: undefined,
	};
}

/**
 * Conditions on records of one type; `alias` names their table in the statement. Author and import match the viewer's
 * own records only; the time of a change matches the changes that the viewer may see.
 */
export function historyConditions(
	type: RecordType,
	alias: string,
	{ madeBy, batchIds, changedSince, submittedBefore }: HistoryFilter,
	viewer: Viewer,
): Sql[] {
	const changed = (condition: Sql) =>
		sql`${raw(`${alias}.id`)} IN (SELECT r.record_id FROM revisions r WHERE r.record_type = ${type} AND ${condition})`;
	const found: Sql[] = [];
	if (madeBy) found.push(changed(sql`${sqlIn("r.subject", madeBy)} AND r.revision = 1`));
	if (batchIds) found.push(changed(sqlIn("r.batch_id", batchIds)));
	if (submittedBefore)
		found.push(
			sql`(SELECT MAX(r.at) FROM revisions r WHERE r.record_type = ${type} AND r.record_id = ${raw(`${alias}.id`)} AND ${SUBMISSION}) < ${submittedBefore}`,
		);
	if (found.length > 0) found.push(insideOnly(viewer, `${alias}.center_id`));
	if (changedSince)
		found.push(changed(sql`r.at >= ${changedSince} AND ${visibleRevisions(viewer)}`));
	return found;
}
