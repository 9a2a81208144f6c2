import sql, { join } from "sql-template-tag";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { runIn } from "../../../shared/database/reader-in.ts";
import { addColumn } from "../../../shared/database/table.ts";
import { nameColumns } from "../name-matching/names.ts";

const ROWS_A_STATEMENT = 200;

/** Computes the columns derived from the names of all manufacturers. */
async function recompute(runner: QueryRunner): Promise<void> {
	const smes: Array<{ id: string; name: string }> = await runner.query("SELECT id, name FROM smes");
	for (let start = 0; start < smes.length; start += ROWS_A_STATEMENT) {
		const rows = smes.slice(start, start + ROWS_A_STATEMENT).map(({ id, name }) => {
			const { match_name, search_name } = nameColumns(name);
			return sql`SELECT CAST(${id} AS TEXT) AS id, CAST(${match_name} AS TEXT) AS match_name, CAST(${search_name} AS TEXT) AS search_name`;
		});
		await runIn(
			runner.manager,
			sql`UPDATE smes SET match_name = made.match_name, search_name = made.search_name FROM (${join(rows, " UNION ALL ")}) made WHERE smes.id = made.id`,
		);
	}
}

/** Names compared and searched in simplified and traditional Chinese, with abbreviations and legal forms of either language. */
export class MatchNames1700000005000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await addColumn(runner, "smes", "search_name", "text NOT NULL DEFAULT ''");
		await recompute(runner);
	}

	async down(runner: QueryRunner): Promise<void> {
		// The comparable names stay as they are: the previous rules are gone.
		await runner.query("ALTER TABLE smes DROP COLUMN search_name");
	}
}
