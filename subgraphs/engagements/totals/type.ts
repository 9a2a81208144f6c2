import { Directive, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { UNTIL_RECORDS_CHANGE } from "../changes.ts";
import { ServiceKind } from "../enums.ts";
import { OutcomeTotal } from "../outcome/type.ts";
import { Institute, MepCenter } from "../references.ts";
import { Sme } from "../sme/type.ts";

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
		CALENDAR_YEAR: { description: "Calendar year, known for every date; null if undated." },
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
	EMPTY = "EMPTY",
}
registerEnumType(CellStatus, {
	name: "CellStatus",
	description: "Whether the figures of a total, or of a cell of statistics, are published.",
	valuesConfig: {
		PUBLISHED: { description: "The figures are shown. Totals over PUBLIC records always are." },
		SUPPRESSED: { description: "The figures are withheld to protect confidential manufacturers." },
		EMPTY: { description: "There are no records; the figures are zero. In statistics only." },
	},
});

type TotalSme = Partial<Sme> & { id: string };

@Directive(UNTIL_RECORDS_CHANGE)
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
	sme?: TotalSme | Promise<TotalSme> | null;
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
