import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";

export enum ChangeOrigin {
	DIRECT = "DIRECT",
	IMPORT = "IMPORT",
	IMPORT_UNDONE = "IMPORT_UNDONE",
	MERGE = "MERGE",
	QUARTER_REPORT = "QUARTER_REPORT",
	SEED = "SEED",
}
registerEnumType(ChangeOrigin, {
	name: "ChangeOrigin",
	description: "Through what a record was changed.",
	valuesConfig: {
		DIRECT: { description: "By a person, in the console or with another client of this API." },
		IMPORT: { description: "By an import; see `batchId`." },
		IMPORT_UNDONE: { description: "Because an import was undone; see `batchId`." },
		MERGE: { description: "By merging manufacturers, or by undoing that." },
		QUARTER_REPORT: { description: "By the report of its center's quarter." },
		SEED: { description: "With the data that the hub started with." },
	},
});

@ObjectType({ simpleResolvers: true, description: "One field that a revision changed." })
export class FieldChange {
	@Field(() => String, { description: "Name of the stored field." })
	field: string;
	@Field(() => String, { nullable: true, description: "Value before; null if it was empty." })
	before?: string | null;
	@Field(() => String, { nullable: true, description: "Value after; null if it is empty." })
	after?: string | null;
}

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"One change of a record: who made it, when and why, with the values before and after.",
})
export class Revision {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => Int, { description: "1 for the first." })
	revision: number;
	@Field(() => String, { description: "What was done: logged, submitted, approved …" })
	action: string;
	@Field(() => String, { description: "When, ISO 8601 in UTC." })
	at: string;
	@Field(() => String, { description: "Who made the change: the subject of the access token." })
	by: string;
	@Field(() => String, { description: "The role of that person." })
	role: string;
	@Field(() => ChangeOrigin, { description: "Through what it was made." })
	origin: ChangeOrigin;
	@Field(() => String, {
		description: "SME, ENGAGEMENT, OUTCOME, QUARTER, MEMBERSHIP or CLOSED_QUARTER.",
	})
	recordType: string;
	@Field(() => ID, {
		description:
			"The record that was changed; in the list of a manufacturer also one that was merged into it.",
	})
	recordId: string;
	@Field(() => String, {
		nullable: true,
		description: "Name of the manufacturer or title of the engagement after the change.",
	})
	recordName?: string | null;
	@Field(() => String, { nullable: true, description: "Why, where a reason was given." })
	reason?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"The field that the reason is about, as mutations name it, for example hours; null where it is about the record as a whole.",
	})
	about?: string | null;
	@Field(() => ID, {
		nullable: true,
		description: "The import that made the change, or that was undone by it; see `importBatches`.",
	})
	batchId?: string | null;
	@Field(() => [FieldChange], { description: "What changed." })
	changes: FieldChange[];
}
