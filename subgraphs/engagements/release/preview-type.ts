import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { MepCenter } from "../references.ts";
import { FiscalQuarter } from "./type.ts";

@InputType({ description: "A quarter of the US federal year." })
export class FiscalQuarterInput {
	@Field(() => Int, { description: "US federal year: it starts in October of the year before." })
	fiscalYear: number;
	@Field(() => Int, { description: "1 (October to December) to 4." })
	quarter: number;
}

export enum PreviewStatus {
	COMPUTING = "COMPUTING",
	READY = "READY",
	REFUSED = "REFUSED",
}
registerEnumType(PreviewStatus, {
	name: "PreviewStatus",
	description: "How far the preview of a release is.",
	valuesConfig: {
		COMPUTING: { description: "Being computed; ask again in a few seconds." },
		READY: { description: "It can be published." },
		REFUSED: { description: "There can be no such release; `refusals` say why." },
	},
});

@ObjectType({
	simpleResolvers: true,
	description:
		"A change of records that were published, which has to wait: the difference between the published figures and new ones would reveal too much about a manufacturer. What was published stands.",
})
export class WaitingChange {
	@Field(() => String, { description: "Which figures." })
	name: string;
	@Field(() => [String], { description: "In which cells, and why; at most ten." })
	why: string[];
}

@ObjectType({ simpleResolvers: true, description: "Why there can be no release." })
export class ReleaseRefusal {
	@Field(() => String, {
		description:
			"QUARTER_OPEN, NOTHING_CLOSED, SAME_CONTENT, RULES_BELOW_FLOORS or NOT_PROTECTABLE.",
	})
	code: string;
	@Field(() => String, { description: "What stands in the way." })
	message: string;
	@Field(() => String, { description: "What to do about it." })
	remedy: string;
	@Field(() => FiscalQuarter, {
		nullable: true,
		description: "The quarter that is open, where that is the reason.",
	})
	quarter?: FiscalQuarter | null;
	@Field(() => [MepCenter], {
		description: "Centers that have not reported the quarter, where that is the reason.",
	})
	centers: MepCenter[];
	@Field(() => [WaitingChange], {
		description: "Changes that have to wait, where there would be nothing new without them.",
	})
	waiting: WaitingChange[];
}

@ObjectType({ simpleResolvers: true, description: "How many cells of a table would be published." })
export class PreviewTable {
	@Field(() => ID, { description: "Which table, for example engagements-by-center." })
	table: string;
	@Field(() => String, { description: "What it shows." })
	title: string;
	@Field(() => Int, { description: "Cells with figures." })
	published: number;
	@Field(() => Int, { description: "Cells whose figures are withheld." })
	suppressed: number;
	@Field(() => Int, { description: "Cells without any record." })
	empty: number;
}

@ObjectType({
	simpleResolvers: true,
	description: "How many cells are suppressed for one reason; those that tables share count once.",
})
export class SuppressedCount {
	@Field(() => String, {
		description:
			"FEW_CONTRIBUTORS: too few manufacturers. DOMINANCE: one has most of the sum. P_PERCENT: the largest could be estimated too closely. KNOWN_TO_A_CENTER: too little remains when a center subtracts its own records. COMPLEMENTARY: hides others. EARLIER_RELEASE: was suppressed before.",
	})
	reason: string;
	@Field(() => Int, { description: "Cells." })
	cells: number;
}

@ObjectType({
	simpleResolvers: true,
	description: "What a release would publish, before it is published.",
})
export class ReleasePreview {
	@Field(() => PreviewStatus, { description: "How far it is." })
	status: PreviewStatus;
	@Field(() => Float, { description: "How much is computed, 0 to 1." })
	progress: number;
	@Field(() => [ReleaseRefusal], { description: "Why there can be no such release." })
	refusals: ReleaseRefusal[];
	@Field(() => ID, {
		nullable: true,
		description: "Pass it as `preview` to publishRelease. Null until READY, like all that follows.",
	})
	preview?: string | null;
	@Field(() => [FiscalQuarter], { nullable: true, description: "The quarters it would cover." })
	periods?: FiscalQuarter[] | null;
	@Field(() => [FiscalQuarter], {
		nullable: true,
		description: "Those of them that no release has covered yet.",
	})
	added?: FiscalQuarter[] | null;
	@Field(() => [PreviewTable], { nullable: true, description: "Its tables." })
	tables?: PreviewTable[] | null;
	@Field(() => [SuppressedCount], { nullable: true, description: "Suppressed cells by reason." })
	suppressed?: SuppressedCount[] | null;
	@Field(() => Float, {
		nullable: true,
		description: "Share of the cells with records that is suppressed, 0 to 1.",
	})
	shareOfCellsSuppressed?: number | null;
	@Field(() => Float, {
		nullable: true,
		description:
			"Share of the records, as often as tables count them, that stand in suppressed cells, 0 to 1; without cells that an earlier release suppressed.",
	})
	shareOfRecordsSuppressed?: number | null;
	@Field(() => [String], {
		nullable: true,
		description: "What would be published anew because records changed.",
	})
	amended?: string[] | null;
	@Field(() => [WaitingChange], { nullable: true, description: "Changes that have to wait." })
	waiting?: WaitingChange[] | null;
	@Field(() => Int, {
		nullable: true,
		description:
			"Approved engagements that no release counts, since they are dated to a year or not at all.",
	})
	tooCoarselyDated?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "Suppressed cells whose protection was checked by computing what can be inferred.",
	})
	audited?: number | null;
	@Field(() => String, { nullable: true, description: "SHA-256 of its tables, hexadecimal." })
	digest?: string | null;
}
