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
		canary: { version: number; share: number } | null;
	}>;
};

/** Lists partners, their subgraphs, and what of them is served. */
export async function list(options: HubOptions & { json?: boolean }): Promise<void> {
	const { partners } = await askHub<{ partners: Listed[] }>(
		options,
		"{ partners { id name status subgraphs { name status activeVersion canary { version share consumers } } } }",
	);
	if (options.json) {
		console.log(JSON.stringify(partners, null, 2));
		return;
	}
	for (const { id, name, status, subgraphs } of partners) {
		console.log(`${id}  ${status}  ${name}`);
		for (const { name: subgraph, status: its, activeVersion, canary } of subgraphs)
			console.log(
				`  ${subgraph}  ${its}  active: ${activeVersion ?? "none"}${canary ? `  canary: ${canary.version}` : ""}`,
			);
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
