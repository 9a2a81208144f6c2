import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { counted } from "./rules.ts";

export enum CoverageBasis {
	PUBLISHED = "PUBLISHED",
	RECORDS = "RECORDS",
}
registerEnumType(CoverageBasis, {
	name: "CoverageBasis",
	description: "How the total number is known.",
	valuesConfig: {
		PUBLISHED: {
			description:
				"A source publishes the total. Always used for networks, because the hub has only a part of their records.",
		},
		RECORDS: {
			description:
				"The records in the hub that you may see, because no source publishes how many a center or institute served: a share of 1 means all of these records, not all manufacturers served.",
		},
	},
});

@ObjectType({
	simpleResolvers: true,
	description:
		"What a figure covers: how many records it is based on, and their share of the total. Show it beside the figure in charts.",
})
export class Coverage {
	@Field(() => Int, {
		description:
			"Distinct manufacturers whose records the figure is based on; for a published figure, how many printed figures.",
	})
	records: number;
	@Field(() => Int, {
		nullable: true,
		description:
			"The total: for a network, the manufacturers that a source counts for the year, null if no source does; for a center or institute, those whose records may be of the year.",
	})
	of?: number | null;
	@Field(() => Float, {
		nullable: true,
		description: "`records` ÷ `of`, 0 to 1; null where `of` is null or 0.",
	})
	share?: number | null;
	@Field(() => CoverageBasis, { description: "What `of` is counted from." })
	basis: CoverageBasis;
	@Field(() => Int, {
		description:
			"Records left out because their dates overlap the year without lying in it, such as 2018 for a US federal year.",
	})
	datedTooCoarsely: number;
	@Field(() => Int, { description: "Records left out because they have no date." })
	undated: number;
	@Field(() => String, { description: "The same in words." })
	words: string;
}

/** Records that cannot be assigned to the year. */
export type Unplaced = { coarse: number; undated: number };

/** The total: what a source counts for a network, null if no source does; or the manufacturers in the records of a center or institute. */
export type Whole = { published: number | null } | { known: number };

function leftOut({ coarse, undated }: Unplaced, noun: string): string {
	const parts = [
		...(coarse > 0 ? [`${counted(coarse, noun)} dated too coarsely for this year`] : []),
		...(undated > 0 ? [`${counted(undated, noun)} without a date`] : []),
	];
	return parts.length > 0 ? `; left out: ${parts.join(", ")}` : "";
}

function covered(records: number, whole: Whole): string {
	if ("known" in whole)
		return whole.known === 0
			? "no record of this year that you may see"
			: `${records.toLocaleString("en-US")} of ${counted(whole.known, "manufacturer")} whose records may be of this year, as far as you may see them; no source publishes how many there were in all`;
	if (whole.published === null)
		return `${counted(records, "manufacturer")} in the records that you may see; how many the network served in this year is not published`;
	return `${records.toLocaleString("en-US")} of the ${counted(whole.published, "manufacturer")} that the network publishes for this year`;
}

/** The coverage of a figure made of the records of `records` manufacturers. `noun` names one record. */
export function coverageOf(
	records: number,
	whole: Whole,
	unplaced: Unplaced,
	noun: string,
): Coverage {
	const of = "known" in whole ? whole.known : whole.published;
	return {
		records,
		of,
		share: of ? Math.min(1, records / of) : null,
		basis: "known" in whole ? CoverageBasis.RECORDS : CoverageBasis.PUBLISHED,
		datedTooCoarsely: unplaced.coarse,
		undated: unplaced.undated,
		words: `${covered(records, whole)}${leftOut(unplaced, noun)}`,
	};
}

/** The coverage of a figure made of published figures, which are of the whole. */
export function publishedCoverage(figures: number, whole: string): Coverage {
	return {
		records: figures,
		of: figures === 0 ? null : figures,
		share: figures === 0 ? null : 1,
		basis: CoverageBasis.PUBLISHED,
		datedTooCoarsely: 0,
		undated: 0,
		words:
			figures === 0 ? "no published figure" : `${counted(figures, "published figure")} ${whole}`,
	};
}
