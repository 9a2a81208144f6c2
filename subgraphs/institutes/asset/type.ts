import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Source } from "../../../shared/provenance/provenance.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A shared facility of an institute.",
})
export class Facility {
	@Field(() => ID, { description: "Slug of the facility." })
	id: string;
	@Field(() => String, { description: "Name of the facility." })
	name: string;
	@Field(() => String, { nullable: true, description: "City." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "State in ISO 3166-2." })
	state?: string | null;
	@Field(() => String, { nullable: true, description: "What can be done there." })
	capability?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "When it opened, a partial ISO 8601 date; some are plans, see `qualifier`.",
	})
	opened?: string | null;
	@Field(() => String, { nullable: true, description: "The source's qualifier of it." })
	qualifier?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	instituteId: string;
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A training programme of an institute.",
})
export class Course {
	@Field(() => ID, { description: "Slug of the course." })
	id: string;
	@Field(() => String, { description: "Name of the programme." })
	name: string;
	@Field(() => String, { nullable: true, description: "Its audience." })
	audience?: string | null;
	@Field(() => String, { nullable: true, description: "When it started, a partial ISO 8601 date." })
	started?: string | null;
	@Field(() => Int, {
		nullable: true,
		description: "People trained as of `asOf`. Programmes overlap: do not add them up.",
	})
	peopleTrained?: number | null;
	@Field(() => String, {
		nullable: true,
		description: "Date that `peopleTrained` holds for, a partial ISO 8601 date.",
	})
	asOf?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "What `peopleTrained` counts, and when, in the words of the source.",
	})
	asOfWords?: string | null;
	@Field(() => String, { nullable: true, description: "Further notes from the source." })
	note?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	instituteId: string;
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"A technology that an institute develops or transfers, as a published case names it.",
})
export class Technology {
	@Field(() => ID, { description: "Slug of the technology." })
	id: string;
	@Field(() => String, { description: "What it is." })
	name: string;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	instituteId: string;
}
