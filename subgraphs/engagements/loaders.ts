import type { Database } from "../../shared/database/database.ts";
import { byId, groupBy } from "../../shared/loader-results.ts";
import { loaderStore } from "../../shared/loaders.ts";
import type { PageRequest } from "../../shared/pagination/connection.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { RevisionRow } from "./database/record-rows.ts";
import type { MembershipRow, OutcomeClaimRow } from "./database/rows.ts";
import * as engagements from "./engagement/queries.ts";
import { evaluationsOf } from "./evaluation/evaluation.ts";
import type { Evaluation } from "./evaluation/type.ts";
import { keyFiguresOf } from "./figures/figures.ts";
import type { KeyFigure } from "./figures/type.ts";
import type { Asked } from "./figures/year.ts";
import * as memberships from "./membership/queries.ts";
import * as outcomes from "./outcome/queries.ts";
import * as quarters from "./quarter/queries.ts";
import { type OutsideCount, outsideCounts, revisionsOf } from "./record/queries.ts";
import type { RecordType } from "./record/revisions.ts";
import * as smes from "./sme/queries.ts";
import * as traces from "./trace/queries.ts";
import type { Scope } from "./trace/where.ts";

type ParentColumn = engagements.ParentColumn;

/**
 * One request's DataLoaders. Each distinct list (parent, filter, page, columns) gets a loader of its own,
 * so that fields asked of many parents are read in one statement.
 */
export function createLoaders(database: Database, viewer: Viewer, ask: SubgraphClient) {
	const loader = loaderStore();
	const counts = (read: Promise<Map<string, number>>, ids: readonly string[]) =>
		read.then((counted) => ids.map((id) => counted.get(id) ?? 0));
	return {
		sme: (fields: Set<string>) =>
			loader<smes.PartialSmeRow | null>(["sme", fields], async (ids) =>
				byId(ids, await smes.smesByIds(database, viewer, ids, fields), (row) => row.asked),
			),
		engagement: (fields: Set<string>) =>
			loader<engagements.PartialEngagementRow | null>(["engagement", fields], async (ids) =>
				byId(ids, await engagements.engagementsByIds(database, viewer, ids, fields)),
			),
		outcome: () =>
			loader<outcomes.ReadOutcomeRow | null>(["outcome"], async (ids) =>
				byId(ids, await outcomes.outcomesByIds(database, viewer, ids)),
			),
		engagementPage: (
			columns: ParentColumn[],
			scope: Scope,
			page: PageRequest,
			fields: Set<string>,
		) =>
			loader<engagements.PartialEngagementRow[]>(
				["engagements", ...columns, scope, page, fields],
				async (ids) =>
					groupBy(
						ids,
						await engagements.engagementPagesByParent(database, columns, ids, scope, page, fields),
						(row) => row.parent,
					),
			),
		engagementCount: (columns: ParentColumn[], scope: Scope) =>
			loader<number>(["engagement count", ...columns, scope], (ids) =>
				counts(engagements.countEngagementsByParent(database, columns, ids, scope), ids),
			),
		trace: (scope: Scope, fields: Set<string>) =>
			loader<traces.TraceRow | null>(["trace", scope, fields], async (groups) =>
				byId(
					groups,
					await traces.tracesByGroup(database, scope, groups, fields),
					(row) => row.trace_id,
				),
			),
		tracePage: (column: ParentColumn, scope: Scope, page: PageRequest, fields: Set<string>) =>
			loader<traces.TraceRow[]>(["traces", column, scope, page, fields], async (ids) =>
				groupBy(
					ids,
					await traces.tracePagesByParent(database, column, ids, scope, page, fields),
					(row) => row.parent,
				),
			),
		traceCount: (column: ParentColumn, scope: Scope) =>
			loader<number>(["trace count", column, scope], (ids) =>
				counts(traces.countTracesByParent(database, column, ids, scope), ids),
			),
		membership: () =>
			loader<MembershipRow | null>(["membership"], async (ids) =>
				byId(ids, await memberships.membershipsByIds(database, viewer, ids)),
			),
		membershipPage: (column: "sme_id" | "institute_id", page: PageRequest) =>
			loader<MembershipRow[]>(["memberships", column, page], async (ids) =>
				groupBy(
					ids,
					await memberships.membershipPages(database, viewer, column, ids, page),
					(row) => row.parent,
				),
			),
		membershipCount: (column: "sme_id" | "institute_id") =>
			loader<number>(["membership count", column], (ids) =>
				counts(memberships.countMemberships(database, viewer, column, ids), ids),
			),
		outcomesOfSme: () =>
			loader<outcomes.ReadOutcomeRow[]>(["outcomes of sme"], async (ids) =>
				groupBy(ids, await outcomes.outcomesOfSmes(database, viewer, ids), (row) => row.parent),
			),
		outcomesOfEngagement: () =>
			loader<outcomes.ReadOutcomeRow[]>(["outcomes of engagement"], async (ids) =>
				groupBy(
					ids,
					await outcomes.outcomesOfEngagements(database, viewer, ids),
					(row) => row.parent,
				),
			),
		identifiers: () =>
			loader<Array<{ scheme: string; value: string }>>(["identifiers"], async (ids) =>
				groupBy(ids, await smes.identifiersOf(database, ids), (row) => row.sme_id),
			),
		mergedFrom: () =>
			loader<Awaited<ReturnType<typeof smes.mergedInto>>>(["merged from"], async (ids) =>
				groupBy(ids, await smes.mergedInto(database, viewer, ids), (row) => row.root_id),
			),
		revisions: (type: RecordType) =>
			loader<RevisionRow[]>(["revisions", type], async (ids) =>
				groupBy(ids, await revisionsOf(database, type, ids), (row) => row.record_id),
			),
		outsideCount: (type: RecordType) =>
			loader<OutsideCount | null>(["outside count", type], async (ids) =>
				byId(ids, await outsideCounts(database, viewer, type, ids)),
			),
		keyFigures: (type: "MepCenter" | "Institute", asked: Asked) =>
			loader<KeyFigure[]>(["key figures", type, asked], (ids) =>
				keyFiguresOf({ database, viewer, ask }, type, ids, asked),
			),
		evaluation: (asked: Asked) =>
			loader<Evaluation>(["evaluation", asked], (ids) =>
				evaluationsOf({ database, viewer, ask }, ids, asked),
			),
		quarterEngagements: (group: quarters.QuarterGroup, page: PageRequest, fields: Set<string>) =>
			loader<engagements.PartialEngagementRow[]>(["quarter", group, page, fields], async (ids) =>
				groupBy(
					ids,
					await quarters.quarterEngagements(database, viewer, group, ids, page, fields),
					(row) => row.parent,
				),
			),
		quarterCounts: () =>
			loader<quarters.QuarterCounts | null>(["quarter counts"], async (ids) =>
				byId(ids, await quarters.quarterCounts(database, viewer, ids)),
			),
		claims: () =>
			loader<Array<Omit<OutcomeClaimRow, "id">>>(["claims"], async (ids) =>
				groupBy(ids, await outcomes.claimsOf(database, ids), (row) => row.outcome_id),
			),
		covers: () =>
			loader<Array<{ engagement_id: string }>>(["covers"], async (ids) =>
				groupBy(ids, await outcomes.coveredBy(database, viewer, ids), (row) => row.outcome_id),
			),
	};
}

export type Loaders = ReturnType<typeof createLoaders>;
