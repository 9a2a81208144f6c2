import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({
	simpleResolvers: true,
	description:
		"One entry of the publish log. Entries are never changed or deleted: each holds the hash of the one before it, so that any partner can check the whole log.",
})
export class PublishLogEntry {
	@Field(() => Int, { description: "Place in the log: 1, 2, 3 and so on, without a gap." })
	seq: number;
	@Field(() => String, { description: "When it was done, ISO 8601 in UTC." })
	at: string;
	@Field(() => String, {
		description: "Who did it: HUB_ADMIN, PROGRAM_OFFICE, hub, or partner and its id.",
	})
	actor: string;
	@Field(() => String, { description: "What was done, for example publishSubgraph." })
	action: string;
	@Field(() => ID, { description: "The partner it is about." })
	partnerId: string;
	@Field(() => String, { nullable: true, description: "The subgraph it is about." })
	subgraph?: string | null;
	@Field(() => Int, { nullable: true, description: "The version it is about." })
	version?: number | null;
	@Field(() => String, { description: "More about it, as JSON text: the text that is hashed." })
	detail: string;
	@Field(() => String, {
		nullable: true,
		description: "The partner's own signature (compact JWS) where the partner asked for it.",
	})
	proof?: string | null;
	@Field(() => String, {
		description: "Hash of the entry before; 64 zeros in the first entry.",
	})
	previous: string;
	@Field(() => String, {
		description:
			"sha-256 in hexadecimal of the JSON list [seq, at, actor, action, partnerId, subgraph, version, detail, proof, previous] without spaces.",
	})
	hash: string;
}
