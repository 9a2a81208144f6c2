import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { SupergraphPart } from "../supergraph/type.ts";

export enum ChangeCriticality {
	BREAKING = "BREAKING",
	DANGEROUS = "DANGEROUS",
	NON_BREAKING = "NON_BREAKING",
}
registerEnumType(ChangeCriticality, {
	name: "SchemaChangeCriticality",
	description: "What a change of the schema may do to those who ask the hub.",
	valuesConfig: {
		BREAKING: { description: "Queries that asked it fail." },
		DANGEROUS: { description: "Queries still run; what they answer may surprise a program." },
		NON_BREAKING: { description: "Nothing that was asked changes." },
	},
});

@ObjectType({ simpleResolvers: true, description: "One change of the schema that clients see." })
export class SchemaChange {
	@Field(() => ChangeCriticality, { description: "What it may do to those who ask." })
	criticality: ChangeCriticality;
	@Field(() => String, { description: "Where, for example Sme.credentials." })
	path: string;
	@Field(() => String, { description: "What changed." })
	message: string;
}

@ObjectType({
	simpleResolvers: true,
	description: "What changed from one supergraph that was served to another.",
})
export class SchemaChangelogEntry {
	@Field(() => Int, { description: "The later version, see supergraphVersions." })
	version: number;
	@Field(() => Int, {
		nullable: true,
		description: "The version it is compared with; null for the first that is kept.",
	})
	previous?: number | null;
	@Field(() => String, { description: "Since when the later was served, ISO 8601 in UTC." })
	servedAt: string;
	@Field(() => [SupergraphPart], { description: "Of what the later was composed." })
	parts: SupergraphPart[];
	@Field(() => [SchemaChange], { description: "The changes, the breaking ones first." })
	changes: SchemaChange[];
	@Field(() => Int, { description: "How many changes there are; a list is cut after 500." })
	totalChanges: number;
}
