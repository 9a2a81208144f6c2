import sql from "sql-template-tag";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";

/** Throws if a data folder does not say that its records are synthetic, or has one that is not. */
export async function refuseRealRecords(dataDir: string): Promise<void> {
	const database = await openEngagementsDatabase({ dataDir });
	try {
		const [found] = await database.read<{ synthetic: number; real: number }>(
			sql`SELECT (SELECT COUNT(*) FROM dataset d WHERE d.kind = 'SYNTHETIC') AS synthetic, (SELECT COUNT(*) FROM smes s WHERE NOT s.synthetic) + (SELECT COUNT(*) FROM engagements e WHERE NOT e.synthetic) + (SELECT COUNT(*) FROM outcomes o WHERE NOT o.synthetic) AS real`,
		);
		if (!found?.synthetic || found.real > 0)
			throw new Error(
				`HUB_SANDBOX_DIR: ${dataDir} contains real records, which are never mixed with made-up ones; nothing was changed. Choose an empty folder`,
			);
	} finally {
		await database.close();
	}
}
