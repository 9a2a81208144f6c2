import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Source } from "../../../shared/provenance/provenance.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A document or release that facts were read in, or that settles a doubt.",
})
export class SourceDocument {
	@Field(() => ID, { description: "Slug of the document." })
	id: string;
	@Field(() => String, { description: "Title." })
	title: string;
	@Field(() => String, { description: "What it is about." })
	about: string;
	@Field(() => String, {
		nullable: true,
		description: "Date of its data, a partial ISO 8601 date; of several the latest.",
	})
	asOf?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "The date in the document's words, if it gives no exact date.",
	})
	asOfWords?: string | null;
	@Field(() => String, { description: "Language, BCP 47." })
	language: string;
}

export enum IndicatorGroup {
	SHORT_TERM = "SHORT_TERM",
	MID_TERM = "MID_TERM",
	LONG_TERM = "LONG_TERM",
	CHINA_DIMENSION = "CHINA_DIMENSION",
	CHINA_QUANTIFIABLE = "CHINA_QUANTIFIABLE",
}
registerEnumType(IndicatorGroup, {
	name: "IndicatorGroup",
	description: "The time frame, or the set of rules, of an indicator.",
	valuesConfig: {
		SHORT_TERM: { description: "Seen within a year or two: members, activities, outputs." },
		MID_TERM: { description: "Seen after some years: products, licences, growth." },
		LONG_TERM: { description: "Seen after many years: return, diffusion, effect on industry." },
		CHINA_DIMENSION: { description: "A dimension of the evaluation of China's centers." },
		CHINA_QUANTIFIABLE: { description: "A quantifiable indicator of China's evaluation." },
	},
});

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "An indicator that a document proposes for evaluating centers or institutes.",
})
export class IndicatorDefinition {
	@Field(() => ID, { description: "Slug of the indicator." })
	id: string;
	@Field(() => IndicatorGroup, { description: "Its time frame, or set of rules." })
	group: IndicatorGroup;
	@Field(() => String, { description: "Name of the indicator." })
	name: string;
	@Field(() => Source, { description: "Where it is proposed." })
	source: Source;
}
