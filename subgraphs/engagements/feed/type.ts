import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Engagement } from "../engagement/type.ts";
import { Membership } from "../membership/type.ts";
import { Outcome } from "../outcome/type.ts";
import { Sme } from "../sme/type.ts";

export enum ChangeOperation {
	UPSERTED = "UPSERTED",
	WITHDRAWN = "WITHDRAWN",
}
registerEnumType(ChangeOperation, {
	name: "ChangeOperation",
	description: "What a subscriber does with a change.",
	valuesConfig: {
		UPSERTED: { description: "Replace your copy with the present record." },
		WITHDRAWN: { description: "Delete your copy: you may no longer see the record." },
	},
});

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "One committed change, in the order of all changes that you may see.",
})
export class Change {
	@Field(() => ID, {
		description: "Stable id of the change; it reveals nothing about other changes.",
	})
	id: string;
	@Field(() => String, {
		description: "SME, ENGAGEMENT, OUTCOME, QUARTER, MEMBERSHIP, CLOSED_QUARTER or DISTINCT_PAIR.",
	})
	type: string;
	@Field(() => ID, { description: "Id of the record that changed." })
	recordId: string;
	@Field(() => Int, {
		description: "The revision that the change made, as the record counts them for you.",
	})
	revision: number;
	@Field(() => ChangeOperation, { description: "What to do with it." })
	operation: ChangeOperation;
	@Field(() => String, { description: "When it was committed, ISO 8601 in UTC." })
	at: string;
	@Field(() => ID, {
		nullable: true,
		description:
			"The import that made the change, or that was undone by it; for the record's center and the program office, null for others.",
	})
	batchId?: string | null;
	@Field(() => Sme, { nullable: true, description: "The manufacturer as it is now." })
	sme?: Sme | null;
	@Field(() => Engagement, { nullable: true, description: "The engagement as it is now." })
	engagement?: Engagement | null;
	@Field(() => Outcome, { nullable: true, description: "The outcome as it is now." })
	outcome?: Outcome | null;
	@Field(() => Membership, { nullable: true, description: "The membership as it is now." })
	membership?: Membership | null;
}
