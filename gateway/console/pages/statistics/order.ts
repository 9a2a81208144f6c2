import type { Dimension } from "./stored-table.ts";

/** Dimensions whose values are looked for by their names; others have an order of their own, as sizes do. */
const BY_NAME = ["center", "state", "institute"];
/** What is not known, or is none of all, stands last. */
const LAST = ["none", "not-known"];

/** Places of a dimension's values in a tree: each after the one that includes it, those of one by name. */
export function inOrder(
	dimension: Dimension | undefined,
	nameOf: (place: number) => string,
	language: string,
): number[] {
	const values = dimension?.values ?? [];
	const all = values.map((_, place) => place);
	if (!dimension || !BY_NAME.includes(dimension.id)) return all;
	const order = new Intl.Collator(language);
	const isLast = (place: number) => Number(LAST.includes(values[place]?.id ?? ""));
	const parts = new Map<string | null, number[]>();
	for (const place of all) {
		const parent = values[place]?.parent ?? null;
		parts.set(parent, [...(parts.get(parent) ?? []), place]);
	}
	const below = (parent: string | null): number[] =>
		(parts.get(parent) ?? [])
			.sort((a, b) => isLast(a) - isLast(b) || order.compare(nameOf(a), nameOf(b)))
			.flatMap((place) => [place, ...below(values[place]?.id ?? "")]);
	return below(null);
}
