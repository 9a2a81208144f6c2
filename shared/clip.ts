import type { GraphQLFormattedError } from "graphql";

/** Longest message, in characters; of a longer one the beginning and the end are kept. */
const MOST = 1000;
const END = 300;

/** Cuts the middle out of a long text. */
function clip(text: string): string {
	if (text.length <= MOST) return text;
	const left = text.length - MOST;
	return `${text.slice(0, MOST - END)} … (${left} characters left out) … ${text.slice(-END)}`;
}

/** Shortens the message of an error, and the messages of its `fields`. */
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
