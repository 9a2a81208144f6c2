import { HubError } from "../../shared/errors.ts";
import type { Role, Viewer } from "../../shared/viewer/viewer.ts";
import type { Context } from "./context.ts";
import { type ProvenAction, partsOf } from "./proof/rules.ts";
import { provePartner } from "./proof/verify.ts";

/** Roles that have each permission by an access token. */
const MAY = {
	"register partners": ["HUB_ADMIN"],
	"change partners": ["HUB_ADMIN"],
	"suspend partners": ["HUB_ADMIN"],
	"grant fields": ["HUB_ADMIN", "PROGRAM_OFFICE"],
	"restore supergraphs": ["HUB_ADMIN"],
	"read disclosures": ["HUB_ADMIN", "PROGRAM_OFFICE"],
	"read operations": ["HUB_ADMIN"],
} as const satisfies Record<string, readonly Role[]>;

/** Actions a partner may take by a proof of its key, and the roles that may take them by an access token. */
const BY_PROOF: Record<ProvenAction, readonly Role[]> = {
	checkSubgraph: [],
	publishSubgraph: [],
	activateSubgraph: ["HUB_ADMIN"],
	rollBackSubgraph: ["HUB_ADMIN"],
	suspendSubgraph: ["HUB_ADMIN"],
	resumeSubgraph: ["HUB_ADMIN"],
	rotatePartnerKey: ["HUB_ADMIN"],
	transferOwnership: ["HUB_ADMIN"],
	giveUpOwnership: ["HUB_ADMIN"],
	partnerUsage: ["HUB_ADMIN", "PROGRAM_OFFICE"],
	disclosures: ["HUB_ADMIN", "PROGRAM_OFFICE"],
	partnerStanding: ["HUB_ADMIN", "PROGRAM_OFFICE"],
	partnerEvents: ["HUB_ADMIN"],
	webhookEndpoints: ["HUB_ADMIN"],
	webhookDeliveries: ["HUB_ADMIN"],
	setWebhookEndpoint: ["HUB_ADMIN"],
	removeWebhookEndpoint: ["HUB_ADMIN"],
	replayWebhookDelivery: ["HUB_ADMIN"],
};

/** Read-only actions that a token of the partner's organization allows too. */
const READS: ReadonlySet<ProvenAction> = new Set([
	"partnerUsage",
	"disclosures",
	"partnerStanding",
	"partnerEvents",
	"webhookEndpoints",
	"webhookDeliveries",
]);

/** Roles that see contacts, quotas, addresses and findings, besides the partner itself. */
const INSIDE: readonly Role[] = ["HUB_ADMIN", "PROGRAM_OFFICE"];

/** The author of a change, as the publish log and the registry's rows name it. */
export type LogActor = {
	/** "HUB_ADMIN", "PROGRAM_OFFICE", "partner <id>" or "hub". */
	name: string;
	/** Subject of the token, or the partner's id. */
	by: string;
	/** The partner's signature, for the log. */
	proof: string | null;
};

/** The hub itself, when it ends a canary. */
export const HUB: LogActor = { name: "hub", by: "hub", proof: null };

function actorOf(viewer: Viewer, roles: readonly Role[]): LogActor | undefined {
	if (viewer.role === "PUBLIC" || !roles.includes(viewer.role)) return undefined;
	return { name: viewer.role, by: viewer.subject, proof: null };
}

function refusal(viewer: Viewer, permission: string): HubError {
	return viewer.role === "PUBLIC"
		? new HubError(
				"UNAUTHENTICATED",
				`Authenticate with a bearer token: anonymous callers may not ${permission}`,
			)
		: new HubError("FORBIDDEN", `${viewer.role} may not ${permission}`);
}

/** The viewer as somebody who has `permission`. Throws UNAUTHENTICATED or FORBIDDEN. */
export function authorise(viewer: Viewer, permission: keyof typeof MAY): LogActor {
	const actor = actorOf(viewer, MAY[permission]);
	if (!actor) throw refusal(viewer, permission);
	return actor;
}

/** Whether the viewer sees the partner's internal data. */
export function seesInside(viewer: Viewer, partnerId: string): boolean {
	if (viewer.role === "PARTNER") return viewer.organization === partnerId;
	return seesAllInside(viewer);
}

/** Whether the viewer sees the internal data of every partner. */
export function seesAllInside(viewer: Viewer): boolean {
	return INSIDE.includes(viewer.role);
}

/**
 * Authorises a request about a partner: by the partner's `proof`, which is consumed, or by a token whose role allows it. Throws UNAUTHENTICATED, FORBIDDEN or CONFLICT.
 */
export async function provenActor<Action extends ProvenAction>(
	{ database, viewer }: Pick<Context, "database" | "viewer">,
	action: Action,
	about: { partner: string; subgraph?: string; proof?: string | null },
	input: Parameters<(typeof partsOf)[Action]>[0],
): Promise<LogActor> {
	const { partner, subgraph = "", proof } = about;
	if (proof) {
		const parts = (partsOf[action] as (given: typeof input) => string[])(input);
		await provePartner(database, proof, { action, partner, subgraph, parts });
		return { name: `partner ${partner}`, by: partner, proof };
	}
	const own = READS.has(action) && viewer.role === "PARTNER" && viewer.organization === partner;
	const actor = actorOf(viewer, own ? ["PARTNER"] : BY_PROOF[action]);
	if (!actor) throw refusal(viewer, `${action} without a proof by the key of "${partner}"`);
	return actor;
}
