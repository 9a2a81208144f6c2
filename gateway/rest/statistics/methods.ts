import type { TableDescription } from "./description.ts";
import { cellsText, measureLines, tableLines } from "./methods-tables.ts";
import { periodText, type Release } from "./release.ts";
import { STATUSES } from "./stored-table.ts";

/** A section of the methods; `lines` are paragraphs, or the items of a list. */
export type Section = { id: string; title: string; lines: string[]; list?: boolean };

const CASES: Section[] = [
	{
		id: "counted",
		title: "What is counted",
		lines: [
			"Cases that somebody has published: a success story of a center, a page of an institute, a report of a program. Each has its source, and you can look each of them up.",
			"These cases are no measure of the network. Nobody drew them as a sample. A state with many cases is one where much is written about, not one where much is done; a service without a case may have been delivered a thousand times.",
		],
	},
	{
		id: "not-counted",
		title: "Who is not counted",
		lines: [
			"All other work of the network: the many services that centers deliver in confidence and that nobody has written about.",
		],
	},
];

const RECORDS: Section[] = [
	{
		id: "counted",
		title: "What is counted",
		lines: [
			"Every service that a center of the MEP National Network delivered to a manufacturer and reported, alone or together with a Manufacturing USA institute, and every approved service that an institute delivered alone. Records that are confidential count like those that are public.",
			"A service counts in the fiscal quarter in which it started. The fiscal year is that of the US federal government: fiscal year 2025 began in October 2024.",
			"A quarter enters a release when it is closed: when every center has reported it, or when the program office has closed it and said why. A year is given only when all four of its quarters are closed.",
			"A manufacturer that was entered twice and merged counts once.",
		],
	},
	{
		id: "not-counted",
		title: "Who is not counted",
		list: true,
		lines: [
			"Manufacturers that no center and no institute has served, and services that nobody has entered.",
			"Services that are not yet approved by the center, that were withdrawn, or whose quarter is still open.",
			"Services dated so coarsely that they may lie in more than one quarter: a record that says “2018” and no more.",
			"Outcomes that are disputed, withdrawn or implausibly large and not yet reviewed, and answers to the question whether the client would recommend the center, which do not add up.",
			"Outcomes of a fiscal year until two more quarters are closed, because clients are asked about them later.",
		],
	},
];

function protection({
	minContributors,
	minMoneyContributors,
}: NonNullable<Release["rules"]>): Section {
	return {
		id: "protection",
		title: "What protects whom",
		lines: [
			"Manufacturers tell their centers what they would not tell a competitor: what they are working on, what it saved them, whom they hired or let go. Nobody shall learn from these tables what a single manufacturer received or reported.",
			`A figure is given only if at least ${minContributors} manufacturers with confidential records stand behind it, and at least ${minMoneyContributors} where it is an amount of money. It is also hidden if one manufacturer makes up most of it, or could work out closely what another one reported, or if a center could do so by subtracting its own records. How much “most” and “closely” are is not published, because it would help those who try.`,
			"Public records protect nobody. Everybody can look them up and subtract them, so only confidential ones count towards these numbers, and a cell with public records alone is always given.",
			"If only such cells were hidden, they could be worked out from totals. So other cells are hidden, too. Which ones, was chosen so that as little as possible is lost; that a cell is hidden does not mean that it is small.",
			"Before the release was made, a program worked out for each hidden cell how closely everything that is published bounds it: all tables together, with their totals. Had a single cell been bounded more closely than the rules allow, there would be no release. Earlier releases were part of it: what was hidden stays hidden.",
			"All figures of a cell are given or hidden together.",
		],
	};
}

const CASES_PROTECTION: Section = {
	id: "protection",
	title: "What protects whom",
	lines: [
		"Nothing needs to be hidden: every record behind these tables is public already, so no cell is suppressed. No confidential record was used.",
	],
};

function differences({ basis }: Release): Section {
	const of = {
		PUBLISHED_CASES: "of the published cases on that day",
		REPORTED_RECORDS:
			"of all reported records on that day, with cells suppressed where they must be",
	}[basis];
	return {
		id: "live",
		title: "Why figures differ from the live ones",
		lines: [
			`This release is a picture ${of}. It never changes, and everybody gets the same.`,
			"The live totals of the hub – “traceTotals” in GraphQL, key figures, and the table “totals” of the open data – are worked out anew at each request, over the records that you may see. For the public these are the public records alone: exact, of today, and few. The two do not have to agree, and neither is wrong. To say how much the network does, use a release over reported records; to look at single cases, use the live records.",
			"Other publications, such as annual reports of NIST, count by their own rules and at other dates.",
		],
	};
}

const CORRECTIONS: Section = {
	id: "corrections",
	title: "Corrections",
	lines: [
		"A release is never changed, not even if it is wrong. Centers do correct closed quarters: a service is entered late, amended or withdrawn, two entries of a manufacturer are merged. The next release has the corrected figures, unless the difference between the two would give a manufacturer away; then the figures stay as they were published, and only the program office sees that they are out of date.",
		"So cite the number of the release. For a series over time, take all its figures from one release, the newest: each release contains all periods.",
	],
};

const adding = (tables: TableDescription[]): Section => ({
	id: "cells",
	title: "How to read a cell",
	lines: [
		...Object.entries(STATUSES).map(([status, meaning]) => `${status}: ${meaning}`),
		"A suppressed cell is not zero and not missing. Do not add up a column in which cells are suppressed; use the row of the total, which each table has.",
		"Manufacturers do not add up in any case: one that was trained and also used a facility counts once in each kind of service and once in the total.",
		cellsText(tables),
	],
});

/** What the tables of a release are and how they were made, in plain words, for journalists. */
export function methodsOf(release: Release, tables: TableDescription[]): Section[] {
	const isCases = release.basis === "PUBLISHED_CASES";
	const notes = [...new Set(tables.flatMap((table) => table.notes))];
	return [
		...(isCases ? CASES : RECORDS),
		{
			id: "periods",
			title: "Periods",
			lines: [
				release.periods.length > 0
					? `This release covers ${periodText(release)}: ${release.periods.length} quarters of US federal fiscal years.`
					: "This release is not limited to certain quarters.",
			],
		},
		{ id: "measures", title: "What the figures are", lines: measureLines(tables), list: true },
		{ id: "tables", title: "Tables", lines: tableLines(tables), list: true },
		adding(tables),
		release.rules ? protection(release.rules) : CASES_PROTECTION,
		differences(release),
		CORRECTIONS,
		...(notes.length > 0 ? [{ id: "notes", title: "Notes", lines: notes, list: true }] : []),
	];
}
