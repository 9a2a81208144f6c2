import { askHub } from "./ask.ts";
import { proofFor, readOption, type Signer } from "./keys.ts";
import { printReport, REPORT, type Report } from "./report.ts";
import { samplesOf } from "./sample.ts";
import { untilServed } from "./served.ts";

type PublishOptions = Signer & {
	partner: string;
	name: string;
	schema: string;
	url: string;
	sample?: string[];
	json?: boolean;
};

function inputOf({ partner: partnerId, name, schema: file, url, sample }: PublishOptions) {
	return { partnerId, name, schema: readOption("schema", file), url, samples: samplesOf(sample) };
}

/** Checks a subgraph and changes nothing. */
export async function check(options: PublishOptions): Promise<void> {
	const input = inputOf(options);
	const proof = await proofFor(options, "checkSubgraph", input.name, input);
	const { checkSubgraph } = await askHub<{ checkSubgraph: Report }>(
		options,
		`mutation($input: PublishSubgraphInput!, $proof: String) { checkSubgraph(input: $input, proof: $proof) { ${REPORT} } }`,
		{ input, proof },
	);
	printReport(checkSubgraph, options.json ?? false);
	if (!options.json) console.log("It can be published.");
}

/** Checks a subgraph and stores it as a version. */
export async function publish(options: PublishOptions): Promise<void> {
	const input = inputOf(options);
	const proof = await proofFor(options, "publishSubgraph", input.name, input);
	const { publishSubgraph } = await askHub<{
		publishSubgraph: { report: Report; version: { version: number; digest: string } | null };
	}>(
		options,
		`mutation($input: PublishSubgraphInput!, $proof: String) { publishSubgraph(input: $input, proof: $proof) { report { ${REPORT} } version { version digest } } }`,
		{ input, proof },
	);
	const { report, version } = publishSubgraph;
	printReport(report, options.json ?? false, { version: version?.version ?? null });
	if (!options.json)
		console.log(`${input.name} is stored as version ${version?.version}. Activate it to serve it.`);
}

const STANDING = "name status activeVersion canary { version share consumers since } history";

type Standing = {
	name: string;
	status: string;
	activeVersion: number | null;
	canary: { version: number; share: number; consumers: string[] } | null;
};

function told({ name, status, activeVersion, canary }: Standing): string {
	if (status === "SUSPENDED") return `${name} is suspended.`;
	const active = activeVersion === null ? "nothing" : `version ${activeVersion}`;
	if (!canary) return `${name} serves ${active}.`;
	if (canary.share === 100)
		return `${name} serves version ${canary.version} to everybody, and the hub monitors it.`;
	const who = canary.consumers.length > 0 ? canary.consumers.join(", ") : `${canary.share} %`;
	return `${name} serves version ${canary.version} to ${who}, and ${active} to the others.`;
}

/** Serves a published version, optionally as a canary. Without one, waits until the version is in the graph. */
export async function activate(
	options: Signer & {
		name: string;
		version?: number;
		canary?: number;
		consumers?: string[];
		json?: boolean;
	},
): Promise<void> {
	const { name, version, canary: share, consumers, json = false } = options;
	const input = { name, version, share, consumers };
	const proof = await proofFor(options, "activateSubgraph", name, input);
	const { activateSubgraph } = await askHub<{
		activateSubgraph: { report: Report; subgraph: Standing };
	}>(
		options,
		`mutation($input: ActivateSubgraphInput!, $proof: String) { activateSubgraph(input: $input, proof: $proof) { report { ${REPORT} } subgraph { ${STANDING} } } }`,
		{ input, proof },
	);
	const { report, subgraph } = activateSubgraph;
	const { canary, activeVersion } = subgraph;
	const forAll = canary?.share === 100 ? canary.version : canary ? null : activeVersion;
	if (report.passed && forAll !== null) await untilServed(options, name, forAll);
	printReport(report, json, { subgraph });
	if (!json) console.log(told(subgraph));
}

/** Rolls back, suspends or resumes a subgraph. */
export async function step(
	action: "rollBackSubgraph" | "suspendSubgraph" | "resumeSubgraph",
	options: Signer & { name: string; reason: string; json?: boolean },
): Promise<void> {
	const { name, reason } = options;
	const proof = await proofFor(options, action, name, { reason });
	const data = await askHub<Record<string, Standing>>(
		options,
		`mutation($name: String!, $reason: String!, $proof: String) { ${action}(name: $name, reason: $reason, proof: $proof) { ${STANDING} } }`,
		{ name, reason, proof },
	);
	const standing = data[action] as Standing;
	console.log(options.json ? JSON.stringify(standing, null, 2) : told(standing));
}
