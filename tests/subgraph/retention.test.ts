import { expect, it } from "vitest";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import {
	DisclosedRecordRow,
	DisclosureRow,
	OperationCountRow,
	OperationFieldRow,
	OperationRow,
} from "../../subgraphs/registry/database/record-rows.ts";
import { recordDisclosures } from "../../subgraphs/registry/disclosure/record-disclosures.ts";
import { purge } from "../../subgraphs/registry/retention/purge.ts";
import { recordOperations } from "../../subgraphs/registry/usage/record-operations.ts";
import { emptyStorage } from "../support/storage.ts";

const NOW = new Date("2028-02-29T12:00:00Z");

const operation = (hash: string, day: string) => ({
	...{ hash, day, document: `{ ${hash} }`, name: hash, consumer: "ga-mep" },
	...{ fields: ["Query.sme"], partners: ["college"], count: 2, errors: 0 },
});
const disclosure = (at: string) => ({
	...{ at, requestId: "r", partnerId: "college", subgraph: "college", type: "Sme" },
	...{ fields: ["id"], representations: 1, ids: ["sme_a"], consumer: "ga-mep" },
});

it("what is older than it is kept is deleted, with all that belongs to it, and nothing else", async () => {
	const database = await openRegistryDatabase(await emptyStorage());
	await recordOperations(database, [
		operation("forgotten", "2027-11-30"),
		operation("used", "2027-11-30"),
		operation("used", "2028-02-28"),
		// 91 days before the leap day, and 90.
		operation("edge-out", "2027-11-30"),
		operation("edge-in", "2027-12-01"),
	]);
	await recordDisclosures(database, [
		disclosure("2026-02-28T23:59:59.999Z"),
		disclosure("2027-03-01T00:00:00.000Z"),
		disclosure("2028-02-29T11:00:00.000Z"),
	]);
	const keptForever = await purge(database, { operationsDays: 90 }, NOW);
	expect(keptForever).toEqual({ operations: 2, disclosures: 0 });
	expect(await purge(database, { operationsDays: 90, disclosuresDays: 365 }, NOW)).toEqual({
		operations: 0,
		disclosures: 1,
	});
	await database.write(async (manager) => {
		const ids = (await manager.find(OperationRow, { order: { id: "ASC" } })).map(({ id }) => id);
		expect(ids).toEqual(["edge-in", "used"]);
		// The count of a day that is past goes, also of an operation that is still used.
		const days = (await manager.find(OperationCountRow, { order: { day: "ASC" } })).map(
			({ day }) => day,
		);
		expect(days).toEqual(["2027-12-01", "2028-02-28"]);
		expect(await manager.count(OperationFieldRow)).toBe(2);
		expect(await manager.count(DisclosureRow)).toBe(2);
		expect(await manager.count(DisclosedRecordRow)).toBe(2);
	});
	await database.close();
});

it("more than one transaction's worth is deleted, by two hubs at once", async () => {
	const storage = await emptyStorage();
	const [one, other] = [await openRegistryDatabase(storage), await openRegistryDatabase(storage)];
	await recordDisclosures(
		one,
		Array.from({ length: 1200 }, () => disclosure("2020-01-01T00:00:00.000Z")),
	);
	const retention = { operationsDays: 90, disclosuresDays: 30 };
	await Promise.all([purge(one, retention, NOW), purge(other, retention, NOW)]);
	expect(await one.write((manager) => manager.count(DisclosureRow))).toBe(0);
	expect(await one.write((manager) => manager.count(DisclosedRecordRow))).toBe(0);
	await one.close();
	await other.close();
});
