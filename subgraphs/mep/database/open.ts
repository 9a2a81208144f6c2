import { join } from "node:path";
import { type Database, openDatabase } from "../../../shared/database/database.ts";
import { Mep1700000000000 } from "./migrations.ts";
import { AwardRow, CenterRow, EmbeddingRow } from "./rows.ts";

export function openMepDatabase(options: {
	dataDir: string;
	onStatement?: (sql: string) => void;
}): Promise<Database> {
	return openDatabase({
		file: join(options.dataDir, "mep.sqlite"),
		rows: [CenterRow, AwardRow, EmbeddingRow],
		migrations: [Mep1700000000000],
		onStatement: options.onStatement,
	});
}
