import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { listTooLong } from "../../shared/variables.ts";
import type { Measure } from "./cost.ts";
import type { Shape } from "./document-shape.ts";

const formatNumber = (number: number) => number.toLocaleString("en-US");

/** A client error with HTTP status 400. `extensions` may contain `argument`, `fields` or `cost`. */
export function badRequest(message: string, extensions: Record<string, unknown> = {}): HubError {
	return new HubError("BAD_USER_INPUT", message, { ...extensions, http: { status: 400 } });
}

export const tooManyWaiting = ({ mutationsWaiting }: Pick<Limits, "mutationsWaiting">): HubError =>
	new HubError(
		"RATE_LIMITED",
		`You have ${mutationsWaiting} mutations waiting; wait for their responses before sending more`,
		{ http: { status: 429 } },
	);

/** The cost of an operation, as returned to the caller. */
export type Cost = { requested: number; limit: number; dearest: string };

const tooMany = (
	what: string,
	found: number | undefined,
	limit: number,
	advice: string,
): HubError =>
	badRequest(
		`The operation has ${found === undefined ? `more than ${formatNumber(limit)}` : formatNumber(found)} ${what}; the limit is ${formatNumber(limit)}. ${advice}`,
	);

export const tooManyFields = (limit: number): HubError =>
	tooMany("fields", undefined, limit, "Request fewer, or use several operations.");

/** Returns the error of a document above a limit. */
export function documentFault(shape: Shape, limits: Limits): HubError | undefined {
	const { directives, fragments, list } = shape;
	if (directives > limits.directives)
		return tooMany("directives", directives, limits.directives, "Remove some.");
	if (fragments.size > limits.fragments)
		return tooMany("fragments", fragments.size, limits.fragments, "Remove some.");
	if (list.length > limits.list) return listTooLong(list.path, list.length, limits.list);
	return undefined;
}

/** Returns the error of an operation above a limit; `maxCost` is the limit of this caller. */
export function operationFault(
	measured: Measure,
	limits: Limits,
	maxCost: number,
	isMutation: boolean,
): HubError | undefined {
	const { cost, dearest, depth, aliases, rootFields } = measured;
	if (cost > maxCost)
		return badRequest(
			`The operation may cost ${formatNumber(cost)}; your limit is ${formatNumber(maxCost)}. Most of the cost is in ${dearest}: request fewer items with \`first\`, or nest less`,
			{ cost: { requested: cost, limit: maxCost, dearest } satisfies Cost },
		);
	if (depth > limits.depth)
		return tooMany("levels of fields", depth, limits.depth, "Nest less, or query by id.");
	if (aliases > limits.aliases)
		return tooMany("aliases", aliases, limits.aliases, "Use several operations.");
	if (isMutation && rootFields > limits.mutations)
		return tooMany("mutations", rootFields, limits.mutations, "Send them one after another.");
	return undefined;
}
