import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Database } from "../../../shared/database/database.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { WebhookDeliveryRow } from "../database/event-rows.ts";
import { eventsById } from "../event/queries.ts";
import { provenActor } from "../policy.ts";
import { removeWebhookEndpoint, replayWebhookDelivery, setWebhookEndpoint } from "./commands.ts";
import { toDelivery, toEndpoint } from "./present.ts";
import { countDeliveries, deliveryPage, endpointRows } from "./queries.ts";
import { MOST_ATTEMPTS, MOST_ENDPOINTS } from "./rules.ts";
import {
	DeliveryStatus,
	SetWebhookEndpointPayload,
	WebhookDelivery,
	WebhookEndpoint,
} from "./type.ts";

const WebhookDeliveryConnection = connectionOf("WebhookDelivery", () => WebhookDelivery);
const LIST = "webhookDeliveries";
const PARTNER = "The partner.";
const PROOF = "Compact JWS by a current key of the partner. HUB_ADMIN does without.";

/** Deliveries with what they tell. */
async function withEvents(database: Database, rows: WebhookDeliveryRow[]) {
	const events = await eventsById(
		database,
		rows.map(({ event_id }) => event_id),
	);
	const byId = new Map(events.map((event) => [event.id, event]));
	return rows.flatMap((row) => {
		const event = byId.get(row.event_id);
		return event ? [{ row, event }] : [];
	});
}

@Resolver()
export class WebhookResolver {
	@Query(() => [WebhookEndpoint], {
		description:
			"Where a partner is told of events, the oldest first. For the partner itself and HUB_ADMIN.",
	})
	async webhookEndpoints(
		@Ctx() context: Context,
		@Arg("partnerId", () => ID, { description: PARTNER }) partnerId: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		await provenActor(context, "webhookEndpoints", { partner: partnerId, proof }, {});
		return (await endpointRows(context.database, partnerId)).map(toEndpoint);
	}

	@Query(() => WebhookDeliveryConnection, {
		description: `Deliveries of a partner's events, the newest first; those given up after ${MOST_ATTEMPTS} attempts are DEAD. For the partner itself and HUB_ADMIN.`,
	})
	async webhookDeliveries(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("partnerId", () => ID, { description: PARTNER }) partnerId: string,
		@Arg("status", () => DeliveryStatus, { nullable: true, description: "Only these." })
		status?: DeliveryStatus,
		@Arg("first", () => Int, { defaultValue: 50, description: "Items a page, 1 to 200." })
		first = 50,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		await provenActor(context, "webhookDeliveries", { partner: partnerId, proof }, {});
		const { database } = context;
		const page = pageRequest(LIST, 2, { first, after });
		const filter = { partnerId, status };
		const [rows, count] = await Promise.all([
			deliveryPage(database, filter, page),
			selectedFields(info).has("totalCount") ? countDeliveries(database, filter) : undefined,
		]);
		const shown = await withEvents(database, rows);
		return pageOf(LIST, page, shown, ({ row }) => [row.at, row.id], toDelivery, count);
	}

	@Mutation(() => SetWebhookEndpointPayload, {
		description: `Sends a partner's events to an address from now on, signed as Standard Webhooks has it; at most ${MOST_ENDPOINTS} addresses, on the partner's registered hosts. The same address again gets a new secret.`,
	})
	async setWebhookEndpoint(
		@Ctx() context: Context,
		@Arg("partnerId", () => ID, { description: PARTNER }) partnerId: string,
		@Arg("url", () => String, {
			description: "The address, for example https://api.example.org/hub.",
		})
		url: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		const { endpoint, secret } = await setWebhookEndpoint(context, { partnerId, url, proof });
		return { endpoint: toEndpoint(endpoint), secret };
	}

	@Mutation(() => ID, {
		description: "Sends nothing to an endpoint any more, what was not yet delivered included.",
	})
	removeWebhookEndpoint(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The endpoint." }) id: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		return removeWebhookEndpoint(context, { id, proof });
	}

	@Mutation(() => WebhookDelivery, {
		description:
			"Sends a delivery that was given up, or taken, once more, under the same webhook-id.",
	})
	async replayWebhookDelivery(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The delivery." }) id: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		const row = await replayWebhookDelivery(context, { id, proof });
		const [shown] = await withEvents(context.database, [row]);
		return shown && toDelivery(shown);
	}
}
