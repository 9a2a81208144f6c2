import type { GraphQLFormattedError } from "graphql";

/** Characters of a message: enough for the longest of our own, whose beginning and end say what was wrong. */
const MOST = 1000;
const END = 300;

/** A text with its middle left out where it is long, so that nothing is echoed at length. */
function clip(text: string): string {
	if (text.length <= MOST) return text;
	const left = text.length - MOST;
	return `${text.slice(0, MOST - END)} … (${left} characters left out) … ${text.slice(-END)}`;
}

/** An error with a message, and messages of `fields`, of no great length. */
export function clipError<T extends GraphQLFormattedError>(error: T): T {
	const fields = error.extensions?.fields;
	const clipped = Array.isArray(fields)
		? { fields: fields.map((field) => ({ ...field, message: clip(String(field?.message)) })) }
		: {};
	return {
		...error,
		message: clip(error.message),
		...(error.extensions && { extensions: { ...error.extensions, ...clipped } }),
	};
}
