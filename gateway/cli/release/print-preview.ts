import { periodText } from "../../rest/statistics/release.ts";
import { printTable } from "../partner/table.ts";
import type { Preview } from "./preview.ts";

const percent = (share: number | null) => `${((share ?? 0) * 100).toFixed(1)} %`;

/** What the reasons of suppression mean. */
const REASONS: Record<string, string> = {
	FEW_CONTRIBUTORS: "too few manufacturers",
	DOMINANCE: "one manufacturer has most of the sum",
	P_PERCENT: "the largest could be estimated too closely",
	KNOWN_TO_A_CENTER: "too little remains when a center subtracts its own records",
	COMPLEMENTARY: "to hide other cells",
	EARLIER_RELEASE: "suppressed in an earlier release",
};

/** Prints what a release would publish. */
export function printPreview(preview: Preview): void {
	const { periods, added, tables, suppressed, waiting, amended } = preview;
	console.log(`Covers ${periodText({ periods: periods ?? [] })}.`);
	console.log(
		`New: ${(added ?? []).map(({ fiscalYear, quarter }) => `${fiscalYear}-Q${quarter}`).join(", ") || "no quarter"}.`,
	);
	console.log();
	printTable(
		["table", "published", "suppressed", "empty"],
		(tables ?? []).map((one) => [one.id, one.published, one.suppressed, one.empty]),
		"No tables.",
	);
	console.log();
	console.log(
		`Suppressed: ${percent(preview.shareOfCellsSuppressed)} of the cells with records, ${percent(preview.shareOfRecordsSuppressed)} of the records in them. Audited: ${preview.audited} cells.`,
	);
	for (const { reason, cells } of suppressed ?? [])
		console.log(`  ${cells}  ${REASONS[reason] ?? reason}`);
	if (amended?.length)
		console.log(`Published again, because records changed: ${amended.join(", ")}.`);
	for (const { name, why } of waiting ?? [])
		console.log(`Waits, and stands as published: ${name}\n  ${why.join("\n  ")}`);
	console.log(
		`Not counted, since dated to a year or not at all: ${preview.tooCoarselyDated} engagements.`,
	);
	console.log();
	console.log(`Publish it with: npm run hub -- release publish --preview ${preview.id}`);
}
