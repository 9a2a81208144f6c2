import { Field, ID, InputType, Int } from "type-graphql";
import { HostKind } from "../../../shared/host-kind.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { ListConditions } from "../engagement/conditions.ts";
import { ServiceKind } from "../engagement/type.ts";

@InputType({ description: "Asked of the institutes subgraph." })
export class TraceInstituteWhere {
	@Field(() => [String], { nullable: true, description: "Sponsoring agencies, for example DOE." })
	sponsors?: string[];
	@Field(() => [ID], {
		nullable: true,
		description: "Networks the institute belongs to, for example manufacturing-usa.",
	})
	networkIds?: string[];
	@Field(() => String, { nullable: true, description: "Part of the technology area, in any case." })
	technologyArea?: string;
}

@InputType({ description: "Asked of the mep subgraph." })
export class TraceCenterWhere {
	@Field(() => [String], {
		nullable: true,
		description: "States of the center, ISO 3166-2, for example US-GA.",
	})
	states?: string[];
	@Field(() => String, {
		nullable: true,
		description: "Part of the name of the host organization, in any case.",
	})
	hostOrganization?: string;
	@Field(() => [HostKind], { nullable: true, description: "Kinds of host." })
	hostKinds?: HostKind[];
}

@InputType({
	description:
		"Which engagements count. All conditions given must hold; a list holds when one of it does.",
})
export class TraceWhere {
	@Field(() => [ServiceKind], { nullable: true, description: "Kinds of service." })
	kinds?: ServiceKind[];
	@Field(() => [ID], { nullable: true, description: "Manufacturers." })
	smeIds?: string[];
	@Field(() => [ID], { nullable: true, description: "MEP centers." })
	centerIds?: string[];
	@Field(() => [ID], { nullable: true, description: "Institutes." })
	instituteIds?: string[];
	@Field(() => [ID], { nullable: true, description: "Facilities." })
	facilityIds?: string[];
	@Field(() => [ID], { nullable: true, description: "Courses." })
	courseIds?: string[];
	@Field(() => [ID], { nullable: true, description: "Technologies." })
	technologyIds?: string[];
	@Field(() => [String], {
		nullable: true,
		description: "States of the manufacturer, ISO 3166-2, for example US-GA.",
	})
	smeStates?: string[];
	@Field(() => String, {
		nullable: true,
		description: "Beginning of the manufacturer's NAICS code, two to six digits.",
	})
	naicsPrefix?: string;
	@Field(() => String, {
		nullable: true,
		description:
			"Started on or after this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches when the whole of 2018 does.",
	})
	from?: string;
	@Field(() => String, {
		nullable: true,
		description:
			"Started on or before this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches when the whole of 2018 does.",
	})
	to?: string;
	@Field(() => [Int], {
		nullable: true,
		description: "US federal years; a record too coarsely dated to tell matches none.",
	})
	fiscalYears?: number[];
	@Field(() => Boolean, {
		nullable: true,
		description:
			"true: only those delivered by a center and an institute while the center had staff embedded at that institute. false: all others.",
	})
	embedded?: boolean;
	@Field(() => TraceInstituteWhere, { nullable: true, description: "Conditions on the institute." })
	institute?: TraceInstituteWhere;
	@Field(() => TraceCenterWhere, { nullable: true, description: "Conditions on the center." })
	center?: TraceCenterWhere;
}

/** A period in which a center had staff embedded at an institute. Days; null where open. */
export type EmbeddedPeriod = {
	centerId: string;
	instituteId: string;
	firstDay: string | null;
	lastDay: string | null;
};

/** A checked filter with every condition on centers and institutes turned into ids. */
export type Scope = {
	/** Who asks: what may be seen is part of every scope. */
	viewer: Viewer;
	/** Only what was approved and stands, as traces and totals count it. */
	established?: true;
	practices?: string[];
	kinds?: string[];
	smeIds?: string[];
	centerIds?: string[];
	instituteIds?: string[];
	facilityIds?: string[];
	courseIds?: string[];
	technologyIds?: string[];
	smeStates?: string[];
	naicsPrefix?: string;
	firstDay?: string;
	lastDay?: string;
	fiscalYears?: number[];
	embedded?: { wanted: boolean; periods: EmbeddedPeriod[] };
	/** What is asked of lists of engagements only. */
	listed?: ListConditions;
};
