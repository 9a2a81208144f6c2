import { setTimeout as sleep } from "node:timers/promises";
import { askHub, type HubOptions } from "./ask.ts";
import { CommandFailure, EXIT } from "./failure.ts";

const LONGEST_MS = 60_000;
const EVERY_MS = 250;

type Kept = { supergraphVersions: Array<{ parts: Array<{ name: string; version: number }> }> };

/** Waits until the default graph contains a version of a subgraph. Throws with exit code 1 after a minute. */
export async function untilServed(hub: HubOptions, name: string, version: number): Promise<void> {
	const end = Date.now() + LONGEST_MS;
	while (Date.now() < end) {
		const { supergraphVersions } = await askHub<Kept>(
			hub,
			"{ supergraphVersions(first: 1) { parts { name version } } }",
		);
		const [newest] = supergraphVersions;
		if (newest?.parts.some((part) => part.name === name && part.version === version)) return;
		await sleep(EVERY_MS);
	}
	throw new CommandFailure(
		`Version ${version} is not in the graph after ${LONGEST_MS / 1000} s. See throughline-partner log and list`,
		EXIT.refused,
	);
}
