import sql, { raw, type Sql } from "sql-template-tag";
import { HubError } from "../../shared/errors.ts";
import type { Actor, Role, Viewer } from "../../shared/viewer/viewer.ts";

/** Which records that are not public each role sees. */
const SEES: Record<Role, "NONE" | "OWN_CENTER" | "ALL"> = {
	PUBLIC: "NONE",
	PARTNER: "NONE",
	HUB_ADMIN: "NONE",
	FIELD_STAFF: "OWN_CENTER",
	CENTER_MANAGER: "OWN_CENTER",
	PROGRAM_OFFICE: "ALL",
};

/** Which roles have each permission. Center staff: for records of their own center only. */
const MAY = {
	"register manufacturers": ["FIELD_STAFF", "CENTER_MANAGER"],
	"amend manufacturers": ["FIELD_STAFF", "CENTER_MANAGER", "PROGRAM_OFFICE"],
	"log engagements": ["FIELD_STAFF", "CENTER_MANAGER"],
	"amend drafts": ["FIELD_STAFF", "CENTER_MANAGER"],
	"submit engagements": ["FIELD_STAFF", "CENTER_MANAGER"],
	"discard drafts": ["FIELD_STAFF", "CENTER_MANAGER"],
	"return engagements": ["CENTER_MANAGER"],
	"approve engagements": ["CENTER_MANAGER"],
	"amend approved engagements": ["CENTER_MANAGER"],
	"amend published engagements": ["CENTER_MANAGER", "PROGRAM_OFFICE"],
	"amend reported engagements": ["PROGRAM_OFFICE"],
	"void engagements": ["CENTER_MANAGER"],
	"void reported engagements": ["PROGRAM_OFFICE"],
	"report quarters": ["CENTER_MANAGER"],
	"close quarters": ["PROGRAM_OFFICE"],
	"publish releases": ["PROGRAM_OFFICE"],
	"record memberships": ["CENTER_MANAGER", "PROGRAM_OFFICE"],
	"merge manufacturers": ["CENTER_MANAGER", "PROGRAM_OFFICE"],
	"report outcomes": ["FIELD_STAFF", "CENTER_MANAGER"],
	"publish outcomes": ["PROGRAM_OFFICE"],
	"check outcomes": ["CENTER_MANAGER", "PROGRAM_OFFICE"],
	"verify outcomes": ["PROGRAM_OFFICE"],
	"import engagements": ["FIELD_STAFF", "CENTER_MANAGER", "PROGRAM_OFFICE"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof MAY;

/** Statuses of records that count: approved, and not void. */
export const ESTABLISHED = ["APPROVED", "REPORTED", "AMENDED"] as const;

const ESTABLISHED_LIST = ESTABLISHED.map((status) => `'${status}'`).join(", ");
const EVERYTHING = raw("1 = 1");
const NOTHING = raw("1 = 0");

/** Condition on `engagements e`: approved and not void; only these are in traces and totals. */
export const established: Sql = raw(`e.status IN (${ESTABLISHED_LIST})`);

/** Condition on `outcomes o`: neither withdrawn nor disputed. */
export const standing: Sql = raw("o.verification NOT IN ('WITHDRAWN', 'DISPUTED')");

/** What a viewer sees of engagements and outcomes: all of them, the public ones, or these and those of a center. */
export type Sight = "ALL" | "PUBLIC" | { center: string };

export function sightOf(viewer: Viewer): Sight {
	if (SEES[viewer.role] === "ALL") return "ALL";
	if ("center" in viewer && SEES[viewer.role] === "OWN_CENTER") return { center: viewer.center };
	return "PUBLIC";
}

function visible(viewer: Viewer, open: Sql, own: (center: string) => Sql): Sql {
	const sight = sightOf(viewer);
	if (sight === "ALL") return EVERYTHING;
	// Most records that a center asks for are open, which costs less to find out.
	return sight === "PUBLIC" ? open : sql`(${open} OR ${own(sight.center)})`;
}

const publicEngagements = (alias: string) =>
	raw(`(${alias}.visibility IN ('PUBLIC') AND ${alias}.status IN (${ESTABLISHED_LIST}))`);
const PUBLIC_ENGAGEMENTS = publicEngagements("e");
const PUBLIC_OUTCOMES = raw("(o.visibility IN ('PUBLIC') AND o.verification <> 'WITHDRAWN')");

/** Condition on `engagements e`, or under another alias: what the viewer sees; part of every statement that reads engagements. */
export function visibleEngagements(viewer: Viewer, alias = "e"): Sql {
	const open = alias === "e" ? PUBLIC_ENGAGEMENTS : publicEngagements(alias);
	return visible(viewer, open, (center) => sql`${raw(alias)}.center_id = ${center}`);
}

/** Condition on `smes s`, or under another alias: what the viewer sees. A center sees what it registered (also merged ones) or served. */
export function visibleSmes(viewer: Viewer, alias = "s"): Sql {
	const id = raw(`${alias}.id`);
	return visible(
		viewer,
		raw(`(${alias}.visibility IN ('PUBLIC') AND NOT ${alias}.removed)`),
		(center) =>
			sql`EXISTS (SELECT 1 FROM smes y WHERE y.root_id = ${id} AND y.center_id = ${center}) OR ${raw(alias)}.center_id = ${center} OR EXISTS (SELECT 1 FROM engagements x WHERE x.sme_id = ${id} AND x.center_id = ${center}) OR EXISTS (SELECT 1 FROM engagements x WHERE x.logged_sme_id = ${id} AND x.center_id = ${center})`,
	);
}

/** Condition on `outcomes o`: what the viewer sees. */
export function visibleOutcomes(viewer: Viewer): Sql {
	return visible(viewer, PUBLIC_OUTCOMES, (center) => sql`o.center_id = ${center}`);
}

/** Condition on `memberships m`: what the viewer sees. */
export function visibleMemberships(viewer: Viewer): Sql {
	return visible(
		viewer,
		raw("m.visibility IN ('PUBLIC')"),
		(center) => sql`m.center_id = ${center}`,
	);
}

/** Condition on `revisions r`: those of the viewer's own center. */
export function insideRevisions(viewer: Viewer): Sql {
	return visible(
		viewer,
		NOTHING,
		(center) =>
			sql`r.center_id = ${center} OR (r.record_type = 'SME' AND EXISTS (SELECT 1 FROM engagements x WHERE x.sme_id = r.record_id AND x.center_id = ${center}))`,
	);
}

/** Condition on `revisions r`, or under another alias: what was or became public. */
export function openRevisions(alias = "r"): Sql {
	return raw(`(${alias}.is_public OR ${alias}.was_public)`);
}

/** Condition on `revisions r`: those of the viewer's own center, and those of records that were or became public. */
export function visibleRevisions(viewer: Viewer): Sql {
	return sql`(${openRevisions()} OR ${insideRevisions(viewer)})`;
}

/** A column of `revisions r`: its number; for outsiders, how many of the record's changes they have seen so far. */
export function shownRevisionNumber(viewer: Viewer): Sql {
	const seen = sql`SELECT COUNT(*) FROM revisions p WHERE p.record_id = r.record_id AND p.record_type = r.record_type AND p.seq <= r.seq AND ${openRevisions("p")}`;
	return sql`CASE WHEN ${insideRevisions(viewer)} THEN r.revision ELSE (${seen}) END`;
}

/** Whether the viewer belongs to the center of a record or to the program office, and so sees who changed it and why. */
export function isInside(viewer: Viewer, center: string | null): boolean {
	if (SEES[viewer.role] === "ALL") return true;
	return "center" in viewer && SEES[viewer.role] === "OWN_CENTER" && viewer.center === center;
}

/** Whether the viewer sees an engagement; the same rule as `visibleEngagements`, for a row that was read. */
export function seesEngagement(
	viewer: Viewer,
	row: { center_id: string | null; visibility: string; status: string },
): boolean {
	const open =
		row.visibility === "PUBLIC" && (ESTABLISHED as readonly string[]).includes(row.status);
	return open || isInside(viewer, row.center_id);
}

/** The viewer, who must have an access token. Throws UNAUTHENTICATED; `what` completes "you need an access token to …". */
export function requireAuthentication(viewer: Viewer, what: string): Actor {
	if (viewer.role === "PUBLIC")
		throw new HubError("UNAUTHENTICATED", `Send an access token; you need one to ${what}`);
	return viewer;
}

/** The viewer, who must have the permission. Throws UNAUTHENTICATED or FORBIDDEN. */
export function requirePermission(viewer: Viewer, permission: Permission): Actor {
	const actor = requireAuthentication(viewer, permission);
	if (!(MAY[permission] as readonly Role[]).includes(actor.role))
		throw new HubError("FORBIDDEN", `${actor.role} may not ${permission}`);
	return actor;
}

/** The permission to report figures, and to correct or withdraw them before they are reviewed. */
export const permissionToReport = (visibility: string): Permission =>
	visibility === "PUBLIC" ? "publish outcomes" : "report outcomes";

/** Throws FORBIDDEN if the record belongs to another center than the actor's. */
export function checkOwnCenter(actor: Actor, center: string | null): void {
	if ("center" in actor && actor.center !== center)
		throw new HubError(
			"FORBIDDEN",
			`${actor.center} may not change what belongs to another center`,
		);
}
