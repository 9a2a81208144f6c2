import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { AS_PARENT, REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "A value that observations have, and how many have it.",
})
export class ObservationFacet {
	@Field(() => String, { description: "The value, as filters of observations take it." })
	value: string;
	@Field(() => Int, { description: "How many observations have it." })
	count: number;
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "What observations are of, and how many are of it.",
})
export class ObservationSubject {
	@Field(() => String, { description: "Institute or Network." })
	type: string;
	@Field(() => ID, { description: "Slug of the institute or network." })
	subjectId: string;
	@Field(() => Int, { description: "How many observations are of it." })
	count: number;
}

@Directive(REFERENCE_DATA)
@ObjectType({
	simpleResolvers: true,
	description: "The values by which observations can be filtered, with how many have each.",
})
export class ObservationFacets {
	@Field(() => [ObservationSubject], { description: "What they are of, networks first, by id." })
	subjects: ObservationSubject[];
	@Field(() => [ObservationFacet], { description: "What was observed, by name." })
	properties: ObservationFacet[];
	@Field(() => [ObservationFacet], {
		description: "Ids of documents and hosts of web pages, the one with the most first.",
	})
	documents: ObservationFacet[];
	@Field(() => [ObservationFacet], {
		description: "Fiscal years, or the years of dates, the latest first.",
	})
	years: ObservationFacet[];
	@Field(() => [ObservationFacet], { description: "Doubts about them, by number." })
	doubts: ObservationFacet[];
}
