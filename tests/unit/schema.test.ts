import type { EntityMetadata, QueryRunner } from "typeorm";
import { describe, expect, it } from "vitest";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { openInstitutesDatabase } from "../../subgraphs/institutes/database/open.ts";
import { openMepDatabase } from "../../subgraphs/mep/database/open.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import { emptyStorage } from "../support/storage.ts";

/** Common names for types that differ between the two engines. */
const TYPES: Record<string, string> = {
	"character varying": "text",
	varchar: "text",
	int: "integer",
	double: "double precision",
};
const typeOf = (type: unknown) => TYPES[String(type)] ?? String(type);

type Columns = Record<string, string>;

function declared({ columns, connection }: EntityMetadata): Columns {
	return Object.fromEntries(
		columns.map((column) => [
			column.databaseName,
			`${typeOf(connection.driver.normalizeType(column))}${column.isNullable ? "?" : ""}`,
		]),
	);
}

async function migrated(runner: QueryRunner, { tablePath }: EntityMetadata): Promise<Columns> {
	const table = await runner.getTable(tablePath);
	return Object.fromEntries(
		(table?.columns ?? []).map((column) => [
			column.name,
			`${typeOf(column.type)}${column.isNullable ? "?" : ""}`,
		]),
	);
}

describe("the tables created by migrations match the row classes", () => {
	it.each([
		["institutes", openInstitutesDatabase],
		["mep", openMepDatabase],
		["engagements", openEngagementsDatabase],
		["registry", openRegistryDatabase],
	])("%s", async (_, open) => {
		const database = await open(await emptyStorage());
		try {
			await database.write(async (manager) => {
				const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
				const { entityMetadatas } = manager.connection;
				expect(entityMetadatas.length).toBeGreaterThan(2);
				for (const metadata of entityMetadatas)
					expect(await migrated(runner, metadata), metadata.tableName).toEqual(declared(metadata));
			});
		} finally {
			await database.close();
		}
	});
});
