import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../../shared/config.ts";
import { createLog } from "../../../shared/log.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { openEmbedded } from "../../embedded.ts";
import type { Ask } from "../../rest/statistics/release.ts";
import { askHub } from "../partner/ask.ts";
import { CommandFailure, EXIT, wrongUse } from "../partner/failure.ts";
import { storageOf } from "../storage.ts";

/** Where a command finds releases: a running hub, or the configured database if none is named. */
export type ReleaseOptions = { hub?: string; token?: string; json?: boolean };

type Answer = {
	data?: unknown;
	errors?: ReadonlyArray<{ message: string; extensions?: Record<string, unknown> }>;
};

function dataOf<T>({ data, errors }: Answer): T {
	if (!errors?.length && data) return data as T;
	const messages = (errors ?? []).map(({ message }) => message);
	throw new CommandFailure(messages.join("\n") || "There was no answer", EXIT.refused);
}

/** Asks the configured database, as the program office. */
async function withDatabase<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
	const config = readConfig();
	const { dataDir, databaseUrl, logLevel } = config;
	const subject = `${userInfo().username} on the command line`;
	const viewer: Viewer = { role: "PROGRAM_OFFICE", subject };
	if (!databaseUrl && !existsSync(join(dataDir, "engagements.sqlite")))
		throw wrongUse(
			`HUB_DATA_DIR: there is no data in ${dataDir}; start the hub once, run "npm run hub -- seed", or name a running hub with --hub`,
		);
	const subgraphs = await openEmbedded({ ...storageOf(config), log: createLog(logLevel) });
	try {
		const engagements = subgraphs.find((subgraph) => subgraph.name === "engagements");
		if (!engagements) throw new Error("The engagements subgraph is missing");
		return await work(async <R>(query: string, variables?: Record<string, unknown>) =>
			dataOf<R>(
				(await engagements.execute({ query, variables, viewer, requestId: "release" })) as Answer,
			),
		);
	} finally {
		for (const subgraph of subgraphs) await subgraph.close();
	}
}

/** Runs `work` with a function that asks the graph of the hub in `--hub`, or of the configured database. */
export function withGraph<T>(
	{ hub, token }: ReleaseOptions,
	work: (ask: Ask) => Promise<T>,
): Promise<T> {
	if (hub === undefined) return withDatabase(work);
	return work((query, variables) => askHub({ hub, token }, query, variables));
}
