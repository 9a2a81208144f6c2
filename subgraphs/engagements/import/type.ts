import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

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
	@Field(() => [String], { description: "Names of the columns, as in the published cases." })
	columns: string[];
	@Field(() => [ImportRowInput], { description: "The rows." })
	rows: ImportRowInput[];
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
}

@ObjectType({
	simpleResolvers: true,
	description: "A record that undoing an import left as it is, or of which it left some fields.",
})
export class KeptRecord {
	@Field(() => ID, { description: "The record." })
	id: string;
	@Field(() => String, { description: "ENGAGEMENT, OUTCOME or SME." })
	type: string;
	@Field(() => String, { description: "Why: what was done to it since, or what forbids it." })
	reason: string;
}

@ObjectType({ simpleResolvers: true, description: "An import whose changes were undone." })
export class ImportBatch {
	@Field(() => ID, { description: "The batch." })
	id: string;
	@Field(() => Int, { description: "Records that were created and are void now." })
	voided: number;
	@Field(() => Int, { description: "Records that were changed and are as they were before." })
	restored: number;
	@Field(() => [ID], {
		description: "Records that somebody changed after the import; they stay as they are.",
	})
	kept: string[];
	@Field(() => [KeptRecord], { description: "Why each of them stays as it is." })
	keptRecords: KeptRecord[];
	@Field(() => Int, {
		description:
			"Manufacturers that it had created, that nothing else uses and that are in no list now.",
	})
	removedManufacturers: number;
}
