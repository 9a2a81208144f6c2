import { createHash } from "node:crypto";

/** What the first entry has for the hash of the one before. */
const GENESIS = "0".repeat(64);

/** One entry of the publish log as everybody reads it. `detail` and `proof` are texts, hashed as they stand. */
export type LogEntry = {
	seq: number;
	/** ISO 8601, UTC. */
	at: string;
	actor: string;
	action: string;
	partnerId: string;
	subgraph: string | null;
	version: number | null;
	/** JSON. */
	detail: string;
	/** Compact JWS. */
	proof: string | null;
	previous: string;
	/** sha-256 of all the others, in hexadecimal. */
	hash: string;
};

/** sha-256, hexadecimal, of the JSON list of all fields but `hash`, in this order, without spaces. */
function hashOf(entry: Omit<LogEntry, "hash">): string {
	const { seq, at, actor, action, partnerId, subgraph, version, detail, proof, previous } = entry;
	return createHash("sha256")
		.update(
			JSON.stringify([
				seq,
				at,
				actor,
				action,
				partnerId,
				subgraph,
				version,
				detail,
				proof,
				previous,
			]),
		)
		.digest("hex");
}

/** The entry that follows `last`. */
export function nextEntry(
	last: Pick<LogEntry, "seq" | "hash"> | undefined,
	what: Omit<LogEntry, "seq" | "previous" | "hash">,
): LogEntry {
	const entry = { ...what, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? GENESIS };
	return { ...entry, hash: hashOf(entry) };
}

/** Where a chain is broken, or undefined. `entries` follow `last` (the beginning where left out), in order. */
export function chainFault(
	entries: readonly LogEntry[],
	last?: Pick<LogEntry, "seq" | "hash">,
): string | undefined {
	let before = last;
	for (const entry of entries) {
		if (entry.seq !== (before?.seq ?? 0) + 1)
			return `entry ${(before?.seq ?? 0) + 1} is missing: found ${entry.seq} instead`;
		if (entry.previous !== (before?.hash ?? GENESIS))
			return `entry ${entry.seq} does not follow the one before it: that was changed, or another stood there`;
		if (entry.hash !== hashOf(entry)) return `entry ${entry.seq} was changed after it was written`;
		before = entry;
	}
	return undefined;
}

/** JSON without spaces, keys in order, so that the same detail has the same text. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
	const members = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
	return `{${members.join(",")}}`;
}
