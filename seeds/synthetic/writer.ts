import type { Database } from "../../shared/database/database.ts";
import { announceBulkWrite } from "../../subgraphs/engagements/database/bulk-writes.ts";
import { QuarterRow } from "../../subgraphs/engagements/database/record-rows.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";

const ROWS_PER_STATEMENT = 300;
const ROWS_PER_TRANSACTION = 5000;

/** In foreign key order. */
const TABLES = [
	SmeRow,
	EngagementRow,
	OutcomeRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	QuarterRow,
] as const;
type Table = (typeof TABLES)[number];

/** Buffers a few thousand rows and writes them in one transaction with multi-row inserts. */
export class SyntheticWriter {
	private readonly buffer = new Map<Table, object[]>(TABLES.map((table) => [table, []]));
	private size = 0;

	constructor(private readonly database: Database) {}

	add<T extends Table>(table: T, ...rows: Array<InstanceType<T>>): void {
		for (const row of rows) this.buffer.get(table)?.push(row);
		this.size += rows.length;
	}

	async flushIfFull(): Promise<void> {
		if (this.size >= ROWS_PER_TRANSACTION) await this.flush();
	}

	async flush(): Promise<void> {
		await this.database.write(async (manager) => {
			await announceBulkWrite(manager);
			for (const [table, rows] of this.buffer) {
				const { tableName } = manager.connection.getMetadata(table);
				for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
					const batch = rows.slice(start, start + ROWS_PER_STATEMENT);
					const columns = Object.keys(batch[0] as object);
					const placeholders = `(${columns.map(() => "?").join(", ")})`;
					await manager.query(
						`INSERT INTO ${tableName} (${columns.join(", ")}) VALUES ${batch.map(() => placeholders).join(", ")}`,
						batch.flatMap((row) =>
							columns.map((column) => row[column as keyof typeof row] as unknown),
						),
					);
				}
			}
		});
		for (const rows of this.buffer.values()) rows.length = 0;
		this.size = 0;
	}
}
