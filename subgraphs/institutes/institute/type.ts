import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Source } from "../../../shared/provenance/provenance.ts";

@ObjectType({ simpleResolvers: true, description: "A federal agency." })
export class Agency {
	@Field(() => ID, { description: "DOD, DOE or DOC." })
	id: string;
	@Field(() => String, { description: "Name of the agency." })
	name: string;
}

@ObjectType({ simpleResolvers: true, description: "The organization that leads an institute." })
export class Organization {
	@Field(() => String, { description: "Name, as read." })
	name: string;
}

@ObjectType({ simpleResolvers: true, description: "A place." })
export class Place {
	@Field(() => String, { nullable: true, description: "City." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "State in ISO 3166-2, for example US-OH." })
	state?: string | null;
	@Field(() => String, { description: "Country in ISO 3166-1." })
	country: string;
}

@ObjectType({ simpleResolvers: true, description: "A date in the life of an institute." })
export class Milestone {
	@Field(() => String, { description: "ANNOUNCED or OPENED." })
	kind: string;
	@Field(() => String, { description: "As precise as the source." })
	date: string;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@ObjectType({ simpleResolvers: true, description: "A manufacturing readiness level." })
export class MrlLevel {
	@Field(() => Int, { description: "1 to 10." })
	level: number;
	@Field(() => String, { description: "What has been shown at this level." })
	definition: string;
	@Field(() => [String], { description: "Stages of the innovation chain it belongs to." })
	stages: string[];
}

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A manufacturing innovation institute." })
export class Institute {
	@Field(() => ID, { description: "Slug of the institute, for example america-makes." })
	id: string;
	@Field(() => String, { description: "Short name it goes by." })
	name: string;
	@Field(() => String, { description: "Full name." })
	fullName: string;
	@Field(() => String, {
		nullable: true,
		description: "Name in Chinese, as the documents print it.",
	})
	nativeName?: string | null;
	@Field(() => [String], { description: "Earlier names." })
	formerNames: string[];
	@Field(() => String, { description: "Technology it works on." })
	technologyArea: string;
	@Field(() => Agency, { description: "Federal agency that sponsors it; never its lead." })
	sponsor: Agency;
	@Field(() => Organization, { nullable: true, description: "Organization that leads it." })
	lead?: Organization | null;
	@Field(() => Place, { description: "Headquarters." })
	headquarters: Place;
	@Field(() => Source, { description: "Where name, lead and place were read." })
	source: Source;
}
