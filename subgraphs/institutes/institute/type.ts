import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Doubt, Source } from "../../../shared/provenance/provenance.ts";
import { AS_PARENT, REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({ implements: Node, simpleResolvers: true, description: "A federal agency." })
export class Agency {
	@Field(() => ID, { description: "DOD, DOE or DOC." })
	id: string;
	@Field(() => String, { description: "Name of the agency." })
	name: string;
}

export enum LeadKind {
	UNIVERSITY_OR_FOUNDATION = "UNIVERSITY_OR_FOUNDATION",
	LABORATORY = "LABORATORY",
	MANUFACTURING_CENTER = "MANUFACTURING_CENTER",
	ALLIANCE = "ALLIANCE",
	RESEARCH_INSTITUTE = "RESEARCH_INSTITUTE",
	PROFESSIONAL_SOCIETY = "PROFESSIONAL_SOCIETY",
}
registerEnumType(LeadKind, {
	name: "LeadKind",
	description: "Kind of organization that leads an institute, derived from its name.",
	valuesConfig: {
		UNIVERSITY_OR_FOUNDATION: { description: "A university, or the research foundation of one." },
		LABORATORY: { description: "A laboratory." },
		MANUFACTURING_CENTER: { description: "A center for manufacturing and machining." },
		ALLIANCE: { description: "An alliance or consortium of organizations." },
		RESEARCH_INSTITUTE: { description: "A research institute, often the institute's own body." },
		PROFESSIONAL_SOCIETY: { description: "A society of a profession." },
	},
});

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "The organization that leads an institute." })
export class Organization {
	@Field(() => String, { description: "Name in the source." })
	name: string;
	@Field(() => String, { nullable: true, description: "Name in Chinese, as a document prints it." })
	nativeName?: string | null;
	@Field(() => LeadKind, { nullable: true, description: "What kind of organization it is." })
	kind?: LeadKind | null;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A place." })
export class Place {
	@Field(() => String, { nullable: true, description: "City." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "State in ISO 3166-2, for example US-OH." })
	state?: string | null;
	@Field(() => String, { description: "Country in ISO 3166-1." })
	country: string;
	@Field(() => String, { nullable: true, description: "City in Chinese, where a source has it." })
	nativeCity?: string | null;
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "A milestone of an institute or network.",
})
export class Milestone {
	@Field(() => String, { description: "ANNOUNCED, AGREEMENT, OPENED or RENAMED." })
	kind: string;
	@Field(() => String, { description: "As precise as the source." })
	date: string;
	@Field(() => String, {
		nullable: true,
		description: "As the source prints it, where it differs.",
	})
	asPrinted?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Why this date was chosen, if sources disagree; see `observations`.",
	})
	reason?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	@Field(() => [Doubt], { description: "What is doubtful about it." })
	doubts: Doubt[];
}

@Directive(REFERENCE_DATA)
@ObjectType({ simpleResolvers: true, description: "A manufacturing readiness level." })
export class MrlLevel {
	@Field(() => Int, { description: "1 to 10." })
	level: number;
	@Field(() => String, { description: "What has been shown at this level." })
	definition: string;
	@Field(() => String, { description: "The same in Chinese, as the document prints it." })
	nativeDefinition: string;
	@Field(() => [String], {
		description: "Stages of the innovation chain it belongs to; they overlap.",
	})
	stages: string[];
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "The kind of agreement by which an institute was set up.",
})
export class Agreement {
	@Field(() => String, { description: "COOPERATIVE_AGREEMENT or TECHNOLOGY_INVESTMENT_AGREEMENT." })
	kind: string;
	@Field(() => Boolean, {
		description: "True where no source prints it for this institute and it was inferred.",
	})
	inferred: boolean;
	@Field(() => String, { nullable: true, description: "How it was inferred." })
	reason?: string | null;
	@Field(() => Source, { description: "Where it was read, or what it was inferred from." })
	source: Source;
	@Field(() => [Doubt], { description: "What is doubtful about it." })
	doubts: Doubt[];
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A manufacturing innovation institute or center.",
})
export class Institute {
	@Field(() => ID, { description: "Slug of the institute, for example america-makes." })
	id: string;
	@Field(() => String, { description: "Short name it goes by." })
	name: string;
	@Field(() => String, {
		nullable: true,
		description: "Full name; documents that print only an acronym were completed.",
	})
	fullName?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Name in Chinese, as the documents print it. Never join on it: see doubt D40.",
	})
	nativeName?: string | null;
	@Field(() => String, { nullable: true, description: "Acronym, where it has one." })
	acronym?: string | null;
	@Field(() => [String], { description: "Earlier names, English or Chinese." })
	formerNames: string[];
	@Field(() => String, { description: "Technology it works on." })
	technologyArea: string;
	@Field(() => String, { nullable: true, description: "Technology it works on, in Chinese." })
	nativeTechnologyArea?: string | null;
	@Field(() => Agency, {
		nullable: true,
		description:
			"Agency that sponsors it, never its lead; null where no source names one, as for Qingdao's centers.",
	})
	sponsor?: Agency | null;
	@Field(() => Organization, { nullable: true, description: "Organization that leads it." })
	lead?: Organization | null;
	@Field(() => Place, { description: "Headquarters." })
	headquarters: Place;
	@Field(() => String, { nullable: true, description: "Its purpose." })
	mission?: string | null;
	@Field(() => String, { nullable: true, description: "Its purpose, as printed." })
	nativeMission?: string | null;
	@Field(() => Source, { description: "Where name, lead and place were read." })
	source: Source;
}
