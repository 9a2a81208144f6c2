import { badInput } from "./errors.ts";

const STATE = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** Throws BAD_USER_INPUT naming `argument` where a state is not written in ISO 3166-2. */
export function checkStates(argument: string, states: readonly string[] | null | undefined): void {
	const wrong = states?.find((state) => !STATE.test(state));
	if (wrong !== undefined)
		throw badInput(argument, `"${wrong}" is not a state; write ISO 3166-2 such as US-GA`);
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

const LONGEST_SEARCH = 200;

/** Throws BAD_USER_INPUT naming `argument` where words to search for are too long. */
export function checkSearch(argument: string, search: string | null | undefined): void {
	if (search && search.length > LONGEST_SEARCH)
		throw badInput(argument, `has ${search.length} characters; ${LONGEST_SEARCH} are the most`);
}
