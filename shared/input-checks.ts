import { badInput } from "./errors.ts";
import { faultOf, state } from "./formats.ts";

/** Throws BAD_USER_INPUT naming `argument` where a state is not written in ISO 3166-2. */
export function checkStates(argument: string, states: readonly string[] | null | undefined): void {
	for (const one of states ?? []) {
		const message = faultOf(state, one);
		if (message) throw badInput(argument, message);
	}
}

/** Throws BAD_USER_INPUT naming `argument` and the first of `ids` that `known` lacks. */
export function checkKnown(
	argument: string,
	type: string,
	ids: readonly string[],
	known: Iterable<string>,
): void {
	const all = new Set(known);
	const unknown = ids.find((id) => !all.has(id));
	if (unknown !== undefined)
		throw badInput(argument, `there is no ${type} with the id "${unknown}"`);
}

const LONGEST_TEXT = 200;
const MOST_VALUES = 500;

function checkText(argument: string, text: string): void {
	if (text.length > LONGEST_TEXT)
		throw badInput(argument, `has ${text.length} characters; ${LONGEST_TEXT} are the most`);
}

/** Throws BAD_USER_INPUT naming `argument` where words to search for are too long. */
export function checkSearch(argument: string, search: string | null | undefined): void {
	if (search) checkText(argument, search);
}

/**
 * Throws BAD_USER_INPUT naming the condition of a filter (`argument` is the filter's own name, "where") of which a list
 * has too many values, or a text is too long; filters inside it included.
 */
export function checkConditions(argument: string, where: object | null | undefined): void {
	for (const [name, value] of Object.entries(where ?? {})) {
		const path = `${argument}.${name}`;
		if (Array.isArray(value)) {
			if (value.length > MOST_VALUES)
				throw badInput(path, `has ${value.length} values; ${MOST_VALUES} are the most`);
			for (const one of value) if (typeof one === "string") checkText(path, one);
		} else if (typeof value === "string") checkText(path, value);
		else if (typeof value === "object") checkConditions(path, value);
	}
}

/** Throws BAD_USER_INPUT naming `argument` where a number is no year. */
export function checkYears(argument: string, years: readonly number[] | null | undefined): void {
	for (const year of years ?? [])
		if (year < 1900 || year > 2200) throw badInput(argument, `${year} is not a year`);
}
