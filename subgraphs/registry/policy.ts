import { HubError } from "../../shared/errors.ts";
import type { Role, Viewer } from "../../shared/viewer/viewer.ts";
import type { Context } from "./context.ts";
import { type ProvenAction, partsOf } from "./proof/rules.ts";
import { provePartner } from "./proof/verify.ts";

/** Who may do what by an access token. */
const MAY = {
	"register partners": ["HUB_ADMIN"],
	"change partners": ["HUB_ADMIN"],
	"suspend partners": ["HUB_ADMIN"],
	"grant fields": ["HUB_ADMIN", "PROGRAM_OFFICE"],
	"restore supergraphs": ["HUB_ADMIN"],
	"read disclosures": ["HUB_ADMIN", "PROGRAM_OFFICE"],
	"read operations": ["HUB_ADMIN"],
} as const satisfies Record<string, readonly Role[]>;

/** What a partner does with its own by a proof of its key, and who else may by an access token. */
const BY_PROOF: Record<ProvenAction, readonly Role[]> = {
	checkSubgraph: [],
	publishSubgraph: [],
	activateSubgraph: ["HUB_ADMIN"],
	rollBackSubgraph: ["HUB_ADMIN"],
	suspendSubgraph: ["HUB_ADMIN"],
	resumeSubgraph: ["HUB_ADMIN"],
	rotatePartnerKey: ["HUB_ADMIN"],
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

/** Who also reads by a token of the partner's organization, which changes nothing. */
const READS: ReadonlySet<ProvenAction> = new Set([
	"partnerUsage",
	"disclosures",
	"partnerStanding",
	"partnerEvents",
	"webhookEndpoints",
	"webhookDeliveries",
]);

/** Who sees contacts, keys, quota, addresses and what checks found, beside the partner itself. */
const INSIDE: readonly Role[] = ["HUB_ADMIN", "PROGRAM_OFFICE"];

/** Who did something, as the publish log and the registry's rows name it. */
export type RegistryActor = {
	/** "HUB_ADMIN", "PROGRAM_OFFICE", "partner <id>" or "hub". */
	name: string;
	/** Subject of the token, or the partner's id. */
	by: string;
	/** The partner's signature, for the log. */
	proof: string | null;
};

/** The hub itself, when it ends a canary. */
export const HUB: RegistryActor = { name: "hub", by: "hub", proof: null };

function actorOf(viewer: Viewer, roles: readonly Role[]): RegistryActor | undefined {
	if (viewer.role === "PUBLIC" || !roles.includes(viewer.role)) return undefined;
	return { name: viewer.role, by: viewer.subject, proof: null };
}

function refusal(viewer: Viewer, action: string): HubError {
	return viewer.role === "PUBLIC"
		? new HubError("UNAUTHENTICATED", `Prove who you are: not everybody may ${action}`)
		: new HubError("FORBIDDEN", `${viewer.role} may not ${action}`);
}

/** The viewer as somebody who may do `permission`. Throws UNAUTHENTICATED or FORBIDDEN. */
export function authorised(viewer: Viewer, permission: keyof typeof MAY): RegistryActor {
	const actor = actorOf(viewer, MAY[permission]);
	if (!actor) throw refusal(viewer, permission);
	return actor;
}

/** Whether the viewer sees what is the partner's own business. */
export function seesInside(viewer: Viewer, partnerId: string): boolean {
	if (viewer.role === "PARTNER") return viewer.organization === partnerId;
	return seesAllInside(viewer);
}

/** Whether the viewer sees that of every partner. */
export function seesAllInside(viewer: Viewer): boolean {
	return INSIDE.includes(viewer.role);
}

/**
 * Who asks for something about a partner: the partner by its `proof`, or somebody whose token allows it. The proof is
 * used up. Throws UNAUTHENTICATED, FORBIDDEN or CONFLICT.
 */
export async function provenActor<Action extends ProvenAction>(
	{ database, viewer }: Pick<Context, "database" | "viewer">,
	action: Action,
	about: { partner: string; subgraph?: string; proof?: string | null },
	input: Parameters<(typeof partsOf)[Action]>[0],
): Promise<RegistryActor> {
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
