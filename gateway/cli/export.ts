import { createWriteStream } from "node:fs";
import { userInfo } from "node:os";
import { pipeline } from "node:stream/promises";
import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { openEmbedded } from "../embedded.ts";
import { csvOf } from "../exports/csv.ts";
import { engagementRows } from "../exports/engagement-rows.ts";

/** Writes a center's engagements as CSV, into a new file or to standard output. */
export async function exportCommand(options: { center: string; into?: string }): Promise<void> {
	const config = readConfig();
	const { dataDir, databaseUrl } = config;
	const subject = `${userInfo().username} on the command line`;
	const viewer: Viewer = { role: "FIELD_STAFF", subject, center: options.center };
	const subgraphs = await openEmbedded({ dataDir, databaseUrl, log: createLog(config.logLevel) });
	try {
		const engagements = subgraphs.find((subgraph) => subgraph.name === "engagements");
		if (!engagements) throw new Error("The engagements subgraph is not there");
		const rows = engagementRows(
			engagements.execute,
			{ requestId: "export", viewer },
			options.center,
		);
		// A file that is there is somebody's: it is not written over.
		const target = options.into ? createWriteStream(options.into, { flags: "wx" }) : process.stdout;
		await pipeline(csvOf(rows), target, { end: options.into !== undefined });
	} finally {
		for (const subgraph of subgraphs) await subgraph.close();
	}
}
