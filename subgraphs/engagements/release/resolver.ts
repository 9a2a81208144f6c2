import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { releaseNode } from "./load.ts";
import { toRelease } from "./present.ts";
import { countReleases, releasePage } from "./queries.ts";
import { Release } from "./type.ts";

const ReleaseConnection = connectionOf("Release", () => Release);
const LIST = "releases";

@Resolver()
export class ReleaseResolver {
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

	@Query(() => Release, {
		nullable: true,
		description: "One release; null where there is none with this id.",
	})
	release(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() context: Context) {
		return releaseNode(id, context);
	}
}
