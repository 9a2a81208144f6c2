import { askHub, type HubOptions } from "./ask.ts";
import { proofFor, type Signer } from "./keys.ts";

type Listed = {
	id: string;
	name: string;
	status: string;
	subgraphs: Array<{
		name: string;
		status: string;
		activeVersion: number | null;
		canary: { version: number; share: number; consumers: string[] } | null;
		waitsFor: string[];
		withdrawn: {
			action: string;
			version: number | null;
			reason: string | null;
			by: string | null;
		} | null;
	}>;
	grants: Array<{ kind: string; type: string; field: string | null; expiresAt: string | null }>;
};

const ACTIONS: Record<string, string> = {
	ROLLED_BACK: "rolled back",
	SUSPENDED: "suspended",
	WAITS: "waiting",
};

/** What is served of a subgraph: "version 2; version 3 to 10 %", or "nothing". */
function servedOf({ activeVersion, canary, withdrawn }: Listed["subgraphs"][number]): string {
	if (withdrawn && withdrawn.action !== "ROLLED_BACK") return "nothing";
	const who = canary?.consumers.length ? canary.consumers.join(", ") : `${canary?.share} %`;
	const versions = [
		...(activeVersion === null ? [] : [`version ${activeVersion}`]),
		...(canary ? [`version ${canary.version} to ${who}`] : []),
	];
	return versions.join("; ") || "nothing";
}

/** Why the last version is not served: "version 3 rolled back by hub: 6 of 6 requests failed". */
function withdrawalOf({
	action,
	version,
	reason,
	by,
}: NonNullable<Listed["subgraphs"][number]["withdrawn"]>) {
	const what = version === null ? "" : `version ${version} `;
	return `${what}${ACTIONS[action] ?? action}${by ? ` by ${by}` : ""}${reason ? `: ${reason}` : ""}`;
}

/** Lists partners, their subgraphs, and what of them is served. */
export async function list(options: HubOptions & { json?: boolean }): Promise<void> {
	const { partners } = await askHub<{ partners: Listed[] }>(
		options,
		"{ partners { id name status subgraphs { name status activeVersion canary { version share consumers } waitsFor withdrawn { action version reason by } } grants { kind type field expiresAt } } }",
	);
	if (options.json) {
		console.log(JSON.stringify(partners, null, 2));
		return;
	}
	for (const { id, name, status, subgraphs, grants } of partners) {
		console.log(`${id}  ${status}  ${name}`);
		for (const subgraph of subgraphs) {
			console.log(`  ${subgraph.name}  serves ${servedOf(subgraph)}`);
			if (subgraph.withdrawn) console.log(`    ${withdrawalOf(subgraph.withdrawn)}`);
		}
		for (const { kind, type, field, expiresAt } of grants) {
			const ends = expiresAt ? ` until ${expiresAt}` : "";
			console.log(`  granted ${kind} on ${field ? `${type}.${field}` : type}${ends}`);
		}
	}
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A partner's usage statement, as JSON. */
export async function usage(
	options: Signer & { partner: string; from?: string; to?: string },
): Promise<void> {
	const { partner: partnerId } = options;
	const to = options.to ?? dayOf(Date.now());
	const from = options.from ?? dayOf(Date.parse(to) - 30 * 86_400_000);
	const proof = await proofFor(options, "partnerUsage", "", { from, to });
	const { partnerUsage } = await askHub<{ partnerUsage: object }>(
		options,
		"query($partnerId: ID!, $from: String!, $to: String!, $proof: String) { partnerUsage(partnerId: $partnerId, from: $from, to: $to, proof: $proof) { partnerId from to requests errors consumers { consumer requests errors } fields { field requests } disclosures { type requests representations } } }",
		{ partnerId, from, to, proof },
	);
	console.log(JSON.stringify(partnerUsage, null, 2));
}

/** What a partner was told last, as JSON. */
export async function disclosures(
	options: Signer & { partner: string; first: number },
): Promise<void> {
	const { partner: partnerId, first } = options;
	const proof = await proofFor(options, "disclosures", "", {});
	const { disclosures: page } = await askHub<{ disclosures: { nodes: object[] } }>(
		options,
		"query($partnerId: ID!, $first: Int!, $proof: String) { disclosures(partnerId: $partnerId, first: $first, proof: $proof) { nodes { at requestId subgraph type fields representations consumer } } }",
		{ partnerId, first, proof },
	);
	console.log(JSON.stringify(page.nodes, null, 2));
}
