import { NotDone } from "../graphql/mutate.ts";

type FieldFault = { path: string; message: string };

const isFault = (value: unknown): value is FieldFault =>
	typeof value === "object" && value !== null && "path" in value && "message" in value;

/** What the hub says is wrong, by the field of the form; empty where it names none. */
export function faultsIn(error: Error | null): Map<string, string> {
	if (!(error instanceof NotDone) || error.code !== "BAD_USER_INPUT") return new Map();
	const { fields, argument } = error.details;
	const named = Array.isArray(fields) ? fields.filter(isFault) : [];
	if (named.length === 0 && typeof argument === "string")
		named.push({ path: argument, message: error.message.replace(`${argument}: `, "") });
	return new Map(named.map(({ path, message }) => [path.replace(/^input\./, ""), message]));
}
