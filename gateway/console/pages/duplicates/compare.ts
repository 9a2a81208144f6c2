import type { SideFieldsFragment } from "../../graphql/graphql.ts";
import type { Words } from "../../words/use-words.ts";

export type Side = SideFieldsFragment;

/** What a manufacturer is: where two are merged, the words of the one that is kept hold. */
export const FACTS = ["name", "place", "naics", "employees", "size", "identifiers"] as const;
/** What belongs to it: where two are merged, it moves to the one that is kept. */
export const RECORDS = ["services", "outcomes", "memberships", "merged"] as const;

export type FactName = (typeof FACTS)[number];
export type RecordName = (typeof RECORDS)[number];

/** A fact in words; undefined where it is not known. */
export function factOf(t: Words, side: Side, fact: FactName): string | undefined {
	const { name, city, state, naics, employees, isSmall, identifiers } = side;
	switch (fact) {
		case "name":
			return name;
		case "place":
			return (
				[city, state && t.maybe(`state.${state}`, state)].filter(Boolean).join(", ") || undefined
			);
		case "naics":
			return naics ?? undefined;
		case "employees":
			return employees === null ? undefined : t.number(employees);
		case "size":
			return isSmall === null
				? undefined
				: t(isSmall ? "duplicates.size.small" : "duplicates.size.large");
		case "identifiers":
			return identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(", ") || undefined;
	}
}

export function countOf(side: Side, record: RecordName): number {
	switch (record) {
		case "services":
			return side.engagements.totalCount;
		case "outcomes":
			return side.outcomes.length;
		case "memberships":
			return side.memberships.totalCount;
		case "merged":
			return side.mergedManufacturers.length;
	}
}

const weightOf = (side: Side) =>
	RECORDS.reduce((sum, record) => sum + countOf(side, record), 0) * 100 +
	[side.city, side.state, side.naics, side.employees].filter((value) => value !== null).length +
	side.identifiers.length;

/** Which of two is proposed to be kept: the one with more records, then the one of which more is known. */
export function proposed(one: Side, other: Side): Side {
	return weightOf(other) > weightOf(one) ? other : one;
}

/** Facts of the one that is merged which are not those of the one that is kept, and so are no longer shown. */
export function lostFacts(t: Words, kept: Side, merged: Side): FactName[] {
	return FACTS.filter((fact) => {
		const theirs = factOf(t, merged, fact);
		return theirs !== undefined && theirs !== factOf(t, kept, fact);
	});
}
