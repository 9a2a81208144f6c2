import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

export enum SubgraphStatus {
	SERVED = "SERVED",
	SUSPENDED = "SUSPENDED",
}
registerEnumType(SubgraphStatus, {
	name: "SubgraphStatus",
	description: "Whether a subgraph's versions may be served.",
	valuesConfig: {
		SERVED: { description: "Its active version is served, where it has one." },
		SUSPENDED: { description: "Nothing of it is served." },
	},
});

export enum VersionState {
	PUBLISHED = "PUBLISHED",
	CANARY = "CANARY",
	ACTIVE = "ACTIVE",
	RETIRED = "RETIRED",
}
registerEnumType(VersionState, {
	name: "VersionState",
	description: "What becomes of a published version.",
	valuesConfig: {
		PUBLISHED: { description: "Checked and kept; it is not served." },
		CANARY: { description: "Served to some consumers first, and watched." },
		ACTIVE: { description: "Served to everybody." },
		RETIRED: { description: "Was served; a roll-back can bring it back." },
	},
});

export enum Severity {
	ERROR = "ERROR",
	WARNING = "WARNING",
	INFO = "INFO",
}
registerEnumType(Severity, {
	name: "CheckSeverity",
	description: "How much something that a check found matters.",
	valuesConfig: {
		ERROR: { description: "The subgraph is refused until it is fixed." },
		WARNING: { description: "Worth fixing; the subgraph is accepted." },
		INFO: { description: "Worth knowing." },
	},
});

@ObjectType({
	simpleResolvers: true,
	description: "One thing that a check found: where, by which rule, why, and how to fix it.",
})
export class CheckFinding {
	@Field(() => Severity, { description: "How much it matters." })
	severity: Severity;
	@Field(() => String, { description: "The rule, for example OWNERSHIP_KEY." })
	rule: string;
	@Field(() => String, { description: "Where it is, for example Sme.credentials." })
	place: string;
	@Field(() => Int, { nullable: true, description: "Line of the schema, where it is about one." })
	line?: number | null;
	@Field(() => String, { description: "What is wrong, and why it matters." })
	message: string;
	@Field(() => String, { description: "How to fix it." })
	remedy: string;
	@Field(() => String, {
		deprecationReason: "Renamed to remedy; to be removed in version 0.3.",
		description: "The same as remedy.",
	})
	mend: string;
}

@ObjectType({
	simpleResolvers: true,
	description: "What a check found; with an ERROR in it, the subgraph is refused.",
})
export class CheckReport {
	@Field(() => Boolean, { description: "Whether the subgraph may be published." })
	passed: boolean;
	@Field(() => [CheckFinding], { description: "What was found, the worst first." })
	findings: CheckFinding[];
}

@ObjectType({ simpleResolvers: true, description: "One published version of a subgraph." })
export class SubgraphVersion {
	@Field(() => ID, { description: "Name and version." })
	id: string;
	@Field(() => Int, { description: "Counts up from 1." })
	version: number;
	@Field(() => VersionState, { description: "What has become of it." })
	state: VersionState;
	@Field(() => String, { description: "sha-256 of its address and schema, as in the publish log." })
	digest: string;
	@Field(() => String, { description: "When it was published, ISO 8601 in UTC." })
	publishedAt: string;
	@Field(() => String, { description: "Its schema." })
	schema: string;
	@Field(() => String, {
		nullable: true,
		description: "Where its server answers; for the partner itself and the hub's staff.",
	})
	url?: string | null;
	@Field(() => [CheckFinding], {
		nullable: true,
		description:
			"What its check found when it was published; for the partner itself and the hub's staff.",
	})
	findings?: CheckFinding[] | null;
}

@ObjectType({
	simpleResolvers: true,
	description: "A version that some consumers get before all do.",
})
export class SubgraphCanary {
	@Field(() => Int, { description: "The version." })
	version: number;
	@Field(() => Int, { description: "Percent of consumers that get it; 0 where they are named." })
	share: number;
	@Field(() => [String], { description: "Consumers that get it, where they are named." })
	consumers: string[];
	@Field(() => String, { description: "Since when, ISO 8601 in UTC." })
	since: string;
}

export enum WithdrawalKind {
	ROLLED_BACK = "ROLLED_BACK",
	SUSPENDED = "SUSPENDED",
	WAITS = "WAITS",
}
registerEnumType(WithdrawalKind, {
	name: "WithdrawalKind",
	description: "How a version left the graph.",
	valuesConfig: {
		ROLLED_BACK: { description: "It was rolled back; activate a version to serve it again." },
		SUSPENDED: {
			description: "The subgraph or its partner is suspended; it returns when that is resumed.",
		},
		WAITS: {
			description:
				"It extends a type of another partner that is not served now; it returns with that.",
		},
	},
});

@ObjectType({ simpleResolvers: true, description: "Why a version is not served any more." })
export class SubgraphWithdrawal {
	@Field(() => WithdrawalKind, { description: "How it left the graph." })
	action: WithdrawalKind;
	@Field(() => Int, { nullable: true, description: "The version." })
	version?: number | null;
	@Field(() => String, { nullable: true, description: "Why." })
	reason?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Who did it: HUB_ADMIN, hub, or partner and its id.",
	})
	by?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A subgraph that a partner publishes." })
export class PartnerSubgraph {
	@Field(() => ID, { description: "Its name." })
	name: string;
	@Field(() => ID, { description: "Whose it is." })
	partnerId: string;
	@Field(() => SubgraphStatus, { description: "Whether it may be served." })
	status: SubgraphStatus;
	@Field(() => String, { nullable: true, description: "Why it is suspended." })
	statusReason?: string | null;
	@Field(() => Int, { nullable: true, description: "The version that everybody gets." })
	activeVersion?: number | null;
	@Field(() => SubgraphCanary, {
		nullable: true,
		description: "The version that some get before all do.",
	})
	canary?: SubgraphCanary | null;
	@Field(() => [Int], {
		description: "Versions that were active before, oldest first; a roll-back takes the last.",
	})
	history: number[];
}

@ObjectType({ simpleResolvers: true, description: "What came of publishing a subgraph." })
export class PublishSubgraphPayload {
	@Field(() => CheckReport, { description: "What the check found." })
	report: CheckReport;
	@Field(() => SubgraphVersion, {
		nullable: true,
		description: "The version that is kept; null where the check found an error.",
	})
	version?: SubgraphVersion | null;
}

@ObjectType({ simpleResolvers: true, description: "What came of activating a version." })
export class ActivateSubgraphPayload {
	@Field(() => CheckReport, { description: "What the check found; with an ERROR nothing changed." })
	report: CheckReport;
	@Field(() => PartnerSubgraph, { description: "The subgraph after the change." })
	subgraph: PartnerSubgraph;
}
