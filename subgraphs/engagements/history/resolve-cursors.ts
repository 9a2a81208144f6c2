import type { Database } from "../../../shared/database/database.ts";
import { badInput } from "../../../shared/errors.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { notACursor, type Position } from "../../../shared/pagination/cursor.ts";
import { placeOf } from "../record/queries.ts";

async function placed(
	database: Database,
	argument: "after" | "before",
	[token]: Position,
): Promise<Position> {
	if (typeof token === "number")
		throw badInput(
			argument,
			`this cursor was made by an earlier version of the hub; follow the changes from the beginning, without \`${argument}\``,
		);
	const place = token === undefined ? undefined : await placeOf(database, token);
	if (place === undefined) throw notACursor(argument);
	return [place];
}

/**
 * Cursors of lists of changes contain the token of a change, which reveals nothing about the number of changes before it. Returns
 * the page with positions in place of tokens. Throws BAD_USER_INPUT if there is no such change.
 */
export async function resolveCursors(database: Database, page: PageRequest): Promise<PageRequest> {
	const { after, before } = page;
	return {
		...page,
		...(after && { after: await placed(database, "after", after) }),
		...(before && { before: await placed(database, "before", before) }),
	};
}
