import { Cron } from "croner";
import { readConfig } from "../../../shared/config.ts";
import type { RetentionConfig } from "../../../shared/config-retention.ts";
import { createLog, type Log } from "../../../shared/log.ts";
import type { Registry } from "../../../shared/registry.ts";
import { openRegistryDatabase } from "../../../subgraphs/registry/database/open.ts";
import { purge } from "../../../subgraphs/registry/retention/purge.ts";
import { openFailedRows } from "../../rest/imports/failed-rows-store.ts";
import { storageOf } from "../storage.ts";
import { refuseNoData } from "./databases.ts";

/** Deletes by schedule what is older than the configuration keeps it. Returns what ends that. */
export function startPurge(
	retention: RetentionConfig,
	registry: Pick<Registry, "purge">,
	log: Log,
): () => void {
	const options = {
		timezone: "UTC",
		protect: true,
		unref: true,
		catch: (error: unknown) => log.error({ err: error }, "old records could not be deleted"),
	};
	const cron = new Cron(retention.schedule, options, async () => {
		const purged = await registry.purge(retention);
		log.info(purged, "what is older than it is kept was deleted");
	});
	return () => cron.stop();
}

/** Deletes now what the schedule would delete, and old files of failed rows. */
export async function purgeCommand(): Promise<void> {
	const config = readConfig();
	const { imports, retention } = config;
	await refuseNoData(config);
	const storage = { ...storageOf(config), log: createLog(config.logLevel) };
	const failedRows = await openFailedRows(storage, imports);
	await failedRows.removeOld().finally(() => failedRows.close());
	const database = await openRegistryDatabase(storage);
	try {
		const { operations, disclosures } = await purge(database, retention);
		console.log(`Deleted: ${operations} operations, ${disclosures} disclosures.`);
		if (retention.disclosuresDays === undefined)
			console.log("Disclosures are kept for ever: HUB_KEEP_DISCLOSURES_DAYS is not set.");
	} finally {
		await database.close();
	}
}
