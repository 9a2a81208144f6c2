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
	@Field(() => String, { description: "Name as the source gives it." })
	name: string;
	@Field(() => String, { nullable: true, description: "City, where a source names it." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "State in ISO 3166-2, for example US-GA." })
	state?: string | null;
	@Field(() => String, { nullable: true, description: "NAICS industry code, two to six digits." })
	naics?: string | null;
	@Field(() => Int, { nullable: true, description: "Employees, where a source states them." })
	employees?: number | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"Whether it has fewer than 500 employees. Null where the number is not known or a source says that it belongs to a larger group.",
	})
	isSmall?: boolean | null;
	@Field(() => Int, {
		description:
			"Counts its changes from 1, those that you may see; a change names the one it saw.",
	})
	revision: number;
	@Field(() => Boolean, {
		description:
			"True where the import that made it was undone and nothing else uses it: no list has it.",
	})
	removed: boolean;
	/** The center that registered it; not part of the API. */
	centerId?: string | null;
	@Field(() => Boolean, { description: "True for made-up records of the synthetic generator." })
	synthetic: boolean;
}
