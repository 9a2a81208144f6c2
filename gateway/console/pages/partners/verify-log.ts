import type { PublishLogQuery } from "../../graphql/graphql.ts";
import { verifySignature } from "./verify-signature.ts";

export type LogEntry = PublishLogQuery["publishLog"]["nodes"][number];

/** What is wrong with an entry: where the chain breaks, or what its signature does not show. */
type LogFault =
	| "missing"
	| "not-following"
	| "changed"
	| "unsigned"
	| "wrong-signature"
	| "other-signature";

export type Verdict = {
	/** Entries that were checked and found right. */
	entries: number;
	/** Those among them that a partner signed, as checked. */
	signed: number;
	/** Signatures of a kind that this browser cannot check. */
	unchecked: number;
	/** Hash of the last entry, which stands for the whole log. */
	head: string;
	fault?: { seq: number; what: LogFault };
};

/** What the first entry has for the hash of the one before. */
const GENESIS = "0".repeat(64);

const hexadecimal = (bytes: ArrayBuffer) =>
	[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** sha-256, hexadecimal, of the JSON list of all fields but `hash`, as the API describes it. */
async function hashOf(entry: LogEntry): Promise<string> {
	const { seq, at, actor, action, partnerId, subgraph, version, detail, proof, previous } = entry;
	const fields = [seq, at, actor, action, partnerId, subgraph, version, detail, proof, previous];
	const text = new TextEncoder().encode(JSON.stringify(fields));
	return hexadecimal(await crypto.subtle.digest("SHA-256", text));
}

async function chainFault(entry: LogEntry, before: LogEntry | undefined) {
	if (entry.seq !== (before?.seq ?? 0) + 1) return "missing";
	if (entry.previous !== (before?.hash ?? GENESIS)) return "not-following";
	return entry.hash === (await hashOf(entry)) ? undefined : "changed";
}

/** Whether partners signed what stands in their entries; keys are those that earlier entries register. */
async function signatureFault(entry: LogEntry, keys: Map<string, JsonWebKey>) {
	const { proof, actor, action, partnerId, subgraph } = entry;
	if (!proof) return actor.startsWith("partner ") ? ("unsigned" as const) : ("none" as const);
	const verified = await verifySignature(proof, (kid) => keys.get(`${partnerId} ${kid}`));
	if (verified === "unchecked" || verified === "wrong-signature") return verified;
	const { digest } = JSON.parse(entry.detail) as { digest?: string };
	const fits =
		verified.action === action &&
		verified.partner === partnerId &&
		verified.subgraph === (subgraph ?? "") &&
		(digest === undefined || verified.digest === digest);
	return fits ? undefined : ("other-signature" as const);
}

/** Checks the whole log, from its first entry on: that no entry was changed, removed or added, and who signed. */
export async function verifyLog(entries: readonly LogEntry[]): Promise<Verdict> {
	const verdict: Verdict = { entries: 0, signed: 0, unchecked: 0, head: GENESIS };
	const keys = new Map<string, JsonWebKey>();
	let before: LogEntry | undefined;
	for (const entry of entries) {
		const { seq } = entry;
		const chain = await chainFault(entry, before);
		if (chain) return { ...verdict, fault: { seq, what: chain } };
		const signature = await signatureFault(entry, keys);
		if (signature === "unchecked") verdict.unchecked += 1;
		else if (signature === undefined) verdict.signed += 1;
		else if (signature !== "none") return { ...verdict, fault: { seq, what: signature } };
		const { key, kid } = JSON.parse(entry.detail) as { key?: JsonWebKey; kid?: string };
		if (key && kid) keys.set(`${entry.partnerId} ${kid}`, key);
		verdict.entries += 1;
		verdict.head = entry.hash;
		before = entry;
	}
	return verdict;
}
