import { askHub, type HubOptions } from "./ask.ts";
import { printJson } from "./table.ts";

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

/** Prints partners, their subgraphs, served versions and grants. */
export async function list(options: HubOptions & { json?: boolean }): Promise<void> {
	const { partners } = await askHub<{ partners: Listed[] }>(
		options,
		"{ partners { id name status subgraphs { name status activeVersion canary { version share consumers } waitsFor withdrawn { action version reason by } } grants { kind type field expiresAt } } }",
	);
	if (options.json) {
		printJson(partners);
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
