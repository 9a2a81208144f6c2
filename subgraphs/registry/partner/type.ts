import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

export enum PartnerStatus {
	ACTIVE = "ACTIVE",
	SUSPENDED = "SUSPENDED",
}
registerEnumType(PartnerStatus, {
	name: "PartnerStatus",
	description: "Whether a partner's subgraphs may be served.",
	valuesConfig: {
		ACTIVE: { description: "It publishes, and what it activated is served." },
		SUSPENDED: { description: "Nothing of it is served, and it may not change anything." },
	},
});

@ObjectType({ simpleResolvers: true, description: "Somebody at a partner to write to." })
export class PartnerContact {
	@Field(() => String, { nullable: true, description: "The person's name." })
	name?: string | null;
	@Field(() => String, { description: "E-mail address." })
	email: string;
	@Field(() => String, {
		nullable: true,
		description: "What to write about, for example technical or security.",
	})
	role?: string | null;
}

@ObjectType({
	simpleResolvers: true,
	description: "Bounds on what a partner may cost the hub.",
})
export class PartnerQuota {
	@Field(() => Int, { description: "Longest time the hub waits for an answer, in milliseconds." })
	timeoutMs: number;
	@Field(() => Int, { description: "Most requests at the same time." })
	concurrency: number;
	@Field(() => Int, { description: "Largest answer, in bytes." })
	maxBytes: number;
	@Field(() => Int, { description: "Deepest nesting of an answer's JSON." })
	maxDepth: number;
	@Field(() => Int, { description: "Most requests a minute." })
	requestsPerMinute: number;
}

@ObjectType({
	simpleResolvers: true,
	description: "A public key of a partner. What the partner asks for is signed with it.",
})
export class PartnerKey {
	@Field(() => ID, { description: "RFC 7638 thumbprint of the key, which proofs name as kid." })
	id: string;
	@Field(() => String, { description: "The public JSON Web Key, as JSON text." })
	jwk: string;
	@Field(() => String, { description: "When it was added, ISO 8601 in UTC." })
	addedAt: string;
	@Field(() => String, {
		nullable: true,
		description: "When it ends; null while no other key takes its place.",
	})
	expiresAt?: string | null;
}

@ObjectType({
	simpleResolvers: true,
	description: "An organisation that adds its own data to the hub, under its own keys.",
})
export class Partner {
	@Field(() => ID, { description: "Its slug, for example fox-valley." })
	id: string;
	@Field(() => String, { description: "Name of the organisation." })
	name: string;
	@Field(() => PartnerStatus, { description: "Whether its subgraphs may be served." })
	status: PartnerStatus;
	@Field(() => String, { nullable: true, description: "Why it is suspended." })
	statusReason?: string | null;
	@Field(() => String, { description: "What the names of its root fields begin with." })
	namespace: string;
	@Field(() => String, { description: "Version of the terms that it has accepted." })
	terms: string;
	@Field(() => String, { description: "When it was registered, ISO 8601 in UTC." })
	registeredAt: string;
	@Field(() => [PartnerContact], {
		nullable: true,
		description: "Whom to write to; for the partner itself and the hub's staff.",
	})
	contacts?: PartnerContact[] | null;
	@Field(() => [String], {
		nullable: true,
		description: "Hosts that its addresses may name; for the partner itself and the hub's staff.",
	})
	hosts?: string[] | null;
	@Field(() => PartnerQuota, {
		nullable: true,
		description: "Its bounds; for the partner itself and the hub's staff.",
	})
	quota?: PartnerQuota | null;
}

@ObjectType({
	simpleResolvers: true,
	description: "The registry of partners of this hub.",
})
export class PartnerRegistry {
	@Field(() => ID, {
		description: "Its id, which every proof of a partner must name as aud.",
	})
	id: string;
}
