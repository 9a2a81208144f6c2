import { calculateJwkThumbprint } from "jose";
import { askHub, type HubOptions } from "./ask.ts";
import { proofFor, readPublicKey, type Signer } from "./keys.ts";

/** Registers an organisation. */
export async function register(
	options: HubOptions & {
		id: string;
		name: string;
		contact: string[];
		key: string;
		host?: string[];
		terms?: string;
	},
): Promise<void> {
	const { id, name, contact, key, host: hosts, terms } = options;
	const contacts = contact.map((email) => ({ email }));
	const input = { id, name, contacts, key: readPublicKey(key), hosts, terms };
	const { registerPartner } = await askHub<{ registerPartner: { namespace: string } }>(
		options,
		"mutation($input: RegisterPartnerInput!) { registerPartner(input: $input) { namespace } }",
		{ input },
	);
	console.log(
		`${id} is registered. The names of its root fields must begin with ${registerPartner.namespace}.`,
	);
}

/** Suspends or reinstates a partner. */
export async function setStatus(
	action: "suspendPartner" | "reinstatePartner",
	options: HubOptions & { id: string; reason: string },
): Promise<void> {
	const { id, reason } = options;
	const data = await askHub<Record<string, { status: string }>>(
		options,
		`mutation($id: ID!, $reason: String!) { ${action}(id: $id, reason: $reason) { status } }`,
		{ id, reason },
	);
	console.log(`${id} is ${data[action]?.status.toLowerCase()}.`);
}

/** Replaces a partner's key. */
export async function rotateKey(
	options: Signer & { partner: string; newKey: string; overlap: number },
): Promise<void> {
	const { partner: partnerId, newKey, overlap: overlapHours } = options;
	const key = readPublicKey(newKey);
	const kid = await calculateJwkThumbprint(JSON.parse(key));
	const proof = await proofFor(options, "rotatePartnerKey", "", { kid, overlapHours });
	await askHub(
		options,
		"mutation($partnerId: ID!, $key: String!, $overlapHours: Int!, $proof: String) { rotatePartnerKey(partnerId: $partnerId, key: $key, overlapHours: $overlapHours, proof: $proof) { id } }",
		{ partnerId, key, overlapHours, proof },
	);
	console.log(
		`${partnerId} has a new key; its previous keys stay valid for ${overlapHours} hours.`,
	);
}

type GrantOptions = HubOptions & {
	partner: string;
	kind: string;
	type: string;
	field?: string;
	purpose: string;
	consumer: string;
	expires?: string;
};

/** Grants a partner a permission. */
export async function grant(options: GrantOptions): Promise<void> {
	const { partner: partnerId, kind, type, field, purpose, consumer, expires: expiresAt } = options;
	const input = { partnerId, kind, type, field, purpose, consumer, expiresAt };
	const { grantPartner } = await askHub<{ grantPartner: { id: string } }>(
		options,
		"mutation($input: GrantPartnerInput!) { grantPartner(input: $input) { id } }",
		{ input },
	);
	console.log(grantPartner.id);
}

/** Revokes a grant. */
export async function revoke(options: HubOptions & { id: string; reason: string }): Promise<void> {
	const { id, reason } = options;
	await askHub(
		options,
		"mutation($id: ID!, $reason: String!) { revokeGrant(id: $id, reason: $reason) { id } }",
		{ id, reason },
	);
	console.log(`${id} is revoked.`);
}

/** Restores the subgraph versions of an earlier supergraph. */
export async function restore(
	options: HubOptions & { supergraph: number; reason: string },
): Promise<void> {
	const { supergraph: version, reason } = options;
	const { restoreSupergraph } = await askHub<{
		restoreSupergraph: Array<{ name: string; activeVersion: number | null }>;
	}>(
		options,
		"mutation($version: Int!, $reason: String!) { restoreSupergraph(version: $version, reason: $reason) { name activeVersion } }",
		{ version, reason },
	);
	for (const { name, activeVersion } of restoreSupergraph)
		console.log(
			`${name} serves ${activeVersion === null ? "nothing" : `version ${activeVersion}`}`,
		);
}
