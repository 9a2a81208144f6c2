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
		TECH_TRANSFER: { description: "A technology developed with or handed to the manufacturer." },
		ASSISTANCE: { description: "Advice or hands-on help; `practice` says in what." },
		REFERRAL: { description: "Brought together with another provider." },
		EVENT: { description: "Took part in an event." },
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
		SPONSORED_PROJECT: { description: "A project that somebody else pays for." },
		TECHNICAL_ASSISTANCE: { description: "Help in putting it to use." },
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
	description: "How far the record of an engagement has come.",
	valuesConfig: {
		DRAFT: { description: "Being written by field staff." },
		SUBMITTED: { description: "Waiting for the center's manager." },
		RETURNED: { description: "Sent back with a reason." },
		APPROVED: { description: "Approved by the center." },
		REPORTED: { description: "Reported; its quarter is locked." },
		AMENDED: { description: "Changed or added after its quarter was reported." },
		VOIDED: { description: "Declared void, with a reason." },
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
