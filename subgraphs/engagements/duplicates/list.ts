import { badInput } from "../../../shared/errors.ts";
import { checkConditions, checkStates } from "../../../shared/input-checks.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context, LikelyPair } from "../context.ts";
import type { DistinctPairRow } from "../database/rows.ts";
import { isInside, requirePermission } from "../policy.ts";
import { rootsOf, unseenSmes } from "../sme/queries.ts";
import { type Declared, standingDeclarations } from "./queries.ts";
import type { DistinctMark, DuplicatePair, DuplicatePairWhere } from "./type.ts";

/** A pair as it is listed: without a score where only a declaration names it. */
type Listed = { ids: [string, string]; likely?: LikelyPair; declared?: DistinctPairRow };

const idOf = (ids: readonly string[]) => ids.join("~");

function toMark({ viewer }: Context, row: DistinctPairRow): DistinctMark {
	const isOurs = isInside(viewer, row.center_id);
	return {
		at: row.marked_at,
		by: isOurs ? row.marked_by : null,
		reason: isOurs ? row.reason : null,
		yours: isOurs,
	};
}

function toPair(context: Context, { ids, likely, declared }: Listed): DuplicatePair {
	return {
		smes: ids.map((id) => ({ id })),
		score: likely?.score ?? null,
		reasons: likely ? [likely.reason] : [],
		distinct: declared && !declared.withdrawn ? toMark(context, declared) : null,
	};
}

/** A declaration that was just made or taken back, as the pair that it is about. */
export async function pairOf(context: Context, declared: DistinctPairRow): Promise<DuplicatePair> {
	const ids = (await rootsOf(context.database, [declared.one_id, declared.other_id])).sort();
	const { pairs } = await context.likelyPairs();
	const likely = pairs.find((pair) => idOf(pair.ids) === idOf(ids));
	return toPair(context, { ids: ids as [string, string], likely, declared });
}

function everyPair(likely: readonly LikelyPair[], declarations: readonly Declared[]): Listed[] {
	const all = new Map<string, Listed>();
	for (const pair of likely) all.set(idOf(pair.ids), { ids: pair.ids, likely: pair });
	for (const declared of declarations) {
		const ids = [declared.one_root, declared.other_root].sort() as [string, string];
		if (ids[0] === ids[1]) continue;
		all.set(idOf(ids), { ids, ...all.get(idOf(ids)), declared });
	}
	return [...all.values()];
}

const scoreOf = ({ likely }: Listed) => likely?.score ?? 0;
const likeliestFirst = (one: Listed, other: Listed) =>
	scoreOf(other) - scoreOf(one) || (idOf(one.ids) < idOf(other.ids) ? -1 : 1);

/** The position of a pair in the list, for cursors. */
export const positionOf = ({ score, smes }: DuplicatePair): [number, string] => [
	score ?? 0,
	idOf(smes.map(({ id }) => id)),
];

/** How a pair lies to a position: negative before it. */
const toPosition = (pair: Listed, [score, id]: ReadonlyArray<string | number>) =>
	Number(score) - scoreOf(pair) ||
	(idOf(pair.ids) < String(id) ? -1 : Number(idOf(pair.ids) !== id));

/** One page, and one pair more, of a list in memory, as statements with `keyset` read it. */
function pageIn(pairs: readonly Listed[], { first, after, before, backward }: PageRequest) {
	const between = pairs.filter(
		(pair) => (!after || toPosition(pair, after) > 0) && (!before || toPosition(pair, before) < 0),
	);
	return backward ? between.slice(-first - 1).reverse() : between.slice(0, first + 1);
}

async function check(where: DuplicatePairWhere, { database, viewer }: Context): Promise<void> {
	checkConditions("where", where);
	checkStates("where.states", where.states);
	const [unknown] = where.smeIds?.length ? await unseenSmes(database, viewer, where.smeIds) : [];
	if (unknown !== undefined)
		throw badInput("where.smeIds", `there is no Sme with the id "${unknown}"`);
}

/**
 * One page, and one pair more, of the pairs of manufacturers, both of which the viewer sees, that may be the same, the
 * likeliest first; and how many there are. Throws UNAUTHENTICATED or FORBIDDEN for who may not merge.
 */
export async function duplicatePairs(
	context: Context,
	where: DuplicatePairWhere,
	page: PageRequest,
): Promise<{ pairs: DuplicatePair[]; count: number }> {
	const { database, viewer } = context;
	requirePermission(viewer, "merge manufacturers");
	await check(where, context);
	const [{ pairs, states }, declarations, smeIds] = await Promise.all([
		context.likelyPairs(),
		standingDeclarations(database),
		where.smeIds && rootsOf(database, where.smeIds),
	]);
	const inStates = (id: string) => !where.states || where.states.includes(states.get(id) ?? "");
	const listed = everyPair(pairs, declarations)
		.filter(
			({ ids, declared }) =>
				(declared !== undefined) === (where.distinct ?? false) &&
				(!smeIds || ids.some((id) => smeIds.includes(id))) &&
				ids.every((id) => states.has(id)) &&
				ids.some(inStates),
		)
		.sort(likeliestFirst);
	return { pairs: pageIn(listed, page).map((pair) => toPair(context, pair)), count: listed.length };
}
