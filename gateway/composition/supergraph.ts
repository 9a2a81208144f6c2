import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../shared/log.ts";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import type { Transport } from "../subgraph-transport.ts";

/** A subgraph as the gateway knows it: a name, a way to read its schema and a way to reach it. */
export type SubgraphSource = {
	name: string;
	/** Shown in the supergraph; nothing is fetched from it. */
	url: string;
	readSdl(): Promise<string>;
	transport: Transport;
	/** Whether it runs in this process. */
	isLocal?: boolean;
	/** Resolves where it can answer, with the database that it needs; without this, it is asked a query. */
	check?(): Promise<void>;
};

/** Reads the schema of each subgraph, again and again until all have answered; `waiting` learns for whom and why. */
export async function readAll(
	sources: SubgraphSource[],
	log: Log,
	waiting: (reasons: Map<string, string>) => void,
	signal: AbortSignal,
	everyMs = 1000,
): Promise<SubgraphSdl[]> {
	const read = new Map<string, SubgraphSdl>();
	for (let round = 0; ; round++) {
		const reasons = new Map<string, string>();
		await Promise.all(
			sources.map(async ({ name, url, readSdl }) => {
				if (read.has(name)) return;
				try {
					read.set(name, { name, url, sdl: await readSdl() });
				} catch (error) {
					reasons.set(name, (error as Error).message);
				}
			}),
		);
		waiting(reasons);
		if (reasons.size === 0) return [...read.values()];
		if (round % 5 === 0)
			for (const [name, reason] of reasons)
				log.warn({ subgraph: name, reason }, `waiting for the ${name} subgraph`);
		await sleep(everyMs, undefined, { signal });
	}
}

/** Looks for changed schemas and hands them to `update`; a set that it refuses or a subgraph that is down leaves the last good supergraph in place. */
export async function watch(
	sources: SubgraphSource[],
	first: SubgraphSdl[],
	log: Log,
	update: (read: SubgraphSdl[]) => Promise<void>,
	signal: AbortSignal,
	everyMs = 10_000,
): Promise<void> {
	const sdlOf = new Map(first.map(({ name, sdl }) => [name, sdl]));
	let refused = "";
	while (!signal.aborted) {
		await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
		if (signal.aborted) return;
		try {
			const read = await Promise.all(
				sources.map(async ({ name, url, readSdl }) => ({ name, url, sdl: await readSdl() })),
			);
			if (read.every(({ name, sdl }) => sdlOf.get(name) === sdl)) continue;
			await update(read);
			for (const { name, sdl } of read) sdlOf.set(name, sdl);
		} catch (error) {
			const reason = (error as Error).message;
			if (reason !== refused) log.warn({ reason }, "kept the last good supergraph");
			refused = reason;
		}
	}
}
