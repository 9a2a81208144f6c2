import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { provenActor } from "../policy.ts";
import { toEvent } from "./present.ts";
import { countEvents, eventPage } from "./queries.ts";
import { EVENTS_KEPT_DAYS } from "./record-events.ts";
import { PartnerEvent } from "./type.ts";

const PartnerEventConnection = connectionOf("PartnerEvent", () => PartnerEvent);
const LIST = "partnerEvents";

@Resolver()
export class PartnerEventResolver {
	@Query(() => PartnerEventConnection, {
		description: `What a partner was told of in the last ${EVENTS_KEPT_DAYS} days, the newest first, whether or not it has webhooks. For the partner itself and HUB_ADMIN.`,
	})
	async partnerEvents(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
		@Arg("first", () => Int, { defaultValue: 50, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
		@Arg("proof", () => String, {
			nullable: true,
			description: "Compact JWS by a current key of the partner.",
		})
		proof?: string,
	) {
		await provenActor(context, "partnerEvents", { partner: partnerId, proof }, {});
		const { database } = context;
		const page = pageRequest(LIST, 2, { first, after });
		const [rows, count] = await Promise.all([
			eventPage(database, partnerId, page),
			selectedFields(info).has("totalCount") ? countEvents(database, partnerId) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.at, row.id], toEvent, count);
	}
}
