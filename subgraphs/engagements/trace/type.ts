import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { ServiceKind } from "../enums.ts";
import type { Scope, Within } from "../filter/scope.ts";
import { Institute, MepCenter } from "../references.ts";
import { Sme } from "../sme/type.ts";

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"Which manufacturer received which kind of service from which center or institute: all engagements of one kind between them.",
})
export class Trace {
	@Field(() => ID, {
		description:
			"Contains manufacturer, kind, center and institute; and, if a filter excludes some of their engagements, that part of the filter.",
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
	/** The `trace_id` of its engagements. */
	group: string;
	/** The filter that this trace was found with, which applies to its engagements too. */
	scope: Scope;
	/** The facility, course or technology under which it was found; only the engagements of that one count. */
	within?: Within;
}
