import { createWriteStream, existsSync } from "node:fs";
import { userInfo } from "node:os";
import { pipeline } from "node:stream/promises";
import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { csvOf } from "../rest/downloads/csv.ts";
import { engagementRows } from "../rest/downloads/engagement-rows.ts";
import { storageOf } from "./storage.ts";

/** Writes a center's engagements as CSV, into a new file or to standard output. */
export async function exportCommand(options: { center: string; into?: string }): Promise<void> {
	const { center, into } = options;
	if (into !== undefined && existsSync(into))
		throw new Error(`${into}: the file exists and is not overwritten; name a new file`);
	const config = readConfig();
	const subject = `${userInfo().username} on the command line`;
	const viewer: Viewer = { role: "FIELD_STAFF", subject, center };
	const { openEmbedded } = await import("../embedded.ts");
	const subgraphs = await openEmbedded({ ...storageOf(config), log: createLog(config.logLevel) });
	try {
		const engagements = subgraphs.find((subgraph) => subgraph.name === "engagements");
		if (!engagements) throw new Error("The engagements subgraph is missing");
		const { header, rows } = await engagementRows(
			engagements.execute,
			{ requestId: "export", viewer },
			center,
		);
		const target = into === undefined ? process.stdout : createWriteStream(into, { flags: "wx" });
		await pipeline(csvOf(header, rows), target, { end: into !== undefined }).finally(() =>
			// Wait for a page that is still being read.
			rows.return(undefined),
		);
	} finally {
		for (const subgraph of subgraphs) await subgraph.close();
	}
}
