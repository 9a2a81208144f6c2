import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { PartnerEvent } from "../event/type.ts";

@ObjectType({ simpleResolvers: true, description: "Where a partner wants to be told of events." })
export class WebhookEndpoint {
	@Field(() => ID, { description: "Id of the endpoint." })
	id: string;
	@Field(() => ID, { description: "The partner." })
	partnerId: string;
	@Field(() => String, { description: "Where events are sent, by POST." })
	url: string;
	@Field(() => String, { description: "Since when, ISO 8601 in UTC." })
	createdAt: string;
	@Field(() => String, {
		nullable: true,
		description:
			"When its server answered that it is gone (HTTP 410): nothing is sent from then on, until it is set again.",
	})
	disabledAt?: string | null;
}

@ObjectType({
	simpleResolvers: true,
	description: "An endpoint that was set, with its secret, which is told only here.",
})
export class SetWebhookEndpointPayload {
	@Field(() => WebhookEndpoint, { description: "The endpoint." })
	endpoint: WebhookEndpoint;
	@Field(() => String, {
		description:
			"The secret that messages to it are signed with (Standard Webhooks, whsec_…). Keep it: it is not told again.",
	})
	secret: string;
}

export enum DeliveryStatus {
	PENDING = "PENDING",
	DELIVERED = "DELIVERED",
	DEAD = "DEAD",
}
registerEnumType(DeliveryStatus, {
	name: "WebhookDeliveryStatus",
	description: "What has become of a delivery.",
	valuesConfig: {
		PENDING: { description: "It is due, or will be tried again." },
		DELIVERED: { description: "The endpoint answered 2xx." },
		DEAD: { description: "It was given up; it can be replayed." },
	},
});

@ObjectType({ simpleResolvers: true, description: "One event on its way to one endpoint." })
export class WebhookDelivery {
	@Field(() => ID, { description: "Id of the delivery." })
	id: string;
	@Field(() => ID, { description: "The endpoint." })
	endpointId: string;
	@Field(() => PartnerEvent, { description: "What is told." })
	event: PartnerEvent;
	@Field(() => DeliveryStatus, { description: "What has become of it." })
	status: DeliveryStatus;
	@Field(() => Int, { description: "Attempts so far." })
	attempts: number;
	@Field(() => String, {
		nullable: true,
		description: "When it is tried next, ISO 8601 in UTC; null where it is not.",
	})
	nextAttemptAt?: string | null;
	@Field(() => String, { nullable: true, description: "Why the last attempt failed." })
	lastError?: string | null;
	@Field(() => String, { nullable: true, description: "When it was taken, ISO 8601 in UTC." })
	deliveredAt?: string | null;
}
