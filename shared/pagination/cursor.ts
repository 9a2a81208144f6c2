import { badInput } from "../errors.ts";

/** Where a page ended: the sort key's values of its last row. */
export type Position = Array<string | number>;

/** `list` names the list and its order, so that a cursor of one list is refused by another. */
export function encodeCursor(list: string, position: Position): string {
	return Buffer.from(JSON.stringify([list, ...position])).toString("base64url");
}

type Argument = "after" | "before";

export const notACursor = (argument: Argument = "after") =>
	badInput(
		argument,
		"not a cursor of this list and order; pass an endCursor it returned, unchanged",
	);

/** Throws BAD_USER_INPUT naming the argument where the cursor is broken or belongs to another list. */
export function decodeCursor(
	list: string,
	cursor: string,
	length: number,
	argument: Argument = "after",
): Position {
	let read: unknown;
	try {
		read = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
	} catch {
		throw notACursor(argument);
	}
	if (!Array.isArray(read) || read.length !== length + 1 || read[0] !== list)
		throw notACursor(argument);
	const position = read.slice(1);
	if (!position.every((value) => typeof value === "string" || typeof value === "number"))
		throw notACursor(argument);
	return position as Position;
}
