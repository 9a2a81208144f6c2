import type { GraphQLResolveInfo } from "graphql";
import { badInput } from "../../../shared/errors.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { ServiceKind } from "../enums.ts";
import type { Scope } from "../filter/scope.ts";
import type { OutcomeTotal } from "../outcome/type.ts";
import { addOutcomes, type TraceTotalRow, traceTotals } from "./queries.ts";
import { CellStatus, type TraceDimension, type TraceTotal, type TraceTotalOrder } from "./type.ts";

const MOST_GROUPS = 10_000;
/** About how much memory the figures of a group take. */
const ROW_BYTES = 300;

/** A request for totals: of all groups, or of the `first` of them in an order. */
type TotalsRequest = {
	scope: Scope;
	by: TraceDimension[];
	orderBy: TraceTotalOrder;
	first?: number;
};

async function compute(
	{ scope, by, orderBy, first }: TotalsRequest,
	withOutcomes: boolean,
	{ database }: Context,
): Promise<TraceTotalRow[]> {
	const rows = await traceTotals(database, scope, by, orderBy, first ?? MOST_GROUPS + 1);
	if (rows.length > MOST_GROUPS)
		throw badInput(
			"by",
			`more than ${MOST_GROUPS} groups; group by less, narrow \`where\` or ask for the \`first\` of an order`,
		);
	if (withOutcomes) await addOutcomes(database, scope, by, rows);
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

/** Totals are cached until the database changes; simultaneous requests for the same totals share one computation. */
export async function totalsOf(
	asked: TotalsRequest,
	context: Context,
	info: GraphQLResolveInfo,
): Promise<TraceTotal[]> {
	if (asked.first !== undefined && (asked.first < 1 || asked.first > MOST_GROUPS))
		throw badInput("first", `${asked.first} is out of range; ask for 1 to ${MOST_GROUPS} groups`);
	const withOutcomes = selectedFields(info).has("outcomes");
	const key = JSON.stringify([await context.database.version(), asked, withOutcomes]);
	let rows = context.totals.get(key) as Promise<TraceTotalRow[]> | undefined;
	if (!rows) {
		const made = compute(asked, withOutcomes, context);
		rows = made;
		context.totals.set(key, made, { size: key.length });
		made.then(
			({ length }) => context.totals.set(key, made, { size: key.length + length * ROW_BYTES }),
			() => context.totals.delete(key),
		);
	}
	return (await rows).map(toTotal);
}
