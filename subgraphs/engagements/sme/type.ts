import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A small or medium-sized manufacturer (SME) that received a service.",
})
export class Sme {
	@Field(() => ID, { description: "Stable id, for example sme_vartega-inc-co." })
	id: string;
	@Field(() => String, { description: "Name in the source." })
	name: string;
	@Field(() => String, { nullable: true, description: "City, if a source gives it." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "State in ISO 3166-2, for example US-GA." })
	state?: string | null;
	@Field(() => String, { nullable: true, description: "NAICS industry code, two to six digits." })
	naics?: string | null;
	@Field(() => Int, { nullable: true, description: "Employees, if a source gives the number." })
	employees?: number | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"Whether it has fewer than 500 employees. Null if the number is unknown, or if a source says that it belongs to a larger group.",
	})
	isSmall?: boolean | null;
	@Field(() => Int, {
		description: "Number of its changes that you may see, from 1; send it with the next change.",
	})
	revision: number;
	@Field(() => Boolean, {
		description:
			"True if the import that created it was undone and nothing else uses it: it is in no list.",
	})
	removed: boolean;
	/** The center that registered it; not part of the API. */
	centerId?: string | null;
	@Field(() => Boolean, { description: "True for synthetic records of the generator." })
	synthetic: boolean;
}
