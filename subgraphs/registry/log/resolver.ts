import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { LogRow } from "../database/record-rows.ts";
import { countLog, logPage } from "./queries.ts";
import { PublishLogEntry } from "./type.ts";

const PublishLogConnection = connectionOf("PublishLogEntry", () => PublishLogEntry);
const LIST = "publishLog";

/** Row → API type. */
function toEntry({ partner_id, ...row }: LogRow): PublishLogEntry {
	return { ...row, partnerId: partner_id };
}

@Resolver()
export class PublishLogResolver {
	@Query(() => PublishLogConnection, {
		description:
			"Everything that was registered, published, activated, rolled back, suspended or granted, oldest first. Open to everybody.",
	})
	async publishLog(
		@Ctx() { database }: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("first", () => Int, { defaultValue: 100, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts; the beginning where left out.",
		})
		after?: string,
		@Arg("partnerId", () => ID, { nullable: true, description: "Only what is about this partner." })
		partnerId?: string,
		@Arg("subgraph", () => String, {
			nullable: true,
			description: "Only what is about this subgraph.",
		})
		subgraph?: string,
	) {
		const page = pageRequest(LIST, 1, { first, after });
		const filter = { partnerId, subgraph };
		const [rows, count] = await Promise.all([
			logPage(database, page, filter),
			selectedFields(info).has("totalCount") ? countLog(database, filter) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.seq], toEntry, count);
	}
}
