import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Directive, ID, Info, Query, Resolver } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { AS_PARENT } from "../../../shared/subgraph/cache-control.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { NEWEST, neverChanges } from "./lifetimes.ts";
import { releaseNode } from "./load.ts";
import { toRelease } from "./present.ts";
import { countReleases, releasePage } from "./queries.ts";
import { Release } from "./type.ts";

const ReleaseConnection = connectionOf("Release", () => Release, AS_PARENT);
const LIST = "releases";

@Resolver()
export class ReleaseResolver {
	@Directive(NEWEST)
	@Query(() => ReleaseConnection, {
		description: "Published releases of statistics, newest first.",
	})
	async releases(
		@Ctx() { database }: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(20)) args: PageArgs,
	) {
		const page = pageRequest(LIST, 1, args, info);
		const [rows, count] = await Promise.all([
			releasePage(database, page),
			selectedFields(info).has("totalCount") ? countReleases(database) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.number], toRelease, count);
	}

	@Directive(NEWEST)
	@Query(() => Release, {
		nullable: true,
		description: "One release; null where there is none with this id.",
	})
	async release(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("id", () => ID, { description: "Its id." }) id: string,
	) {
		const found = await releaseNode(id, context);
		if (found) neverChanges(info);
		return found;
	}
}
