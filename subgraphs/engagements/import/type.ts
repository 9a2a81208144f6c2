import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { MepCenter } from "../references.ts";
import { LikelyDuplicate } from "../sme/input.ts";
import { Sme } from "../sme/type.ts";

export enum DateOrder {
	MDY = "MDY",
	DMY = "DMY",
}
registerEnumType(DateOrder, {
	name: "DateOrder",
	description: "In which order a file writes day and month as numbers.",
	valuesConfig: {
		MDY: { description: "Month first: 3/4/2024 is March 4." },
		DMY: { description: "Day first: 3/4/2024 is April 3." },
	},
});

export enum ImportMatch {
	MATCHES = "MATCHES",
	NEW = "NEW",
	LIKELY_TWIN = "LIKELY_TWIN",
}
registerEnumType(ImportMatch, {
	name: "ImportMatch",
	description: "What an import would do with a manufacturer that its rows name.",
	valuesConfig: {
		MATCHES: { description: "It is known; the rows count for it." },
		NEW: { description: "It is not known and would be made; nothing looks like it." },
		LIKELY_TWIN: { description: "It would be made, although others look like it." },
	},
});

@InputType({ description: "One row of an import." })
export class ImportRowInput {
	@Field(() => Int, { description: "Line of the file on which the row starts." })
	line: number;
	@Field(() => [String], { description: "Its cells, in the order of the columns." })
	cells: string[];
}

@InputType({ description: "Some rows of an import, up to 500." })
export class ImportEngagementsInput {
	@Field(() => ID, {
		nullable: true,
		description: "The batch that the rows belong to; a new one where left out.",
	})
	batchId?: string | null;
	@Field(() => Boolean, {
		nullable: true,
		description: "Checks everything and changes nothing.",
	})
	dryRun?: boolean | null;
	@Field(() => String, {
		nullable: true,
		description: "Name of the file, up to 200 characters, by which its batch is found again.",
	})
	fileName?: string | null;
	@Field(() => DateOrder, {
		nullable: true,
		description:
			"How dates such as 3/4/2024 are meant; without it, those that may mean two days are refused.",
	})
	dates?: DateOrder | null;
	@Field(() => [String], {
		description:
			"Names of the columns, as in the published cases or another clear name for one: company, state, visit date.",
	})
	columns: string[];
	@Field(() => [ImportRowInput], { description: "The rows." })
	rows: ImportRowInput[];
	@Field(() => Int, {
		nullable: true,
		description:
			"Rows of the file beside these that could not be read, up to 500; the batch counts them as failed.",
	})
	unreadable?: number | null;
}

@ObjectType({ simpleResolvers: true, description: "Why a row was not taken." })
export class ImportFailure {
	@Field(() => Int, { description: "Line of the file on which the row starts." })
	line: number;
	@Field(() => String, { description: "The column at fault; empty where it is the whole row." })
	column: string;
	@Field(() => String, { description: "What is wrong and how to fix it." })
	message: string;
}

@ObjectType({ simpleResolvers: true, description: "What a column of a file was taken as." })
export class ImportColumn {
	@Field(() => String, { description: "The column as the file names it." })
	name: string;
	@Field(() => String, {
		nullable: true,
		description: "The column of the import; null where it is known and not read, as `reason`.",
	})
	column?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A manufacturer that rows of an import name." })
export class ImportManufacturer {
	@Field(() => String, { description: "Its name in the file." })
	name: string;
	@Field(() => String, { nullable: true, description: "Its state, ISO 3166-2." })
	state?: string | null;
	@Field(() => String, { nullable: true, description: "Its city in the file." })
	city?: string | null;
	@Field(() => Int, { description: "Line of the first row that names it." })
	line: number;
	@Field(() => ImportMatch, { description: "What the import would do with it." })
	match: ImportMatch;
	@Field(() => Sme, { nullable: true, description: "The manufacturer that it matches." })
	sme?: Sme | null;
	@Field(() => [LikelyDuplicate], {
		description: "Others that it may be, the likeliest first, up to five.",
	})
	candidates: LikelyDuplicate[];
}

@ObjectType({ simpleResolvers: true, description: "What an import did with its rows." })
export class ImportResult {
	@Field(() => ID, { description: "The batch; `undoImport` takes it." })
	batchId: string;
	@Field(() => Int, { description: "Rows that came." })
	rows: number;
	@Field(() => Int, { description: "Rows that made a new engagement." })
	created: number;
	@Field(() => Int, { description: "Rows that changed one." })
	updated: number;
	@Field(() => Int, { description: "Rows that say what is known already." })
	unchanged: number;
	@Field(() => Int, { description: "Rows that were not taken." })
	failed: number;
	@Field(() => [ImportFailure], { description: "Why, each fault of each such row." })
	failures: ImportFailure[];
	@Field(() => [ImportColumn], { description: "What each column was taken as." })
	columns: ImportColumn[];
	@Field(() => [ImportManufacturer], {
		description: "On a dry run, the manufacturers that the rows name, each once.",
	})
	manufacturers: ImportManufacturer[];
}

export enum ImportBatchState {
	TAKEN = "TAKEN",
	UNDONE = "UNDONE",
	PARTLY_UNDONE = "PARTLY_UNDONE",
}
registerEnumType(ImportBatchState, {
	name: "ImportBatchState",
	description: "What became of an import.",
	valuesConfig: {
		TAKEN: { description: "What it created and changed stands." },
		UNDONE: { description: "All that it created and changed was undone." },
		PARTLY_UNDONE: {
			description: "It was undone, except for what had been changed, approved or reported since.",
		},
	},
});

@ObjectType({
	simpleResolvers: true,
	description: "A record that undoing an import left as it is, or of which it left some fields.",
})
export class KeptRecord {
	@Field(() => ID, { description: "Id of the record." })
	recordId: string;
	@Field(() => String, { description: "ENGAGEMENT, OUTCOME or SME." })
	type: string;
	@Field(() => String, { description: "Why: what was done to it since, or what forbids it." })
	reason: string;
}

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "One import: whose it was, what it did, and whether it was undone.",
})
export class ImportBatch {
	@Field(() => ID, { description: "The batch; `undoImport` takes it." })
	id: string;
	@Field(() => MepCenter, {
		nullable: true,
		description: "The center that imported it; null for the program office.",
	})
	center: MepCenter | null;
	@Field(() => String, {
		nullable: true,
		description: "Name of the file, where whoever sent it told one.",
	})
	fileName: string | null;
	@Field(() => String, { description: "Who imported, as the access token named them." })
	by: string;
	@Field(() => String, { description: "In which role." })
	role: string;
	@Field(() => String, { description: "When its first rows came, ISO 8601 in UTC." })
	startedAt: string;
	@Field(() => String, { description: "When its last rows came, ISO 8601 in UTC." })
	lastAt: string;
	@Field(() => Int, {
		nullable: true,
		description: "Rows that came; null for imports from before this was kept.",
	})
	rows: number | null;
	@Field(() => Int, { description: "Rows that made a new engagement." })
	created: number;
	@Field(() => Int, { description: "Rows that changed one." })
	updated: number;
	@Field(() => Int, {
		nullable: true,
		description: "Rows that said what was known already; null like `rows`.",
	})
	unchanged: number | null;
	@Field(() => Int, { nullable: true, description: "Rows that were not taken; null like `rows`." })
	failed: number | null;
	@Field(() => ImportBatchState, { description: "What became of it." })
	state: ImportBatchState;
	@Field(() => String, { nullable: true, description: "When it was undone, ISO 8601 in UTC." })
	undoneAt: string | null;
	@Field(() => String, { nullable: true, description: "Who undid it." })
	undoneBy: string | null;
	@Field(() => String, { nullable: true, description: "Why it was undone." })
	undoReason: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What undoing an import did." })
export class UndoImportPayload {
	@Field(() => ImportBatch, { description: "The import as it is now." })
	batch: ImportBatch;
	@Field(() => Int, { description: "Records that the import created and that are void now." })
	voided: number;
	@Field(() => Int, {
		description: "Records that the import changed and that are as they were before.",
	})
	restored: number;
	@Field(() => [ID], {
		description: "Records that somebody changed after the import and that stay as they are.",
	})
	kept: string[];
	@Field(() => [KeptRecord], { description: "Why each of them stays as it is." })
	keptRecords: KeptRecord[];
	@Field(() => Int, {
		description:
			"Manufacturers that the import created, that nothing else uses and that are in no list now.",
	})
	removedManufacturers: number;
}
