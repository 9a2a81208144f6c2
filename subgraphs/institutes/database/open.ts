import { type Database, openDatabase, type Storage } from "../../../shared/database/database.ts";
import { Institutes1700000000000 } from "./migrations.ts";
import * as rows from "./rows.ts";

export function openInstitutesDatabase(options: Storage): Promise<Database> {
	return openDatabase({
		...options,
		name: "institutes",
		rows: Object.values(rows),
		migrations: [Institutes1700000000000],
	});
}
