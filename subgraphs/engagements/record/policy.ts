import sql, { raw, type Sql } from "sql-template-tag";
import { HubError } from "../../../shared/errors.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { isInside } from "../policy.ts";

/** Condition: the record is of the viewer's center or office; `column` holds the record's center. */
export function insideOnly(viewer: Viewer, column: string): Sql {
	if (isInside(viewer, null)) return raw("1 = 1");
	if ("center" in viewer && isInside(viewer, viewer.center))
		return sql`${raw(column)} = ${viewer.center}`;
	return raw("1 = 0");
}

/** Throws UNAUTHENTICATED or FORBIDDEN, naming `argument`, where the viewer is of no center and not of the program office. */
export function checkInsider(viewer: Viewer, argument: string): void {
	if (isInside(viewer, "center" in viewer ? viewer.center : null)) return;
	const message = `${argument}: only a center's staff and the program office may ask this`;
	if (viewer.role === "PUBLIC")
		throw new HubError("UNAUTHENTICATED", `${message}; send an access token`, { argument });
	throw new HubError("FORBIDDEN", message, { argument });
}
