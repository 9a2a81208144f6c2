import type { Question } from "../live-totals.ts";
import { naicsRange } from "../sme/naics.ts";
import type { Dictionary } from "./dictionary.ts";
import { SIZES } from "./manufacturers.ts";
import { allowedCodes } from "./profile-tests.ts";
import type { Store } from "./store.ts";

/** What a manufacturer must satisfy. */
export type SmeTests = {
	state?: Uint8Array;
	naics: Uint8Array[];
	size?: number;
};

function naicsWithin({ texts }: Dictionary, prefixes: readonly string[]): Uint8Array {
	const ranges = prefixes.map(naicsRange);
	return Uint8Array.from(texts, (code) =>
		Number(code !== null && ranges.some(([from, below]) => code >= from && code < below)),
	);
}

/** Undefined if all manufacturers pass. */
export function smeTestsOf(
	{ dictionaries }: Store,
	{ conditions }: Question,
): SmeTests | undefined {
	const { smeStates, withoutState, naicsPrefix, naicsSectors, withoutNaics, isSmall } = conditions;
	const naics = dictionaries.naics;
	const known = allowedCodes(naics, undefined, withoutNaics);
	const tests = {
		state: allowedCodes(dictionaries.state, smeStates, withoutState),
		naics: [
			...(naicsPrefix === undefined ? [] : [naicsWithin(naics, [naicsPrefix])]),
			...(naicsSectors ? [naicsWithin(naics, naicsSectors)] : []),
			...(known ? [known] : []),
		],
		size: isSmall === undefined ? undefined : isSmall ? SIZES.small : SIZES.large,
	};
	const all = !tests.state && tests.naics.length === 0 && tests.size === undefined;
	return all ? undefined : tests;
}

/** Whether the engagements of a manufacturer can count. */
export function smePasses({ manufacturers }: Store, tests: SmeTests, sme: number): boolean {
	const { state, naics, size } = tests;
	if (state && state[manufacturers.state[sme] as number] !== 1) return false;
	if (size !== undefined && manufacturers.size[sme] !== size) return false;
	for (const allowed of naics) if (allowed[manufacturers.naics[sme] as number] !== 1) return false;
	return true;
}
