import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "Somebody at a partner to write to." })
export class ContactInput {
	@Field(() => String, { nullable: true, description: "The person's name." })
	name?: string | null;
	@Field(() => String, { description: "E-mail address." })
	email: string;
	@Field(() => String, {
		nullable: true,
		description: "What to write about, for example technical, security or contract.",
	})
	role?: string | null;
}

@InputType({
	description: "Bounds on what a partner may cost the hub; the hub's own hold where left out.",
})
export class QuotaInput {
	@Field(() => Int, {
		nullable: true,
		description: "Longest time the hub waits for an answer, in milliseconds (50 to 10000).",
	})
	timeoutMs?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "Most requests at the same time (1 to 200).",
	})
	concurrency?: number | null;
	@Field(() => Int, { nullable: true, description: "Largest answer in bytes (1000 to 10000000)." })
	maxBytes?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "Deepest nesting of an answer's JSON (3 to 100).",
	})
	maxDepth?: number | null;
	@Field(() => Int, { nullable: true, description: "Most requests a minute (1 to 100000)." })
	requestsPerMinute?: number | null;
}

@InputType({ description: "An organisation that is to publish subgraphs." })
export class RegisterPartnerInput {
	@Field(() => ID, {
		description:
			"Its slug, for example fox-valley. Names of its root fields begin with it in camelCase: foxValley.",
	})
	id: string;
	@Field(() => String, { description: "Name of the organisation." })
	name: string;
	@Field(() => [ContactInput], { description: "Whom to write to." })
	contacts: ContactInput[];
	@Field(() => String, {
		description: "Its public key as a JSON Web Key (JSON text): Ed25519 or P-256.",
	})
	key: string;
	@Field(() => [String], {
		nullable: true,
		description:
			"Hosts that its addresses may name, with the port where it is not the usual one. In development 127.0.0.1 and localhost are allowed anyway.",
	})
	hosts?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description: "Version of the terms that the organisation has accepted; 1 where left out.",
	})
	terms?: string | null;
	@Field(() => QuotaInput, { nullable: true, description: "Bounds other than the hub's own." })
	quota?: QuotaInput | null;
}

@InputType({ description: "What is to change about a partner; what is left out stays." })
export class ChangePartnerInput {
	@Field(() => ID, { description: "The partner." })
	id: string;
	@Field(() => String, { nullable: true, description: "Name of the organisation." })
	name?: string | null;
	@Field(() => [ContactInput], { nullable: true, description: "Whom to write to." })
	contacts?: ContactInput[] | null;
	@Field(() => [String], { nullable: true, description: "Hosts that its addresses may name." })
	hosts?: string[] | null;
	@Field(() => String, { nullable: true, description: "Version of the terms it has accepted." })
	terms?: string | null;
	@Field(() => QuotaInput, {
		nullable: true,
		description: "All bounds anew; those left out become the hub's own.",
	})
	quota?: QuotaInput | null;
}
