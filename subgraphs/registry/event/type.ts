import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { EVENT_TYPES } from "./rules.ts";

export enum PartnerEventKind {
	PUBLISHED = "PUBLISHED",
	CANARY_BEGUN = "CANARY_BEGUN",
	PROMOTED = "PROMOTED",
	ROLLED_BACK = "ROLLED_BACK",
	SUSPENDED = "SUSPENDED",
	RESUMED = "RESUMED",
	WAITING = "WAITING",
	RETURNED = "RETURNED",
	KEY_EXPIRING = "KEY_EXPIRING",
	GRANT_MADE = "GRANT_MADE",
	GRANT_ENDING = "GRANT_ENDING",
	GRANT_REVOKED = "GRANT_REVOKED",
	BREAKING_CHANGE_AHEAD = "BREAKING_CHANGE_AHEAD",
}

const MEANING: Record<PartnerEventKind, string> = {
	PUBLISHED: "A version passed its checks and is kept.",
	CANARY_BEGUN: "A version is served to some or all and watched.",
	PROMOTED: "A version has become the active one.",
	ROLLED_BACK: "A version is no longer served; the one before may be.",
	SUSPENDED: "A subgraph, or all of the partner's, is no longer served.",
	RESUMED: "A suspension has ended.",
	WAITING: "A version left the graph with another partner's types that it extends.",
	RETURNED: "Those types are served again, and so is the version.",
	KEY_EXPIRING: "A key of the partner ends in less than 14 days, or in less than one.",
	GRANT_MADE: "The partner was allowed something.",
	GRANT_ENDING: "A grant ends in less than 14 days, or in less than one.",
	GRANT_REVOKED: "A grant was taken back.",
	BREAKING_CHANGE_AHEAD:
		"Another partner deprecated fields that this partner asks, or checked a version without them.",
};
registerEnumType(PartnerEventKind, {
	name: "PartnerEventKind",
	description: "What a partner is told of.",
	valuesConfig: Object.fromEntries(
		Object.values(PartnerEventKind).map((kind) => [
			kind,
			{ description: `${MEANING[kind]} Webhooks name it ${EVENT_TYPES[kind]}.` },
		]),
	),
});

@ObjectType({ simpleResolvers: true, description: "An event in words, ready to be mailed." })
export class EventMail {
	@Field(() => String, { description: "Subject, one line." })
	subject: string;
	@Field(() => String, { description: "Body, plain text." })
	text: string;
}

@ObjectType({ simpleResolvers: true, description: "Something that a partner is told of." })
export class PartnerEvent {
	@Field(() => ID, { description: "Id of the event; webhooks send it as webhook-id." })
	id: string;
	@Field(() => ID, { description: "The partner that is told." })
	partnerId: string;
	@Field(() => PartnerEventKind, { description: "What happened." })
	kind: PartnerEventKind;
	@Field(() => String, { description: "When, ISO 8601 in UTC." })
	at: string;
	@Field(() => String, { nullable: true, description: "The subgraph it is about." })
	subgraph?: string | null;
	@Field(() => Int, { nullable: true, description: "The version it is about." })
	version?: number | null;
	@Field(() => String, { description: "More about it, as JSON text, as webhooks send it." })
	detail: string;
	@Field(() => EventMail, { description: "The same in words." })
	mail: EventMail;
}
