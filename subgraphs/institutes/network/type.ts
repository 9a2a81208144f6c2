import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Observation, Source } from "../../../shared/provenance/provenance.ts";
import { AS_PARENT, REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "The program office of a network." })
export class ProgramOffice {
	@Field(() => String, { description: "Its name." })
	name: string;
	@Field(() => String, { nullable: true, description: "The agency it belongs to." })
	within?: string | null;
	@Field(() => [Observation], { description: "Its tasks, in the documents' order." })
	tasks: Observation[];
	@Field(() => [Observation], { description: "Its divisions." })
	parts: Observation[];
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "A source of revenue in one stage of a network's funding.",
})
export class RevenueSource {
	@Field(() => String, { description: "Who pays." })
	funder: string;
	@Field(() => String, { nullable: true, description: "Who pays, in Chinese." })
	nativeFunder?: string | null;
	@Field(() => [String], { description: "Activities paid by it." })
	activities: string[];
	@Field(() => [String], { description: "What the institute earns." })
	revenue: string[];
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "A stage in which an institute is funded, from core funding to customers.",
})
export class FundingStage {
	@Field(() => Int, { description: "1 for the first." })
	number: number;
	@Field(() => String, { description: "Stage of the institute's life: establishment …" })
	name: string;
	@Field(() => String, { description: "How it is funded." })
	model: string;
	@Field(() => String, { nullable: true, description: "How it is funded, in Chinese." })
	nativeModel?: string | null;
	@Field(() => [String], { description: "Agreements and contracts used." })
	instruments: string[];
	@Field(() => String, { nullable: true, description: "How long it lasts, where a source says." })
	duration?: string | null;
	@Field(() => [RevenueSource], { description: "Where revenue comes from, where a source says." })
	revenue: RevenueSource[];
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A network of institutes or centers.",
})
export class Network {
	@Field(() => ID, { description: "Slug of the network, for example manufacturing-usa." })
	id: string;
	@Field(() => String, { description: "Name of the network." })
	name: string;
	@Field(() => String, {
		nullable: true,
		description: "Name in Chinese, as a document prints it. Never join on it: see doubt D40.",
	})
	nativeName?: string | null;
	@Field(() => [String], { description: "Earlier names." })
	formerNames: string[];
	@Field(() => String, { description: "Country in ISO 3166-1." })
	country: string;
	@Field(() => Int, {
		description:
			"Month in which its fiscal year starts; the year is named after the calendar year in which it ends.",
	})
	fiscalYearStartMonth: number;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	office: { name: string; within: string | null } | null;
}
