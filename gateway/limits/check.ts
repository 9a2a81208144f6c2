import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { listTooLong } from "../../shared/variables.ts";
import type { Measure } from "./cost.ts";
import type { Shape } from "./shape.ts";

const digits = (number: number) => number.toLocaleString("en-US");

/** The caller's to correct. `told` is what the error says beside its message: `argument`, `fields`, `cost`. */
export function refused(message: string, told: Record<string, unknown> = {}): HubError {
	return new HubError("BAD_USER_INPUT", message, { ...told, http: { status: 400 } });
}

export const tooManyWaiting = ({ mutationsWaiting }: Pick<Limits, "mutationsWaiting">): HubError =>
	new HubError(
		"RATE_LIMITED",
		`You have ${mutationsWaiting} mutations waiting; send the next one when they are answered`,
		{ http: { status: 429 } },
	);

/** What a caller is told of an operation's cost. */
export type Cost = { requested: number; limit: number; dearest: string };

const tooMany = (what: string, found: number | undefined, most: number, advice: string): HubError =>
	refused(
		`The operation has ${found === undefined ? `more than ${digits(most)}` : digits(found)} ${what}; ${digits(most)} are the most. ${advice}`,
	);

export const tooManyFields = (most: number): HubError =>
	tooMany("fields", undefined, most, "Ask for less, or in several operations.");

/** Why a document is not looked at further, if it is not. */
export function documentFault(shape: Shape, limits: Limits): HubError | undefined {
	const { directives, fragments, list } = shape;
	if (directives > limits.directives)
		return tooMany("directives", directives, limits.directives, "Leave some out.");
	if (fragments.size > limits.fragments)
		return tooMany("fragments", fragments.size, limits.fragments, "Leave some out.");
	if (list.length > limits.list) return listTooLong(list.path, list.length, limits.list);
	return undefined;
}

/** Why an operation is not run, if it is not; `mostCost` is what this caller may ask. */
export function operationFault(
	measured: Measure,
	limits: Limits,
	mostCost: number,
	isMutation: boolean,
): HubError | undefined {
	const { cost, dearest, depth, aliases, rootFields } = measured;
	if (cost > mostCost)
		return refused(
			`The operation may cost ${digits(cost)}; you may ask for ${digits(mostCost)}. Most of it lies in ${dearest}: ask for fewer items with \`first\`, or nest less`,
			{ cost: { requested: cost, limit: mostCost, dearest } satisfies Cost },
		);
	if (depth > limits.depth)
		return tooMany("levels of fields", depth, limits.depth, "Nest less, or follow ids.");
	if (aliases > limits.aliases)
		return tooMany("aliases", aliases, limits.aliases, "Ask in several operations.");
	if (isMutation && rootFields > limits.mutations)
		return tooMany("mutations", rootFields, limits.mutations, "Send them one after another.");
	return undefined;
}
