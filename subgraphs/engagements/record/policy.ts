import sql, { raw, type Sql } from "sql-template-tag";
import { HubError } from "../../../shared/errors.ts";
import type { Actor, Viewer } from "../../../shared/viewer/viewer.ts";
import { isInside } from "../policy.ts";

/** Condition: the record belongs to the viewer's center, or the viewer is of the program office; `column` holds the record's center. */
export function insideOnly(viewer: Viewer, column: string): Sql {
	if (isInside(viewer, null)) return raw("1 = 1");
	if ("center" in viewer && isInside(viewer, viewer.center))
		return sql`${raw(column)} = ${viewer.center}`;
	return raw("1 = 0");
}

/** The viewer, who must belong to a center or to the program office. Throws UNAUTHENTICATED or FORBIDDEN, naming `argument`. */
export function checkInsider(viewer: Viewer, argument: string): Actor {
	const message = `${argument}: only a center's staff and the program office may use this`;
	if (viewer.role === "PUBLIC")
		throw new HubError("UNAUTHENTICATED", `${message}; send an access token`, { argument });
	if (!isInside(viewer, "center" in viewer ? viewer.center : null))
		throw new HubError("FORBIDDEN", message, { argument });
	return viewer;
}

/** The same for one center: its own staff or the program office. */
export function checkInsideOf(viewer: Viewer, center: string, argument: string): Actor {
	const actor = checkInsider(viewer, argument);
	if (!isInside(actor, center))
		throw new HubError("FORBIDDEN", `${argument}: you may use this for your own center only`, {
			argument,
		});
	return actor;
}
