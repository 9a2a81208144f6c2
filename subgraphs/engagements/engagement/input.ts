import { Field, Float, ID, InputType, Int } from "type-graphql";
import { ServiceKind, TransferInstrument } from "../enums.ts";

@InputType({ description: "The details of an engagement." })
class EngagementDetails {
	@Field(() => ID, { nullable: true, description: "The MEP center; your own where left out." })
	centerId?: string | null;
	@Field(() => ID, { nullable: true, description: "The institute, where one delivered it." })
	instituteId?: string | null;
	@Field(() => String, { nullable: true, description: "Title, up to 200 characters." })
	title?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "When it started: 2018, 2018-03 or 2018-03-07. Not in the future.",
	})
	startedOn?: string | null;
	@Field(() => String, { nullable: true, description: "When it ended; not before it started." })
	endedOn?: string | null;
	@Field(() => ID, { nullable: true, description: "FACILITY_ACCESS: a facility of the institute." })
	facilityId?: string | null;
	@Field(() => Float, { nullable: true, description: "FACILITY_ACCESS: hours of use, 0 or more." })
	hours?: number | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"FACILITY_ACCESS: whether a fee was paid; needed where the membership does not include it.",
	})
	feePaid?: boolean | null;
	@Field(() => ID, { nullable: true, description: "TRAINING: a course of the institute." })
	courseId?: string | null;
	@Field(() => Int, { nullable: true, description: "TRAINING: people trained, 1 or more." })
	peopleTrained?: number | null;
	@Field(() => String, { nullable: true, description: "TRAINING: the credential they earned." })
	credential?: string | null;
	@Field(() => ID, { nullable: true, description: "TECH_TRANSFER: a technology of the institute." })
	technologyId?: string | null;
	@Field(() => TransferInstrument, { nullable: true, description: "TECH_TRANSFER: the agreement." })
	instrument?: TransferInstrument | null;
	@Field(() => Int, { nullable: true, description: "TECH_TRANSFER: MRL before, 1 to 10." })
	mrlFrom?: number | null;
	@Field(() => Int, { nullable: true, description: "TECH_TRANSFER: MRL after, not below mrlFrom." })
	mrlTo?: number | null;
	@Field(() => String, {
		nullable: true,
		description: "Subject of the help: LEAN, QUALITY, CYBERSECURITY, GROWTH, SUPPLY_CHAIN …",
	})
	practice?: string | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"Whether it is logged after its center reported the quarter; needs a reason. The center's manager approves it as an amendment of that quarter.",
	})
	late?: boolean | null;
	@Field(() => String, {
		nullable: true,
		description: "Why; required for late engagements, and for changes of an approved engagement.",
	})
	reason?: string | null;
	@Field(() => String, { nullable: true, description: "Note, up to 4,000 characters." })
	note?: string | null;
}

@InputType({ description: "A new engagement, kept as a draft." })
export class LogEngagementInput extends EngagementDetails {
	@Field(() => ID, {
		description:
			"An idempotency key that the client chooses. The same key with the same content returns the first answer again, so that a retry never logs twice.",
	})
	clientMutationId: string;
	@Field(() => ID, { description: "The manufacturer that was served." })
	smeId: string;
	@Field(() => ServiceKind, { description: "What kind of service it was." })
	kind: ServiceKind;
}

@InputType({
	description:
		"A change of an engagement: fields that are left out stay as they are, null clears a field.",
})
export class AmendEngagementInput extends EngagementDetails {
	@Field(() => ID, { description: "The engagement." })
	id: string;
	@Field(() => Int, { description: "The revision that you saw." })
	revision: number;
	@Field(() => ID, {
		nullable: true,
		description: "An idempotency key that the client chooses; see logEngagement.",
	})
	clientMutationId?: string | null;
	@Field(() => ID, { nullable: true, description: "The manufacturer that was served." })
	smeId?: string | null;
	@Field(() => ServiceKind, { nullable: true, description: "What kind of service it was." })
	kind?: ServiceKind | null;
}
