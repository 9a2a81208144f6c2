import type { EntityManager } from "typeorm";
import { readerIn } from "../../../shared/database/reader-in.ts";
import { appendToLog } from "../log/append.ts";
import { HUB } from "../policy.ts";
import { waitingVersions } from "./queries.ts";

/**
 * Runs a change of what is served, and logs what follows from it for other partners: their subgraphs that must wait
 * (waitSubgraph), and those that are served again (returnSubgraph), at the version they had.
 */
export async function withDependents<T>(
	manager: EntityManager,
	cause: { action: string; partnerId: string; subgraph?: string },
	change: () => Promise<T>,
): Promise<T> {
	const reader = readerIn(manager);
	const before = await waitingVersions(reader);
	const result = await change();
	const after = await waitingVersions(reader);
	const log = async (action: string, from: typeof before, without: typeof before) => {
		for (const [id, { version, missing }] of from) {
			const { subgraph, partnerId } = version;
			const isOwn = cause.subgraph ? subgraph === cause.subgraph : partnerId === cause.partnerId;
			if (without.has(id) || isOwn) continue;
			await appendToLog(manager, HUB, {
				action,
				partnerId,
				subgraph,
				version: version.version,
				detail: { types: missing, because: cause },
			});
		}
	};
	await log("waitSubgraph", after, before);
	await log("returnSubgraph", before, after);
	return result;
}
