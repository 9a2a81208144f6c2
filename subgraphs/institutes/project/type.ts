import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Doubt, Money, Source } from "../../../shared/provenance/provenance.ts";
import { AS_PARENT, REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "How many projects one kind of lead leads." })
export class LeadCount {
	@Field(() => String, { description: "Kind of organization that leads." })
	kind: string;
	@Field(() => Int, { description: "How many projects it leads." })
	projects: number;
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A call in which an institute asks its members for projects.",
})
export class ProjectCall {
	@Field(() => ID, { description: "Slug of the call." })
	id: string;
	@Field(() => String, { description: "Name of the call." })
	name: string;
	@Field(() => String, { nullable: true, description: "When it was opened or decided." })
	openedOn?: string | null;
	@Field(() => Int, { nullable: true, description: "Months from call to start, at the least." })
	cycleMonthsFrom?: number | null;
	@Field(() => Int, { nullable: true, description: "Months from call to start, at the most." })
	cycleMonthsTo?: number | null;
	@Field(() => [String], { description: "Criteria for proposals." })
	criteria: string[];
	@Field(() => [String], {
		description: "What is emphasised, such as benefit to small manufacturers.",
	})
	emphasis: string[];
	@Field(() => String, { nullable: true, description: "Who must take part, or what must be met." })
	requirement?: string | null;
	@Field(() => Int, { nullable: true, description: "How many batches it had." })
	batches?: number | null;
	@Field(() => Int, { nullable: true, description: "How many projects resulted from it." })
	projects?: number | null;
	@Field(() => [LeadCount], { description: "Who leads them, where a source counts." })
	leads: LeadCount[];
	@Field(() => Money, { nullable: true, description: "Their total value." })
	amount?: Money | null;
	@Field(() => String, { nullable: true, description: "Further notes from the source." })
	note?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "An area of an institute's technology roadmap.",
})
export class RoadmapArea {
	@Field(() => ID, { description: "Slug of the area." })
	id: string;
	@Field(() => Int, { description: "Its number, from 1." })
	number: number;
	@Field(() => String, { description: "Name of the area." })
	name: string;
	@Field(() => String, { nullable: true, description: "Name in Chinese, as printed." })
	nativeName?: string | null;
	@Field(() => Int, { description: "First year that the roadmap covers." })
	fromYear: number;
	@Field(() => Int, { description: "Last year that the roadmap covers." })
	toYear: number;
	@Field(() => String, { nullable: true, description: "When the roadmap was released." })
	releasedOn?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	@Field(() => [Doubt], { description: "What is doubtful about it." })
	doubts: Doubt[];
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A project of an institute and its partners, as a published case names it.",
})
export class Project {
	@Field(() => ID, { description: "Slug of the project." })
	id: string;
	@Field(() => String, { description: "Name of the project." })
	name: string;
	@Field(() => String, { nullable: true, description: "Who leads it, where the source says." })
	lead?: string | null;
	@Field(() => [String], { description: "Other organizations that take part." })
	partners: string[];
	@Field(() => String, { nullable: true, description: "When it started or was selected." })
	startedOn?: string | null;
	@Field(() => String, { nullable: true, description: "Further notes from the source." })
	note?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	instituteId: string;
	callId?: string | null;
	technologyId?: string | null;
}
