import sql from "sql-template-tag";
import { afterEach, describe, expect, it } from "vitest";
import { insertRow } from "../../shared/database/insert.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";
import { transactionPooler } from "../support/transaction-pooler.ts";

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** A database of one connection for writes, of which others may be behind the same pooler. */
async function opened(pooled: boolean) {
	const storage = await emptyStorage();
	let { databaseUrl = "" } = storage;
	if (pooled) {
		const pooler = await transactionPooler(databaseUrl, 2);
		closing.push(pooler.close);
		databaseUrl = pooler.url;
	}
	const bounds = { readConnections: 1, writeConnections: 1 };
	const database = await openEngagementsDatabase({ ...storage, databaseUrl, bounds });
	closing.push(() => database.close());
	return database;
}

const ids = sql`SELECT s.id FROM smes s ORDER BY s.id`;

describe.each([
	{ where: "on a session", pooled: false },
	{ where: "behind a pooler", pooled: true },
])("$where", ({ pooled }) => {
	it("statements that do not wait for one another run in their order, rows that wait before them", async () => {
		const database = await opened(pooled);
		await database.write((manager) => manager.query("CREATE SEQUENCE numbers"));
		await database.write(async (manager) => {
			await insertRow(manager, SmeRow, smeRow("sme_a"));
			const counts = Array.from({ length: 5 }, () => manager.query("SELECT id FROM smes"));
			const numbers = await Promise.all(
				Array.from({ length: 20 }, (_, at) =>
					at % 2
						? manager.query("SELECT nextval('numbers')::int AS n")
						: manager.query("SELECT nextval('numbers')::int + $1::int AS n", [0]),
				),
			);
			expect(numbers.map(([row]) => row.n)).toEqual(numbers.map((_, at) => at + 1));
			for (const rows of await Promise.all(counts)) expect(rows).toEqual([{ id: "sme_a" }]);
		});
		expect(await database.read(ids)).toEqual([{ id: "sme_a" }]);
	});

	it("a row that cannot be inserted at the end undoes all, is said, and the connection goes on", async () => {
		const database = await opened(pooled);
		await database.write((manager) => insertRow(manager, SmeRow, smeRow("sme_a")));
		const pidOf = () =>
			database.write(async (manager) => {
				const [{ pid }] = await manager.query("SELECT pg_backend_pid() AS pid");
				return pid;
			});
		const before = await pidOf();
		for (let i = 0; i < 5; i++)
			await expect(
				database.write(async (manager) => {
					await insertRow(manager, SmeRow, smeRow(`sme_b${i}`));
					await manager.query("SELECT 1");
					await insertRow(manager, SmeRow, smeRow("sme_c"));
					await insertRow(manager, SmeRow, smeRow("sme_a"));
				}),
			).rejects.toMatchObject({ code: "23505" });
		expect(await database.read(ids)).toEqual([{ id: "sme_a" }]);
		if (!pooled) expect(await pidOf()).toBe(before);
		await database.write((manager) => insertRow(manager, SmeRow, smeRow("sme_c")));
		expect(await database.read(ids)).toEqual([{ id: "sme_a" }, { id: "sme_c" }]);
	});

	it("rows of the columns that this hub knows are inserted on, after a newer one has added a column", async () => {
		const database = await opened(pooled);
		const ids: string[] = [];
		const insert = async () => {
			const id = `sme_${ids.length}`;
			await database.write((manager) => insertRow(manager, SmeRow, smeRow(id)));
			ids.push(id);
		};
		for (let i = 0; i < 8; i++) await insert();
		const add = "ALTER TABLE smes ADD COLUMN colour text NOT NULL DEFAULT 'red'";
		await database.write((manager) => manager.query(add));
		await insert();
		expect(await database.read(sql`SELECT s.id, s.colour FROM smes s ORDER BY s.id`)).toEqual(
			ids.map((id) => ({ id, colour: "red" })),
		);
	});

	it("a half of a character is replaced, and what JSON escapes is kept", async () => {
		const database = await opened(pooled);
		const name = 'Müller "& Söhne" \\ 齿轮 𝄞 \n\t';
		await database.write((manager) =>
			insertRow(manager, SmeRow, { ...smeRow("sme_a"), name: `${name}\ud834` }),
		);
		expect(await database.read(sql`SELECT s.name FROM smes s`)).toEqual([
			{ name: `${name}\ufffd` },
		]);
	});
});
