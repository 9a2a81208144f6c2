import { type Database, openDatabase, type Storage } from "../../../shared/database/database.ts";
import { Mep1700000000000 } from "./migrations.ts";
import { DateWords1700000001000 } from "./migrations-dates.ts";
import { AwardRow, CenterRow, EmbeddingRow } from "./rows.ts";

export function openMepDatabase(options: Storage): Promise<Database> {
	return openDatabase({
		...options,
		name: "mep",
		rows: [CenterRow, AwardRow, EmbeddingRow],
		migrations: [Mep1700000000000, DateWords1700000001000],
	});
}
