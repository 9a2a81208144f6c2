import DataLoader from "dataloader";
import type { Database } from "../../shared/database/database.ts";
import type { PageRequest } from "../../shared/pagination/connection.ts";
import type { EngagementRow, OutcomeClaimRow, OutcomeRow, SmeRow } from "./database/rows.ts";
import * as engagements from "./engagement/queries.ts";
import * as outcomes from "./outcome/queries.ts";
import * as smes from "./sme/queries.ts";
import * as traces from "./trace/queries.ts";
import type { Scope } from "./trace/where.ts";

type ParentColumn = engagements.ParentColumn;

function group<Row>(keys: readonly string[], rows: Row[], keyOf: (row: Row) => string): Row[][] {
	const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
	for (const row of rows) groups.get(keyOf(row))?.push(row);
	return keys.map((key) => groups.get(key) ?? []);
}

function single<Row extends { id: string }>(
	keys: readonly string[],
	rows: Row[],
): Array<Row | null> {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return keys.map((key) => byId.get(key) ?? null);
}

/**
 * One request's DataLoaders. Each distinct list (parent, filter, page, columns) gets a loader of its own,
 * so that fields asked of many parents are read in one statement.
 */
export function createLoaders(database: Database) {
	const made = new Map<string, DataLoader<string, unknown>>();
	function loader<V>(
		key: string,
		read: (ids: readonly string[]) => Promise<V[]>,
	): DataLoader<string, V> {
		let found = made.get(key);
		if (!found) {
			found = new DataLoader(read, { maxBatchSize: engagements.PARENTS_A_STATEMENT });
			made.set(key, found);
		}
		return found as DataLoader<string, V>;
	}
	const keyOf = (...parts: unknown[]) => JSON.stringify(parts);
	const counts = (read: Promise<Map<string, number>>, ids: readonly string[]) =>
		read.then((counted) => ids.map((id) => counted.get(id) ?? 0));
	return {
		sme: (fields: Set<string>) =>
			loader<SmeRow | null>(keyOf("sme", ...fields), async (ids) =>
				single(ids, await smes.smesByIds(database, ids, fields)),
			),
		engagement: (fields: Set<string>) =>
			loader<EngagementRow | null>(keyOf("engagement", ...fields), async (ids) =>
				single(ids, await engagements.engagementsByIds(database, ids, fields)),
			),
		outcome: () =>
			loader<OutcomeRow | null>("outcome", async (ids) =>
				single(ids, await outcomes.outcomesByIds(database, ids)),
			),
		engagementPage: (column: ParentColumn, scope: Scope, page: PageRequest, fields: Set<string>) =>
			loader<EngagementRow[]>(keyOf("engagements", column, scope, page, ...fields), async (ids) =>
				group(
					ids,
					await engagements.engagementPagesByParent(database, column, ids, scope, page, fields),
					(row) => row.parent,
				),
			),
		engagementCount: (column: ParentColumn, scope: Scope) =>
			loader<number>(keyOf("engagement count", column, scope), (ids) =>
				counts(engagements.countEngagementsByParent(database, column, ids, scope), ids),
			),
		tracePage: (column: ParentColumn, scope: Scope, page: PageRequest, fields: Set<string>) =>
			loader<traces.TraceRow[]>(keyOf("traces", column, scope, page, ...fields), async (ids) =>
				group(
					ids,
					await traces.tracePagesByParent(database, column, ids, scope, page, fields),
					(row) => row.parent,
				),
			),
		traceCount: (column: ParentColumn, scope: Scope) =>
			loader<number>(keyOf("trace count", column, scope), (ids) =>
				counts(traces.countTracesByParent(database, column, ids, scope), ids),
			),
		outcomesOfSme: () =>
			loader<OutcomeRow[]>("outcomes of sme", async (ids) =>
				group(ids, await outcomes.outcomesOfSmes(database, ids), (row) => row.parent),
			),
		outcomesOfEngagement: () =>
			loader<OutcomeRow[]>("outcomes of engagement", async (ids) =>
				group(ids, await outcomes.outcomesOfEngagements(database, ids), (row) => row.parent),
			),
		claims: () =>
			loader<OutcomeClaimRow[]>("claims", async (ids) =>
				group(ids, await outcomes.claimsOf(database, ids), (row) => row.outcome_id),
			),
		covers: () =>
			loader<Array<{ engagement_id: string }>>("covers", async (ids) =>
				group(ids, await outcomes.coveredBy(database, ids), (row) => row.outcome_id),
			),
	};
}

export type Loaders = ReturnType<typeof createLoaders>;
