import type { GraphQLResolveInfo } from "graphql";
import { badInput } from "../../../shared/errors.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { Standing } from "../live-totals.ts";
import { sightOf } from "../policy.ts";
import { needsRow, readSme } from "../sme/load.ts";
import { questionOf, type TotalsRequest, totalsFrom } from "./from-columns.ts";
import { toTotal } from "./present.ts";
import { addOutcomes, type TraceTotalRow, traceTotals } from "./queries.ts";
import { type TraceTotal, TraceTotalOrder } from "./type.ts";

const MOST_GROUPS = 10_000;
const BY_AMOUNT = [TraceTotalOrder.HOURS_DESC, TraceTotalOrder.PEOPLE_TRAINED_DESC];
/** About how much memory the figures of a group, and each of its outcome totals, take. */
const ROW_BYTES = 250;
const OUTCOME_BYTES = 100;

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
): Promise<TraceTotal[]> {
	const question = "place" in standing ? questionOf(request) : undefined;
	const found =
		question && "place" in standing
			? await context.columns.totals(standing.place, question)
			: undefined;
	const totals = found
		? totalsFrom(found, request.by)
		: (await bySql(request, context)).map(toTotal);
	if (totals.length > MOST_GROUPS)
		throw badInput(
			"by",
			`more than ${MOST_GROUPS} groups; group by less, narrow \`where\` or ask for the \`first\` of an order`,
		);
	return totals;
}

/** Where more than their ids are asked for, the manufacturers of groups are read. */
function withSmes(totals: TraceTotal[], context: Context, info: GraphQLResolveInfo): TraceTotal[] {
	const fields = selectedFields(info, "sme");
	if (!needsRow(fields)) return totals;
	return totals.map((total) => {
		const id = (total.sme as { id: string } | null)?.id;
		if (id === undefined) return total;
		const sme = readSme(id, context, fields);
		// A field that @skip leaves out is not waited for.
		sme.catch(() => undefined);
		return { ...total, sme };
	});
}

const sizeOf = (totals: readonly TraceTotal[]): number =>
	totals.reduce(
		(sum, { outcomes }) => sum + ROW_BYTES + (outcomes?.length ?? 0) * OUTCOME_BYTES,
		0,
	);

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
	let totals = context.totals.get(key) as Promise<TraceTotal[]> | undefined;
	if (!totals) {
		const made = compute(request, standing, context);
		totals = made;
		context.totals.set(key, made, { size: key.length });
		made.then(
			(found) => context.totals.set(key, made, { size: key.length + sizeOf(found) }),
			() => context.totals.delete(key),
		);
	}
	return withSmes(await totals, context, info);
}
