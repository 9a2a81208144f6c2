import { createHash } from "node:crypto";

/** What a partner is told of; webhooks name it by the text beside it. */
export const EVENT_TYPES = {
	PUBLISHED: "subgraph.published",
	CANARY_BEGUN: "subgraph.canary_begun",
	PROMOTED: "subgraph.promoted",
	ROLLED_BACK: "subgraph.rolled_back",
	SUSPENDED: "subgraph.suspended",
	RESUMED: "subgraph.resumed",
	WAITING: "subgraph.waiting",
	RETURNED: "subgraph.returned",
	KEY_EXPIRING: "key.expiring",
	GRANT_MADE: "grant.made",
	GRANT_ENDING: "grant.ending",
	GRANT_REVOKED: "grant.revoked",
	BREAKING_CHANGE_AHEAD: "schema.breaking_change_ahead",
} as const;

export type EventKind = keyof typeof EVENT_TYPES;

/** What happened, before it is put into words. */
export type Happening = {
	/** What makes it this one: the same parts are the same event. */
	key: readonly string[];
	partnerId: string;
	kind: EventKind;
	/** ISO 8601, UTC. */
	at: string;
	subgraph: string | null;
	version: number | null;
	detail: EventDetail;
};

export type EventDetail = {
	actor?: string;
	reason?: string;
	/** The version that is served to everybody after it; null for none. */
	active?: number | null;
	canary?: { share: number; consumers: string[] } | null;
	/** Types of other partners that a version waits for, or waited for. */
	types?: string[];
	/** What made it wait or return: an action of the publish log on another partner or its subgraph. */
	because?: { action: string; partnerId: string; subgraph?: string };
	/** Thumbprint of a key. */
	kid?: string;
	grant?: { id: string; kind: string; type: string; field: string | null };
	expiresAt?: string;
	/** "Type.field" of another partner that this partner asks. */
	fields?: string[];
	/** That partner. */
	publisher?: string;
	/** Whether a check refused the change, or it was published with the fields deprecated. */
	change?: "REMOVAL_TRIED" | "DEPRECATED";
};

/** How many days before the end of a key or a grant its partner is told; the last that has come counts. */
const NOTICE_DAYS = [14, 1];
export const EARLIEST_NOTICE_DAYS = Math.max(...NOTICE_DAYS);

const DAY_MS = 86_400_000;

/** The notice that is due for what ends at `end`, in days, or undefined. */
export function noticeDue(end: string, now: Date): number | undefined {
	const left = Date.parse(end) - now.getTime();
	if (left <= 0) return undefined;
	return [...NOTICE_DAYS].sort((one, other) => one - other).find((days) => left <= days * DAY_MS);
}

/** The same for the same happening in the same hub; no other hub has it. */
export function eventId(hub: string, key: readonly string[]): string {
	const hash = createHash("sha256").update(JSON.stringify([hub, ...key]));
	return `evt_${hash.digest("base64url").slice(0, 24)}`;
}

type Told = EventDetail & {
	id?: string;
	kind?: string;
	type?: string;
	field?: string | null;
	expiresAt?: string | null;
};

/** Actions of the publish log that their partner is told of; the others it did itself or they say nothing to it. */
const OF_ACTION: Record<string, EventKind> = {
	publishSubgraph: "PUBLISHED",
	activateSubgraph: "CANARY_BEGUN",
	promoteSubgraph: "PROMOTED",
	rollBackSubgraph: "ROLLED_BACK",
	restoreSupergraph: "ROLLED_BACK",
	suspendSubgraph: "SUSPENDED",
	suspendPartner: "SUSPENDED",
	resumeSubgraph: "RESUMED",
	reinstatePartner: "RESUMED",
	waitSubgraph: "WAITING",
	returnSubgraph: "RETURNED",
	grantPartner: "GRANT_MADE",
	revokeGrant: "GRANT_REVOKED",
};

/** What an entry of the publish log tells its partner, or undefined. */
export function happeningOf(entry: {
	seq: number;
	at: string;
	actor: string;
	action: string;
	partner_id: string;
	subgraph: string | null;
	version: number | null;
	detail: string;
}): Happening | undefined {
	const told = JSON.parse(entry.detail) as Told;
	let kind = OF_ACTION[entry.action];
	if (!kind) return undefined;
	// To activate what is active already ends the canary beside it.
	if (kind === "CANARY_BEGUN" && !told.canary) kind = "ROLLED_BACK";
	const { id, kind: grantKind, type, field = null, reason, active, canary, expiresAt } = told;
	const { types, because } = told;
	return {
		key: ["log", String(entry.seq)],
		partnerId: entry.partner_id,
		kind,
		at: entry.at,
		subgraph: entry.subgraph,
		version: entry.version,
		detail: {
			actor: entry.actor,
			...(reason !== undefined && { reason }),
			...(active !== undefined && { active }),
			...(canary && { canary }),
			...(types && { types }),
			...(because && { because }),
			...(id && grantKind && type && { grant: { id, kind: grantKind, type, field } }),
			...(expiresAt && { expiresAt }),
		},
	};
}
