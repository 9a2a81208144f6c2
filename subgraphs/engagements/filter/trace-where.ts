import { Field, ID, InputType, Int } from "type-graphql";
import { HostKind } from "../../../shared/host-kind.ts";
import { ServiceKind } from "../enums.ts";

@InputType({ description: "Conditions on the institute." })
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

@InputType({ description: "Conditions on the center." })
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
		"Which engagements count. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null, or a part without conditions (`center: {}`), is the same as leaving it out.",
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
		description: "Beginning of the manufacturer's NAICS code: two to six digits, or 31-33.",
	})
	naicsPrefix?: string;
	@Field(() => [String], {
		nullable: true,
		description: "NAICS sectors of the manufacturer as totals show them, for example 31-33 or 54.",
	})
	naicsSectors?: string[];
	@Field(() => Boolean, {
		nullable: true,
		description:
			"true: manufacturers known to have fewer than 500 employees. false: those known to have more. One whose size is not known matches neither.",
	})
	isSmall?: boolean;
	@Field(() => String, {
		nullable: true,
		description:
			"Started on or after this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches only if all of 2018 does.",
	})
	from?: string;
	@Field(() => String, {
		nullable: true,
		description:
			"Started on or before this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches only if all of 2018 does.",
	})
	to?: string;
	@Field(() => [Int], {
		nullable: true,
		description: "US federal years; a record whose date is too coarse to tell matches none.",
	})
	fiscalYears?: number[];
	@Field(() => [Int], {
		nullable: true,
		description: "Calendar years; a record dated only 2018 is of 2018, an undated one of none.",
	})
	calendarYears?: number[];
	@Field(() => Boolean, {
		nullable: true,
		description: "true: only those that have a date. false: only undated ones.",
	})
	hasDate?: boolean;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"true: only those whose date is too coarse to tell the US federal year, or that have none. false: all others.",
	})
	withoutFiscalYear?: boolean;
	@Field(() => Boolean, {
		nullable: true,
		description: "true: only those whose manufacturer's state is not known. false: all others.",
	})
	withoutState?: boolean;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"true: only those whose manufacturer's NAICS code is not known. false: all others.",
	})
	withoutNaics?: boolean;
	@Field(() => Boolean, {
		nullable: true,
		description: "true: only those delivered without a center. false: all others.",
	})
	withoutCenter?: boolean;
	@Field(() => Boolean, {
		nullable: true,
		description: "true: only those delivered without an institute. false: all others.",
	})
	withoutInstitute?: boolean;
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
