import {
	type Database,
	type DatabaseDefinition,
	openDatabase,
	type Storage,
} from "../../../shared/database/database.ts";
import { LoadedSeeds1700000008000, LoadedSeedsRow } from "../../../shared/database/loaded-seeds.ts";
import { Mep1700000000000 } from "./migrations.ts";
import { DateWords1700000001000 } from "./migrations-dates.ts";
import { AwardRow, CenterRow, EmbeddingRow } from "./rows.ts";

/** Its tables, and how they came about. */
export const MEP_DATABASE: DatabaseDefinition = {
	name: "mep",
	rows: [CenterRow, AwardRow, EmbeddingRow, LoadedSeedsRow],
	migrations: [Mep1700000000000, DateWords1700000001000, LoadedSeeds1700000008000],
};

export function openMepDatabase(options: Storage): Promise<Database> {
	return openDatabase({ ...options, ...MEP_DATABASE });
}
