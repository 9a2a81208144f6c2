import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { HostKind } from "../../../shared/host-kind.ts";
import { Node } from "../../../shared/node.ts";
import { Money, Source } from "../../../shared/provenance/provenance.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

export enum AwardCoverage {
	ONE_YEAR = "ONE_YEAR",
	EACH_OF_FIVE_YEARS = "EACH_OF_FIVE_YEARS",
	SEVERAL_YEARS = "SEVERAL_YEARS",
	NOT_COMPARABLE = "NOT_COMPARABLE",
}
registerEnumType(AwardCoverage, {
	name: "AwardCoverage",
	description: "What an award covers, derived from the words of its source.",
	valuesConfig: {
		ONE_YEAR: { description: "The year of the award." },
		EACH_OF_FIVE_YEARS: {
			description: "The amount comes in each of five years, from that year on.",
		},
		SEVERAL_YEARS: { description: "Several years in total." },
		NOT_COMPARABLE: { description: "Something else, or the source does not say." },
	},
});

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"A federal award to a center. Awards are not comparable: `period` says what each amount covers. Do not add them up.",
})
export class Award {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => Money, { description: "The amount, for the whole of `period`." })
	amount: Money;
	@Field(() => Int, { nullable: true, description: "US federal year of the award." })
	fiscalYear?: number | null;
	@Field(() => String, {
		nullable: true,
		description: "What the amount covers, for example: first year (of five).",
	})
	period?: string | null;
	@Field(() => AwardCoverage, { description: "What the amount covers, in one word." })
	coverage: AwardCoverage;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"A center of the MEP National Network (Manufacturing Extension Partnership): one for each state and Puerto Rico.",
})
export class MepCenter {
	@Field(() => ID, { description: "Slug of the center, for example ga-mep." })
	id: string;
	@Field(() => String, { description: "Name of the center." })
	name: string;
	@Field(() => String, { description: "State in ISO 3166-2, for example US-OH." })
	state: string;
	@Field(() => String, {
		nullable: true,
		description: "Organization that hosts the center, if known.",
	})
	hostOrganization?: string | null;
	@Field(() => HostKind, {
		nullable: true,
		description: "Kind of the host, derived from its name; null if the name does not show it.",
	})
	hostKind?: HostKind | null;
	@Field(() => String, { nullable: true, description: "City of its main office." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "Domain of its web site." })
	website?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Other facts about it, for example a closure or an earlier name.",
	})
	note?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Date of the page that name, city and site were read from.",
	})
	asOf?: string | null;
	@Field(() => Source, { description: "Where name, city and site were read." })
	source: Source;
}
