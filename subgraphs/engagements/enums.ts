import { registerEnumType } from "type-graphql";

/** Enumerations of the API that several nouns use. */

export enum ServiceKind {
	FACILITY_ACCESS = "FACILITY_ACCESS",
	TRAINING = "TRAINING",
	TECH_TRANSFER = "TECH_TRANSFER",
	ASSISTANCE = "ASSISTANCE",
	REFERRAL = "REFERRAL",
	EVENT = "EVENT",
}
registerEnumType(ServiceKind, {
	name: "ServiceKind",
	description: "What kind of service a manufacturer received.",
	valuesConfig: {
		FACILITY_ACCESS: { description: "Use of a shared facility." },
		TRAINING: { description: "Training of the manufacturer's people." },
		TECH_TRANSFER: {
			description: "A technology developed with, or transferred to, the manufacturer.",
		},
		ASSISTANCE: { description: "Advice or hands-on help; `practice` gives the subject." },
		REFERRAL: { description: "Introduction to another provider." },
		EVENT: { description: "Participation in an event." },
	},
});

export enum TransferInstrument {
	LICENSE = "LICENSE",
	CRADA = "CRADA",
	MEMBER_PROJECT = "MEMBER_PROJECT",
	SPONSORED_PROJECT = "SPONSORED_PROJECT",
	TECHNICAL_ASSISTANCE = "TECHNICAL_ASSISTANCE",
}
registerEnumType(TransferInstrument, {
	name: "TransferInstrument",
	description: "By what agreement a technology was transferred.",
	valuesConfig: {
		LICENSE: { description: "A license to use it." },
		CRADA: { description: "A cooperative research and development agreement." },
		MEMBER_PROJECT: { description: "A project of an institute's members." },
		SPONSORED_PROJECT: { description: "A project paid for by a third party." },
		TECHNICAL_ASSISTANCE: { description: "Help with using it." },
	},
});

export enum EngagementStatus {
	DRAFT = "DRAFT",
	SUBMITTED = "SUBMITTED",
	RETURNED = "RETURNED",
	APPROVED = "APPROVED",
	REPORTED = "REPORTED",
	AMENDED = "AMENDED",
	VOIDED = "VOIDED",
}
registerEnumType(EngagementStatus, {
	name: "EngagementStatus",
	description: "Status of the record of an engagement.",
	valuesConfig: {
		DRAFT: { description: "Being written by field staff." },
		SUBMITTED: { description: "Waiting for the center's manager." },
		RETURNED: { description: "Sent back with a reason." },
		APPROVED: { description: "Approved by the center." },
		REPORTED: { description: "Reported; its quarter is locked." },
		AMENDED: { description: "Changed or added after its quarter was reported." },
		VOIDED: { description: "Void, with a reason." },
	},
});

export enum Visibility {
	PUBLIC = "PUBLIC",
	CONFIDENTIAL = "CONFIDENTIAL",
}
registerEnumType(Visibility, {
	name: "Visibility",
	description: "Who may see a record.",
	valuesConfig: {
		PUBLIC: { description: "Everybody, for example a published success story." },
		CONFIDENTIAL: { description: "The center concerned and the program office." },
	},
});
