import sql, { raw, type Sql } from "sql-template-tag";
import {
	containsWords,
	matchesOne,
	type WordPatterns,
	wordPatterns,
} from "../../../shared/database/search.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { ESTABLISHED, visibleSmes } from "../policy.ts";
import { type HistoryFilter, historyConditions, readHistoryFilter } from "../record/filter.ts";
import { insideOnly } from "../record/policy.ts";
import type { EngagementWhere } from "./engagement-where.ts";

/** Conditions of lists of engagements that traces and totals do not have. */
export type ListConditions = {
	statuses?: string[];
	late?: boolean;
	search?: WordPatterns;
	history?: HistoryFilter;
};

/** Statuses of engagements that still need work. */
const OPEN = ["DRAFT", "SUBMITTED", "RETURNED"] as const;

/** Must be the same text as the condition of the index `engagements_open`. */
const OPEN_ONLY = raw(`e.status IN (${OPEN.map((status) => `'${status}'`).join(", ")})`);

/** Reads these conditions; undefined where none is given. Throws BAD_USER_INPUT, UNAUTHENTICATED or FORBIDDEN. */
export async function readListConditions(
	where: EngagementWhere,
	context: Context,
): Promise<ListConditions | undefined> {
	const history = await readHistoryFilter(where, context);
	const found: ListConditions = {
		statuses: where.statuses ?? undefined,
		late: where.late ?? undefined,
		search: where.search?.trim() ? wordPatterns(where.search, context.database.engine) : undefined,
		history: isGiven(history) ? history : undefined,
	};
	return isGiven(found) ? found : undefined;
}

const isGiven = (conditions: object) =>
	Object.values(conditions).some((value) => value !== undefined);

function statusConditions(statuses: string[], viewer: Viewer): Sql[] {
	const all = (some: readonly string[]) => statuses.every((status) => some.includes(status));
	const found = [sqlIn("e.status", statuses)];
	// These two conditions are redundant, but let the indices of the center and of open engagements be used.
	if (!statuses.some((status) => (ESTABLISHED as readonly string[]).includes(status)))
		found.push(insideOnly(viewer, "e.center_id"));
	if (all(OPEN)) found.push(OPEN_ONLY);
	return found;
}

const SEARCHED = ["e.title", "e.note", "e.practice"];

/** Each word must be in a text of the engagement, or in the name of its manufacturer if the viewer sees that one. */
function searchConditions({ operator, words }: WordPatterns, viewer: Viewer): Sql[] {
	return words.map(({ word, pattern }) => {
		const named = sql`e.sme_id IN (SELECT s.id FROM smes s WHERE ${containsWords("s.search_name", word)} AND ${visibleSmes(viewer)})`;
		return matchesOne(SEARCHED, operator, pattern, named);
	});
}

/** Conditions on `engagements e`. */
export function listConditions(
	{ statuses, late, search, history }: ListConditions,
	viewer: Viewer,
): Sql[] {
	const found: Sql[] = statuses ? statusConditions(statuses, viewer) : [];
	if (late !== undefined) found.push(raw(late ? "e.late" : "NOT e.late"));
	if (search) found.push(...searchConditions(search, viewer));
	if (history) found.push(...historyConditions("ENGAGEMENT", "e", history, viewer));
	return found;
}
