import { Field, ObjectType, registerEnumType } from "type-graphql";

export enum ImportColumnMatch {
	KNOWN = "KNOWN",
	SIMILAR = "SIMILAR",
	IGNORED = "IGNORED",
	UNKNOWN = "UNKNOWN",
}
registerEnumType(ImportColumnMatch, {
	name: "ImportColumnMatch",
	description: "How well the name of a file's column is known.",
	valuesConfig: {
		KNOWN: { description: "It is the column's name or an unambiguous synonym." },
		SIMILAR: { description: "It resembles one of these; look at the values before you trust it." },
		IGNORED: { description: "It is known and not read, such as `reason`." },
		UNKNOWN: {
			description: "It resembles none, or what it resembles is taken: map it or skip it.",
		},
	},
});

@ObjectType({ simpleResolvers: true, description: "A column that a file of engagements may have." })
export class ImportColumnMeaning {
	@Field(() => String, { description: "Its name." })
	column: string;
	@Field(() => String, { description: "What it says." })
	meaning: string;
}

@ObjectType({
	simpleResolvers: true,
	description: "Which column of an import a file's column probably is.",
})
export class ImportColumnSuggestion {
	@Field(() => String, { description: "The column as the file names it." })
	name: string;
	@Field(() => String, {
		nullable: true,
		description: "The column of the import; null if it is ignored or unknown.",
	})
	column: string | null;
	@Field(() => ImportColumnMatch, { description: "How sure that is." })
	match: ImportColumnMatch;
}
