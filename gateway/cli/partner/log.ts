import { existsSync, writeFileSync } from "node:fs";
import { chainFault, type LogEntry } from "../../../subgraphs/registry/log/rules.ts";
import {
	type KnownKeys,
	noteKey,
	signatureFault,
} from "../../../subgraphs/registry/log/signatures.ts";
import { askHub, type HubOptions } from "./ask.ts";
import { CommandFailure, EXIT } from "./failure.ts";
import { readOption } from "./keys.ts";

const QUERY =
	"query($after: String) { publishLog(first: 200, after: $after) { nodes { seq at actor action partnerId subgraph version detail proof previous hash } pageInfo { hasNextPage endCursor } } }";

type Page = {
	publishLog: {
		nodes: LogEntry[];
		pageInfo: { hasNextPage: boolean; endCursor: string | null };
	};
};

/** Every entry of the log, a page at a time. */
async function* pages(hub: HubOptions): AsyncGenerator<LogEntry[]> {
	let after: string | null = null;
	for (let more = true; more; ) {
		const { publishLog }: Page = await askHub<Page>(hub, QUERY, { after });
		yield publishLog.nodes;
		({ hasNextPage: more, endCursor: after } = publishLog.pageInfo);
	}
}

type Head = { seq: number; hash: string };

function broken(reason: string): CommandFailure {
	return new CommandFailure(`The publish log is not intact: ${reason}`, EXIT.refused);
}

async function verify(hub: HubOptions, kept: Head | undefined): Promise<Head & { signed: number }> {
	const keys: KnownKeys = new Map();
	let last: LogEntry | undefined;
	let signed = 0;
	for await (const entries of pages(hub)) {
		const fault = chainFault(entries, last);
		if (fault) throw broken(fault);
		for (const entry of entries) {
			const reason = await signatureFault(keys, entry);
			if (reason) throw broken(reason);
			noteKey(keys, entry);
			if (entry.proof) signed++;
			if (entry.seq === kept?.seq && entry.hash !== kept.hash)
				throw broken(`entry ${kept.seq} differs from the one in the --head file`);
		}
		last = entries.at(-1) ?? last;
	}
	if (kept && (last?.seq ?? 0) < kept.seq)
		throw broken(`it ends at entry ${last?.seq ?? 0}; the --head file has entry ${kept.seq}`);
	return { seq: last?.seq ?? 0, hash: last?.hash ?? "", signed };
}

/** Prints the publish log, or verifies it: its hash chain, partners' signatures, and the head stored by `--head`. */
export async function log(
	options: HubOptions & { verify?: boolean; head?: string; json?: boolean },
): Promise<void> {
	if (options.verify) {
		const { head: file } = options;
		const kept: Head | undefined =
			file && existsSync(file) ? JSON.parse(readOption("head", file)) : undefined;
		const { seq, hash, signed } = await verify(options, kept);
		if (file) writeFileSync(file, `${JSON.stringify({ seq, hash })}\n`);
		console.log(
			options.json
				? JSON.stringify({ entries: seq, signed, head: hash })
				: `${seq} entries in one unbroken chain, ${signed} of them signed by partners. Head: ${hash}`,
		);
		return;
	}
	for await (const entries of pages(options))
		for (const entry of entries) {
			const { seq, at, actor, action, subgraph, version, partnerId } = entry;
			const what = subgraph ? ` ${subgraph}${version ? ` ${version}` : ""}` : "";
			console.log(
				options.json
					? JSON.stringify(entry)
					: `${seq}  ${at}  ${actor}  ${action}${what}  (${partnerId})`,
			);
		}
}
