import type { GraphQLResolveInfo } from "graphql";
import { badInput } from "../../../shared/errors.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { ServiceKind } from "../enums.ts";
import type { Standing } from "../live-totals.ts";
import type { OutcomeTotal } from "../outcome/type.ts";
import { sightOf } from "../policy.ts";
import { questionOf, rowsOf, type TotalsRequest } from "./from-columns.ts";
import { addOutcomes, type TraceTotalRow, traceTotals } from "./queries.ts";
import { CellStatus, type TraceTotal, TraceTotalOrder } from "./type.ts";

const MOST_GROUPS = 10_000;
const BY_AMOUNT = [TraceTotalOrder.HOURS_DESC, TraceTotalOrder.PEOPLE_TRAINED_DESC];
/** About how much memory the figures of a group take. */
const ROW_BYTES = 300;

async function bySql(
	{ scope, by, orderBy, limit, withOutcomes }: TotalsRequest,
	{ database }: Context,
): Promise<TraceTotalRow[]> {
	const rows = await traceTotals(database, scope, by, orderBy, limit);
	if (withOutcomes && rows.length <= MOST_GROUPS) await addOutcomes(database, scope, by, rows);
	return rows;
}

async function compute(
	request: TotalsRequest,
	standing: Standing,
	context: Context,
): Promise<TraceTotalRow[]> {
	const question = "place" in standing ? questionOf(request) : undefined;
	const found =
		question && "place" in standing
			? await context.columns.totals(standing.place, question)
			: undefined;
	const rows = found ? rowsOf(found, request.by) : await bySql(request, context);
	if (rows.length > MOST_GROUPS)
		throw badInput(
			"by",
			`more than ${MOST_GROUPS} groups; group by less, narrow \`where\` or ask for the \`first\` of an order`,
		);
	return rows;
}

const stub = (id: string | null | undefined) => (id ? { id } : null);

/** Row → API type. */
function toTotal(row: TraceTotalRow): TraceTotal {
	return {
		kind: row.kind as ServiceKind | undefined,
		center: stub(row.center_id),
		institute: stub(row.institute_id),
		sme: stub(row.sme_id),
		smeState: row.sme_state,
		naicsSector: row.naics_sector,
		fiscalYear: row.fiscal_year,
		calendarYear: row.calendar_year,
		smeCount: row.sme_count,
		engagementCount: row.engagement_count,
		hours: row.hours,
		peopleTrained: row.people_trained,
		outcomes: row.outcomes as OutcomeTotal[] | undefined,
		status: CellStatus.PUBLISHED,
	};
}

/**
 * Totals are kept until the database changes, for all who see the same; simultaneous requests for the same totals share
 * one computation.
 */
export async function totalsOf(
	asked: Pick<TotalsRequest, "scope" | "by" | "orderBy"> & { first?: number },
	context: Context,
	info: GraphQLResolveInfo,
): Promise<TraceTotal[]> {
	const { first, ...rest } = asked;
	if (first !== undefined && (first < 1 || first > MOST_GROUPS))
		throw badInput("first", `${first} is out of range; ask for 1 to ${MOST_GROUPS} groups`);
	const fields = selectedFields(info);
	const request: TotalsRequest = {
		...rest,
		limit: first ?? MOST_GROUPS + 1,
		withOutcomes: fields.has("outcomes"),
		withAmounts:
			fields.has("hours") || fields.has("peopleTrained") || BY_AMOUNT.includes(asked.orderBy),
	};
	const standing = await context.columns.standing();
	const { viewer, ...scope } = request.scope;
	const key = JSON.stringify([standing, sightOf(viewer), scope, { ...request, scope: undefined }]);
	let rows = context.totals.get(key) as Promise<TraceTotalRow[]> | undefined;
	if (!rows) {
		const made = compute(request, standing, context);
		rows = made;
		context.totals.set(key, made, { size: key.length });
		made.then(
			({ length }) => context.totals.set(key, made, { size: key.length + length * ROW_BYTES }),
			() => context.totals.delete(key),
		);
	}
	return (await rows).map(toTotal);
}
