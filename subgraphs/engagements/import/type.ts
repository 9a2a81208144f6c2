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
	description: "Order of day and month in a file's dates.",
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
	description: "What an import would do with a manufacturer named in its rows.",
	valuesConfig: {
		MATCHES: { description: "It is known; the rows count for it." },
		NEW: { description: "It is not known and would be created; nothing looks like it." },
		LIKELY_TWIN: { description: "It would be created, although others look like it." },
	},
});

@InputType({ description: "One row of an import." })
export class ImportRowInput {
	@Field(() => Int, { description: "Line of the file on which the row starts." })
	line: number;
	@Field(() => [String], { description: "Its cells, in the order of the columns." })
	cells: string[];
	@Field(() => String, {
		nullable: true,
		description:
			"Why the row could not be read from the file, if so, up to 1,000 characters; it is not imported and fails with this reason.",
	})
	fault?: string | null;
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
		description: "Name of the file, up to 200 characters, shown with its batch.",
	})
	fileName?: string | null;
	@Field(() => DateOrder, {
		nullable: true,
		description: "Order of dates such as 3/4/2024; without it, ambiguous dates are refused.",
	})
	dates?: DateOrder | null;
	@Field(() => [String], {
		description:
			"Names of the columns: those of `importColumns` or unambiguous synonyms such as company, state, visit date.",
	})
	columns: string[];
	@Field(() => [ImportRowInput], { description: "The rows." })
	rows: ImportRowInput[];
	@Field(() => Int, {
		nullable: true,
		description:
			"Further rows of the file that could not be read, up to 500; the batch counts them as failed.",
	})
	unreadable?: number | null;
	@Field(() => Int, {
		nullable: true,
		description:
			"Number of this part of the batch, from 1; needs `batchId`, which may be one that you made: bat_ and 32 hexadecimal digits. A part that is sent again gets its first answer, and nothing is changed or counted twice. Rows that fail are kept for 30 days (`importFailedRows`); a row that is sent again in a later part replaces what was kept of it.",
	})
	part?: number | null;
}

@ObjectType({ simpleResolvers: true, description: "Why a row was not imported." })
export class ImportFailure {
	@Field(() => Int, { description: "Line of the file on which the row starts." })
	line: number;
	@Field(() => String, { description: "The wrong column; empty if the whole row is wrong." })
	column: string;
	@Field(() => String, { description: "What is wrong and how to fix it." })
	message: string;
}

@ObjectType({ simpleResolvers: true, description: "A row that was not imported." })
export class ImportFailedRow {
	@Field(() => Int, { description: "Line of the file on which the row starts." })
	line: number;
	@Field(() => [String], { description: "Names of its columns, as they were sent." })
	columns: string[];
	@Field(() => [String], { description: "Its cells, in the order of the columns." })
	cells: string[];
	@Field(() => [ImportFailure], { description: "Everything that is wrong with it." })
	failures: ImportFailure[];
}

@ObjectType({ simpleResolvers: true, description: "How a column of a file was recognised." })
export class ImportColumn {
	@Field(() => String, { description: "The column as the file names it." })
	name: string;
	@Field(() => String, {
		nullable: true,
		description: "The column of the import; null if it is known but not read, such as `reason`.",
	})
	column?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A manufacturer named in rows of an import." })
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
		description: "Manufacturers that may be the same, the likeliest first, up to five.",
	})
	candidates: LikelyDuplicate[];
}

export enum ImportOutcome {
	CREATED = "CREATED",
	UPDATED = "UPDATED",
	UNCHANGED = "UNCHANGED",
	FAILED = "FAILED",
}
registerEnumType(ImportOutcome, {
	name: "ImportOutcome",
	description: "What an import did with a row, or in a dry run would do.",
	valuesConfig: {
		CREATED: { description: "It created an engagement." },
		UPDATED: { description: "It changed one." },
		UNCHANGED: { description: "It changed nothing." },
		FAILED: { description: "It was not imported; `failures` say why." },
	},
});

@ObjectType({ simpleResolvers: true, description: "What an import did with its rows." })
export class ImportResult {
	@Field(() => ID, { description: "The batch; `undoImport` takes it." })
	batchId: string;
	@Field(() => Int, { description: "Rows received." })
	rows: number;
	@Field(() => Int, { description: "Rows that created an engagement." })
	created: number;
	@Field(() => Int, { description: "Rows that changed one." })
	updated: number;
	@Field(() => Int, { description: "Rows without changes." })
	unchanged: number;
	@Field(() => Int, { description: "Rows that were not imported." })
	failed: number;
	@Field(() => [ImportFailure], { description: "Every fault of each of these rows." })
	failures: ImportFailure[];
	@Field(() => [ImportOutcome], { description: "What became of each row, in their order." })
	outcomes: ImportOutcome[];
	@Field(() => [ImportColumn], { description: "How each column was recognised." })
	columns: ImportColumn[];
	@Field(() => [ImportManufacturer], {
		description: "In a dry run: the manufacturers named in the rows, each once.",
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
	description: "State of an import.",
	valuesConfig: {
		TAKEN: { description: "Imported." },
		UNDONE: { description: "Everything it created and changed was undone." },
		PARTLY_UNDONE: {
			description: "It was undone, except for what had been changed, approved or reported since.",
		},
	},
});

@ObjectType({
	simpleResolvers: true,
	description: "A record that undoing an import did not restore, or not entirely.",
})
export class KeptRecord {
	@Field(() => ID, { description: "Id of the record." })
	recordId: string;
	@Field(() => String, { description: "ENGAGEMENT, OUTCOME or SME." })
	type: string;
	@Field(() => String, { description: "Why: a later change, or a missing permission." })
	reason: string;
}

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "One import: who imported it, its results, and whether it was undone.",
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
		description: "Name of the file, if given.",
	})
	fileName: string | null;
	@Field(() => String, { description: "Who imported it: the subject of the access token." })
	by: string;
	@Field(() => String, { description: "The role of that person." })
	role: string;
	@Field(() => String, { description: "When its first rows were received, ISO 8601 in UTC." })
	startedAt: string;
	@Field(() => String, { description: "When its last rows were received, ISO 8601 in UTC." })
	lastAt: string;
	@Field(() => Int, {
		nullable: true,
		description: "Rows received; null for imports from before this was stored.",
	})
	rows: number | null;
	@Field(() => Int, { description: "Rows that created an engagement." })
	created: number;
	@Field(() => Int, { description: "Rows that changed one." })
	updated: number;
	@Field(() => Int, {
		nullable: true,
		description: "Rows without changes; null like `rows`.",
	})
	unchanged: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "Rows that were not imported; null like `rows`.",
	})
	failed: number | null;
	@Field(() => ImportBatchState, { description: "Its state." })
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
