import { existsSync } from "node:fs";
import { join } from "node:path";
import { Cron } from "croner";
import { type Config, readConfig } from "../../../shared/config.ts";
import { createLog, type Log } from "../../../shared/log.ts";
import type { Registry } from "../../../shared/registry.ts";
import { openRegistryDatabase } from "../../../subgraphs/registry/database/open.ts";
import { purge } from "../../../subgraphs/registry/retention/purge.ts";
import { removeOldFiles } from "../../rest/imports/failed-rows-store.ts";

type Purging = Pick<Config, "dataDir" | "imports" | "retention">;

const importsOf = ({ dataDir }: Purging) => join(dataDir, "imports");

/** Deletes by schedule what is older than the configuration keeps it. Returns what ends that. */
export function startPurge(
	config: Purging,
	registry: Pick<Registry, "purge">,
	log: Log,
): () => void {
	const { retention, imports } = config;
	const options = {
		timezone: "UTC",
		protect: true,
		unref: true,
		catch: (error: unknown) => log.error({ err: error }, "old records could not be deleted"),
	};
	const cron = new Cron(retention.schedule, options, async () => {
		await removeOldFiles(importsOf(config), imports, log);
		const purged = await registry.purge(retention);
		log.info(purged, "what is older than it is kept was deleted");
	});
	return () => cron.stop();
}

/** Deletes now what the schedule would delete. */
export async function purgeCommand(): Promise<void> {
	const config = readConfig();
	const { dataDir, databaseUrl, imports, retention } = config;
	if (!databaseUrl && !existsSync(join(dataDir, "registry.sqlite")))
		throw new Error(`HUB_DATA_DIR: there is no data of a hub in ${dataDir}`);
	const log = createLog(config.logLevel);
	await removeOldFiles(importsOf(config), imports, log);
	const database = await openRegistryDatabase({ dataDir, databaseUrl, log });
	try {
		const { operations, disclosures } = await purge(database, retention);
		console.log(`Deleted: ${operations} operations, ${disclosures} disclosures.`);
		if (retention.disclosuresDays === undefined)
			console.log("Disclosures are kept for ever: HUB_KEEP_DISCLOSURES_DAYS is not set.");
	} finally {
		await database.close();
	}
}
