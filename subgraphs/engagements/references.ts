import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Node } from "../../shared/node.ts";

/** Entities that the institutes and mep subgraphs own; here they gain the engagements side. */

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A center of the MEP National Network.",
})
export class MepCenter {
	@Field(() => ID, { description: "Slug of the center, for example ga-mep." })
	id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A manufacturing innovation institute.",
})
export class Institute {
	@Field(() => ID, { description: "Slug of the institute, for example america-makes." })
	id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A shared facility of an institute.",
})
export class Facility {
	@Field(() => ID, { description: "Slug of the facility." })
	id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A training programme of an institute.",
})
export class Course {
	@Field(() => ID, { description: "Slug of the course." })
	id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A technology that an institute develops or transfers.",
})
export class Technology {
	@Field(() => ID, { description: "Slug of the technology." })
	id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A network of institutes or centers.",
})
export class Network {
	@Field(() => ID, { description: "Slug of the network, for example manufacturing-usa." })
	id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A tier of an institute's membership.",
})
export class MembershipTier {
	@Field(() => ID, { description: "Slug of the tier, for example america-makes-gold." })
	id: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "An indicator that a document proposes for evaluating centers or institutes.",
})
export class IndicatorDefinition {
	@Field(() => ID, { description: "Slug of the indicator." })
	id: string;
}

export type Parent = MepCenter | Institute | Facility | Course | Technology;
