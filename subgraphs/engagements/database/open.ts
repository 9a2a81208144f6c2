import { join } from "node:path";
import { type Database, openDatabase } from "../../../shared/database/database.ts";
import { Engagements1700000000000 } from "./migrations.ts";
import {
	DatasetRow,
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "./rows.ts";

export function openEngagementsDatabase(options: {
	dataDir: string;
	onStatement?: (sql: string) => void;
}): Promise<Database> {
	return openDatabase({
		file: join(options.dataDir, "engagements.sqlite"),
		rows: [SmeRow, EngagementRow, OutcomeRow, OutcomeClaimRow, OutcomeCoverRow, DatasetRow],
		migrations: [Engagements1700000000000],
		onStatement: options.onStatement,
	});
}
