import { Directive, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Source } from "../../../shared/provenance/provenance.ts";
import { Visibility } from "../enums.ts";
import { Institute, MembershipTier } from "../references.ts";
import { Sme } from "../sme/type.ts";

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"A manufacturer's membership at an institute. Members are organizations, never individuals.",
})
export class Membership {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => Sme, { description: "The manufacturer that is a member." })
	sme: Partial<Sme> & { id: string };
	@Field(() => Institute, { description: "The institute." })
	institute: Institute;
	@Field(() => MembershipTier, { nullable: true, description: "Its tier, where it is known." })
	tier?: MembershipTier | null;
	@Field(() => String, { nullable: true, description: "Start, as precise as the source." })
	startsOn?: string | null;
	@Field(() => String, { nullable: true, description: "End; null while it lasts or is not known." })
	endsOn?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "When a source named it a member, if the source gives no start.",
	})
	seenOn?: string | null;
	@Field(() => String, { nullable: true, description: "Further notes." })
	note?: string | null;
	@Field(() => Visibility, { description: "Who may see the record." })
	visibility: Visibility;
	@Field(() => Int, {
		description: "Number of its changes that you may see, from 1; send it with the next change.",
	})
	revision: number;
	@Field(() => Source, { description: "Where it was read, or who recorded it." })
	source: Source;
	@Field(() => Boolean, { description: "True for synthetic records of the generator." })
	synthetic: boolean;
}

@InputType({ description: "A membership to be recorded, confidential to the center." })
export class RecordMembershipInput {
	@Field(() => ID, {
		description: "An idempotency key that the client chooses; see logEngagement.",
	})
	clientMutationId: string;
	@Field(() => ID, { description: "The manufacturer." })
	smeId: string;
	@Field(() => ID, { description: "The institute." })
	instituteId: string;
	@Field(() => ID, {
		nullable: true,
		description: "The tier; needed where the institute has tiers.",
	})
	tierId?: string | null;
	@Field(() => String, { nullable: true, description: "Start: 2018, 2018-03 or 2018-03-07." })
	startsOn?: string | null;
	@Field(() => String, { nullable: true, description: "End, where it has ended." })
	endsOn?: string | null;
	@Field(() => String, { nullable: true, description: "Note, up to 1,000 characters." })
	note?: string | null;
}
