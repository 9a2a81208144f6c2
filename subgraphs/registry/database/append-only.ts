import type { QueryRunner } from "typeorm";

/** Makes the database itself refuse to change or delete a row of `table`. */
export async function keepAppendOnly(runner: QueryRunner, table: string): Promise<void> {
	const refusal = `${table} is append-only`;
	if (runner.connection.options.type !== "postgres") {
		for (const statement of ["UPDATE", "DELETE"])
			await runner.query(
				`CREATE TRIGGER ${table}_no_${statement.toLowerCase()} BEFORE ${statement} ON ${table} BEGIN SELECT RAISE(ABORT, '${refusal}'); END`,
			);
		return;
	}
	await runner.query(
		`CREATE FUNCTION ${table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${refusal}'; END $$`,
	);
	await runner.query(
		`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuse()`,
	);
}
