import type { Database } from "../../shared/database/database.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";

const ROWS_A_STATEMENT = 300;
const ROWS_A_TRANSACTION = 5000;

/** In the order in which foreign keys allow them. */
const TABLES = [SmeRow, EngagementRow, OutcomeRow, OutcomeClaimRow, OutcomeCoverRow] as const;
type Table = (typeof TABLES)[number];

/** Holds a few thousand rows and writes them as one transaction of multi-row inserts. */
export class SyntheticWriter {
	private readonly waiting = new Map<Table, object[]>(TABLES.map((table) => [table, []]));
	private size = 0;

	constructor(private readonly database: Database) {}

	add<T extends Table>(table: T, ...rows: Array<InstanceType<T>>): void {
		for (const row of rows) this.waiting.get(table)?.push(row);
		this.size += rows.length;
	}

	async flushIfFull(): Promise<void> {
		if (this.size >= ROWS_A_TRANSACTION) await this.flush();
	}

	async flush(): Promise<void> {
		await this.database.write(async (manager) => {
			for (const [table, rows] of this.waiting) {
				const { tableName } = manager.connection.getMetadata(table);
				for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
					const batch = rows.slice(start, start + ROWS_A_STATEMENT);
					const columns = Object.keys(batch[0] as object);
					const marks = `(${columns.map(() => "?").join(", ")})`;
					await manager.query(
						`INSERT INTO ${tableName} (${columns.join(", ")}) VALUES ${batch.map(() => marks).join(", ")}`,
						batch.flatMap((row) =>
							columns.map((column) => row[column as keyof typeof row] as unknown),
						),
					);
				}
			}
		});
		for (const rows of this.waiting.values()) rows.length = 0;
		this.size = 0;
	}
}
