import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import { checkConditions } from "../../../shared/input-checks.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { isInside, requirePermission } from "../policy.ts";
import { loadSme } from "../sme/load.ts";
import { unseenSmes } from "../sme/queries.ts";
import { Sme } from "../sme/type.ts";
import { countMerges, type MergeRow, mergePage } from "./queries.ts";
import { SmeMerge, SmeMergeWhere } from "./type.ts";

const SmeMergeConnection = connectionOf("SmeMerge", () => SmeMerge);
const LIST = "smeMerges";

function toMerge({ viewer }: Context, row: MergeRow): SmeMerge {
	const { id, name, city, state, revision } = row;
	const isOurs = isInside(viewer, row.center_id);
	return {
		merged: { id, name, city, state, revision },
		into: { id: row.root_id },
		at: row.at,
		by: isOurs ? row.subject : null,
		reason: isOurs ? row.reason : null,
		yours: isOurs,
	};
}

/** Throws BAD_USER_INPUT naming the condition. */
async function check(where: SmeMergeWhere, { database, viewer }: Context): Promise<void> {
	checkConditions("where", where);
	const [unknown] = where.smeIds?.length ? await unseenSmes(database, viewer, where.smeIds) : [];
	if (unknown !== undefined)
		throw badInput("where.smeIds", `there is no Sme with the id "${unknown}"`);
}

@Resolver(() => SmeMerge)
export class MergeResolver {
	@Query(() => SmeMergeConnection, {
		description:
			"Merges of manufacturers that stand, the latest first, of which you may see both; `unmergeSme` undoes one. For who may merge: managers and the program office.",
	})
	async smeMerges(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(20)) args: PageArgs,
		@Arg("where", () => SmeMergeWhere, { nullable: true, description: "Which ones." })
		where?: SmeMergeWhere,
	) {
		const { database, viewer } = context;
		requirePermission(viewer, "merge manufacturers");
		const page = pageRequest(LIST, 2, args, info);
		await check(where ?? {}, context);
		const [rows, count] = await Promise.all([
			mergePage(database, viewer, where?.smeIds, page),
			selectedFields(info).has("totalCount")
				? countMerges(database, viewer, where?.smeIds)
				: undefined,
		]);
		const keyOf = (row: MergeRow): [string, string] => [row.at, row.id];
		return pageOf(LIST, page, rows, keyOf, (row) => toMerge(context, row), count);
	}

	@FieldResolver(() => Sme, {
		description: "The manufacturer that it counts under now, after all merges.",
	})
	into(@Root() { into }: SmeMerge, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return loadSme(into.id, context, info);
	}
}
