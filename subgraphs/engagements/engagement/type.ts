import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { EntitlementLevel } from "../../../shared/entitlement-level.ts";
import { Node } from "../../../shared/node.ts";
import { Source } from "../../../shared/provenance/provenance.ts";
import { EngagementStatus, ServiceKind, TransferInstrument, Visibility } from "../enums.ts";
import { Course, Facility, Institute, MepCenter, Technology } from "../references.ts";
import { Sme } from "../sme/type.ts";

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "One service that one manufacturer received from a center, an institute or both.",
})
export class Engagement {
	@Field(() => ID, { description: "Stable id, for example eng-fast-radius-mxd." })
	id: string;
	@Field(() => Sme, { description: "The manufacturer that was served." })
	sme: Partial<Sme> & { id: string };
	@Field(() => ServiceKind, { description: "What kind of service it was." })
	kind: ServiceKind;
	@Field(() => MepCenter, {
		nullable: true,
		description: "The MEP center that delivered it; null where the source names none.",
	})
	center?: MepCenter | null;
	@Field(() => Institute, {
		nullable: true,
		description: "The institute that delivered it; null where the source names none.",
	})
	institute?: Institute | null;
	@Field(() => String, { nullable: true, description: "Title of the record." })
	title?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"When it started, as precise as the source: 2018, 2018-03 or 2018-03-07. Null where no source dates it.",
	})
	startedOn?: string | null;
	@Field(() => String, { nullable: true, description: "When it ended, as precise as the source." })
	endedOn?: string | null;
	@Field(() => Int, {
		nullable: true,
		description: "US federal year it started in; null where the date is too coarse to tell.",
	})
	fiscalYear?: number | null;
	@Field(() => Facility, { nullable: true, description: "FACILITY_ACCESS: the facility used." })
	facility?: Facility | null;
	@Field(() => Float, { nullable: true, description: "FACILITY_ACCESS: hours of use." })
	hours?: number | null;
	@Field(() => Boolean, { nullable: true, description: "FACILITY_ACCESS: whether a fee was paid." })
	feePaid?: boolean | null;
	@Field(() => EntitlementLevel, {
		nullable: true,
		description:
			"FACILITY_ACCESS: what the manufacturer's membership allowed on that day; null where the institute has no tiers or the case was published by others.",
	})
	entitlement?: EntitlementLevel | null;
	@Field(() => Course, { nullable: true, description: "TRAINING: the course taken." })
	course?: Course | null;
	@Field(() => Int, { nullable: true, description: "TRAINING: people trained." })
	peopleTrained?: number | null;
	@Field(() => String, {
		nullable: true,
		description: "TRAINING: the credential that was earned.",
	})
	credential?: string | null;
	@Field(() => TransferInstrument, {
		nullable: true,
		description: "TECH_TRANSFER: by what agreement.",
	})
	instrument?: TransferInstrument | null;
	@Field(() => Technology, { nullable: true, description: "TECH_TRANSFER: the technology." })
	technology?: Technology | null;
	@Field(() => Int, {
		nullable: true,
		description: "TECH_TRANSFER: manufacturing readiness level before, 1 to 10.",
	})
	mrlFrom?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "TECH_TRANSFER: manufacturing readiness level after, 1 to 10.",
	})
	mrlTo?: number | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Subject of the help: LEAN, QUALITY, GROWTH, SUPPLY_CHAIN and others; UNSPECIFIED if the source only names a client.",
	})
	practice?: string | null;
	@Field(() => String, { nullable: true, description: "Short paraphrase of what the source says." })
	note?: string | null;
	@Field(() => EngagementStatus, { description: "Status of the record." })
	status: EngagementStatus;
	@Field(() => Visibility, { description: "Who may see the record." })
	visibility: Visibility;
	@Field(() => Boolean, {
		description:
			"Whether it was logged after its center had reported its quarter: once approved, it is an amendment of that quarter.",
	})
	late: boolean;
	@Field(() => ID, {
		description:
			"The manufacturer under which it was logged; differs from `sme` if that one was merged since.",
	})
	loggedSmeId: string;
	@Field(() => Int, {
		description: "Number of its changes that you may see, from 1; send it with the next change.",
	})
	revision: number;
	@Field(() => Source, {
		nullable: true,
		description: "Where it was read, or the generator of synthetic data.",
	})
	source?: Source | null;
	@Field(() => Boolean, { description: "True for synthetic records of the generator." })
	synthetic: boolean;
}
