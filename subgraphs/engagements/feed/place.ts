import type { Database } from "../../../shared/database/database.ts";
import { badInput } from "../../../shared/errors.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { notACursor, type Position } from "../../../shared/pagination/cursor.ts";
import { placeOf } from "./queries.ts";

async function placed(database: Database, [token]: Position): Promise<Position> {
	if (typeof token === "number")
		throw badInput(
			"after",
			"this cursor was made by an earlier version of the hub; follow the changes from the beginning, without `after`",
		);
	const place = token === undefined ? undefined : await placeOf(database, token);
	if (place === undefined) throw notACursor();
	return [place];
}

/**
 * Cursors of the feed name a change by its token, and say nothing of how many others stand before it. The page as it
 * is read: after that change's place. Throws BAD_USER_INPUT where there is no such change.
 */
export async function inPlace(database: Database, page: PageRequest): Promise<PageRequest> {
	return page.after ? { ...page, after: await placed(database, page.after) } : page;
}
