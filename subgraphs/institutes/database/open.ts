import { join } from "node:path";
import { type Database, openDatabase } from "../../../shared/database/database.ts";
import { Institutes1700000000000 } from "./migrations.ts";
import * as rows from "./rows.ts";

export function openInstitutesDatabase(options: {
	dataDir: string;
	onStatement?: (sql: string) => void;
}): Promise<Database> {
	return openDatabase({
		file: join(options.dataDir, "institutes.sqlite"),
		rows: Object.values(rows),
		migrations: [Institutes1700000000000],
		onStatement: options.onStatement,
	});
}
