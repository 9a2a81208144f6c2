import { askHub, type HubOptions } from "./ask.ts";
import { proofFor, type Signer } from "./keys.ts";
import { printJson, printTable } from "./table.ts";

type Ownership = {
	coordinate: string;
	partnerId: string;
	subgraph: string;
	sinceVersion: number;
	since: string;
};

const OWNERSHIP = "coordinate partnerId subgraph sinceVersion since";

const named = (owned: readonly Ownership[]) => owned.map(({ coordinate }) => coordinate).join(", ");

/** Prints which types and fields partners own. */
export async function listOwnership(
	options: HubOptions & { partner?: string; type?: string; json?: boolean },
): Promise<void> {
	const { partner: partnerId, type } = options;
	const { schemaOwnership } = await askHub<{ schemaOwnership: Ownership[] }>(
		options,
		`query($partnerId: ID, $type: String) { schemaOwnership(partnerId: $partnerId, type: $type) { ${OWNERSHIP} } }`,
		{ partnerId, type },
	);
	if (options.json) printJson(schemaOwnership);
	else
		printTable(
			["COORDINATE", "PARTNER", "SUBGRAPH", "VERSION", "SINCE"],
			schemaOwnership.map((one) => [
				one.coordinate,
				one.partnerId,
				one.subgraph,
				one.sinceVersion,
				one.since,
			]),
			"no ownership is recorded",
		);
}

type Change = Signer & { coordinate: string; reason: string; json?: boolean };

/** Transfers a type with its fields, or a field, to another partner. */
export async function transfer(options: Change & { to: string }): Promise<void> {
	const { coordinate, to: toPartnerId, reason } = options;
	const input = { coordinate, toPartnerId, reason };
	const proof = await proofFor(options, "transferOwnership", "", input);
	const { transferOwnership } = await askHub<{ transferOwnership: Ownership[] }>(
		options,
		`mutation($coordinate: String!, $toPartnerId: ID!, $reason: String!, $proof: String) { transferOwnership(coordinate: $coordinate, toPartnerId: $toPartnerId, reason: $reason, proof: $proof) { ${OWNERSHIP} } }`,
		{ ...input, proof },
	);
	if (options.json) printJson(transferOwnership);
	else console.log(`${toPartnerId} owns ${named(transferOwnership)}.`);
}

/** Gives up the ownership of a type with its fields, or of a field. */
export async function giveUp(options: Change): Promise<void> {
	const { coordinate, reason } = options;
	const proof = await proofFor(options, "giveUpOwnership", "", { coordinate, reason });
	const { giveUpOwnership } = await askHub<{ giveUpOwnership: Ownership[] }>(
		options,
		`mutation($coordinate: String!, $reason: String!, $proof: String) { giveUpOwnership(coordinate: $coordinate, reason: $reason, proof: $proof) { ${OWNERSHIP} } }`,
		{ coordinate, reason, proof },
	);
	if (options.json) printJson(giveUpOwnership);
	else console.log(`Given up: ${named(giveUpOwnership)}. Any partner may define it now.`);
}
