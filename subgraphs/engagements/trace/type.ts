import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { ServiceKind } from "../engagement/type.ts";
import { OutcomeTotal } from "../outcome/type.ts";
import { Institute, MepCenter } from "../references.ts";
import { Sme } from "../sme/type.ts";
import type { Scope } from "./where.ts";

/** What a trace is found under that is no part of what it groups. */
export type Within = { column: "facility_id" | "course_id" | "technology_id"; id: string };

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"Which manufacturer received which kind of service from which center or institute: all engagements of that kind between them.",
})
export class Trace {
	@Field(() => ID, {
		description:
			"Names the manufacturer, kind, center and institute; then, where a filter leaves some of their engagements out, that part of the filter.",
	})
	id: string;
	@Field(() => Sme, { description: "The manufacturer that was served." })
	sme: Partial<Sme> & { id: string };
	@Field(() => ServiceKind, { description: "What kind of service it received." })
	kind: ServiceKind;
	@Field(() => MepCenter, { nullable: true, description: "The center that delivered it." })
	center?: MepCenter | null;
	@Field(() => Institute, { nullable: true, description: "The institute that delivered it." })
	institute?: Institute | null;
	@Field(() => Int, { description: "How many engagements match." })
	engagementCount: number;
	@Field(() => String, {
		nullable: true,
		description: "Start of the first one, as precise as its source; null where none is dated.",
	})
	firstOn?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Start of the last one, as precise as its source; null where none is dated.",
	})
	lastOn?: string | null;
	@Field(() => Float, {
		nullable: true,
		description:
			"Hours of facility use, summed over the engagements that state them; null where none does.",
	})
	hours?: number | null;
	@Field(() => Int, {
		nullable: true,
		description:
			"People trained, summed over the engagements that state them; null where none does.",
	})
	peopleTrained?: number | null;
	/** The id that its engagements bear. */
	group: string;
	/** The filter this trace was found with; its engagements answer to the same one. */
	scope: Scope;
	/** The facility, course or technology it was found under, whose engagements alone it counts. */
	within?: Within;
}

export enum TraceDimension {
	KIND = "KIND",
	CENTER = "CENTER",
	INSTITUTE = "INSTITUTE",
	SME = "SME",
	SME_STATE = "SME_STATE",
	NAICS_SECTOR = "NAICS_SECTOR",
	FISCAL_YEAR = "FISCAL_YEAR",
	CALENDAR_YEAR = "CALENDAR_YEAR",
}
registerEnumType(TraceDimension, {
	name: "TraceDimension",
	description: "What totals can be grouped by.",
	valuesConfig: {
		KIND: { description: "Kind of service." },
		CENTER: { description: "MEP center." },
		INSTITUTE: { description: "Institute." },
		SME: { description: "Manufacturer." },
		SME_STATE: { description: "State of the manufacturer." },
		NAICS_SECTOR: { description: "NAICS sector of the manufacturer, for example 31-33." },
		FISCAL_YEAR: { description: "US federal year; null where the date is too coarse to tell." },
		CALENDAR_YEAR: { description: "Calendar year, which every date tells; null where undated." },
	},
});

export enum TraceTotalOrder {
	GROUP_ASC = "GROUP_ASC",
	SME_COUNT_DESC = "SME_COUNT_DESC",
	SME_COUNT_ASC = "SME_COUNT_ASC",
	ENGAGEMENT_COUNT_DESC = "ENGAGEMENT_COUNT_DESC",
	ENGAGEMENT_COUNT_ASC = "ENGAGEMENT_COUNT_ASC",
	HOURS_DESC = "HOURS_DESC",
	PEOPLE_TRAINED_DESC = "PEOPLE_TRAINED_DESC",
}
registerEnumType(TraceTotalOrder, {
	name: "TraceTotalOrder",
	description: "Order of totals; groups that are equal in it come in the order of GROUP_ASC.",
	valuesConfig: {
		GROUP_ASC: { description: "By the dimensions, in their order; groups without a value first." },
		SME_COUNT_DESC: { description: "Most manufacturers first." },
		SME_COUNT_ASC: { description: "Fewest manufacturers first." },
		ENGAGEMENT_COUNT_DESC: { description: "Most engagements first." },
		ENGAGEMENT_COUNT_ASC: { description: "Fewest engagements first." },
		HOURS_DESC: { description: "Most stated hours first, groups that state none last." },
		PEOPLE_TRAINED_DESC: {
			description: "Most people trained first, groups that state none last.",
		},
	},
});

export enum CellStatus {
	PUBLISHED = "PUBLISHED",
	SUPPRESSED = "SUPPRESSED",
}
registerEnumType(CellStatus, {
	name: "CellStatus",
	description: "Whether the figures of a total may be published.",
	valuesConfig: {
		PUBLISHED: { description: "The figures are shown. Totals over PUBLIC records always are." },
		SUPPRESSED: { description: "The figures are withheld to protect confidential manufacturers." },
	},
});

@ObjectType({
	simpleResolvers: true,
	description: "Totals of one group of engagements. Only the dimensions asked for are filled.",
})
export class TraceTotal {
	@Field(() => ServiceKind, { nullable: true, description: "Kind of service of this group." })
	kind?: ServiceKind | null;
	@Field(() => MepCenter, {
		nullable: true,
		description: "Center of this group; null for engagements without one.",
	})
	center?: MepCenter | null;
	@Field(() => Institute, {
		nullable: true,
		description: "Institute of this group; null for engagements without one.",
	})
	institute?: Institute | null;
	@Field(() => Sme, { nullable: true, description: "Manufacturer of this group." })
	sme?: (Partial<Sme> & { id: string }) | null;
	@Field(() => String, {
		nullable: true,
		description: "State of the manufacturers of this group, ISO 3166-2.",
	})
	smeState?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "NAICS sector of the manufacturers of this group.",
	})
	naicsSector?: string | null;
	@Field(() => Int, { nullable: true, description: "US federal year of this group." })
	fiscalYear?: number | null;
	@Field(() => Int, { nullable: true, description: "Calendar year of this group." })
	calendarYear?: number | null;
	@Field(() => Int, { nullable: true, description: "Distinct manufacturers." })
	smeCount?: number | null;
	@Field(() => Int, { nullable: true, description: "Engagements." })
	engagementCount?: number | null;
	@Field(() => Float, { nullable: true, description: "Hours of facility use that are stated." })
	hours?: number | null;
	@Field(() => Int, { nullable: true, description: "People trained that are stated." })
	peopleTrained?: number | null;
	@Field(() => [OutcomeTotal], {
		nullable: true,
		description: "Outcomes reported for engagements of this group, by metric and verification.",
	})
	outcomes?: OutcomeTotal[] | null;
	@Field(() => CellStatus, { description: "Whether the figures may be published." })
	status: CellStatus;
}
