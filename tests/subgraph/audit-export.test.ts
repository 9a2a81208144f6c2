import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { type AuditOptions, audit } from "../../gateway/cli/data/audit.ts";
import type { Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { RevisionRow } from "../../subgraphs/engagements/database/record-rows.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import { recordDisclosures } from "../../subgraphs/registry/disclosure/record-disclosures.ts";
import { recordOperations } from "../../subgraphs/registry/usage/record-operations.ts";
import { emptyStorage } from "../support/storage.ts";

let storage: Storage;
const revision = (at: string, more: object = {}) => ({
	...{ token: `t-${at}`, record_type: "ENGAGEMENT", record_id: "eng_a", revision: 1 },
	...{ action: "logged", at, subject: "=ada", role: "FIELD_STAFF", reason: 'said "yes"\nand went' },
	...{ before: null, after: '{"kind":"EVENT"}', center_id: "ga-mep", was_public: false },
	...{ is_public: false, batch_id: null },
	...more,
});

beforeAll(async () => {
	storage = await emptyStorage();
	const engagements = await openEngagementsDatabase(storage);
	await engagements.write((manager) =>
		manager.insert(RevisionRow, [
			revision("2027-12-31T23:59:59.999Z"),
			revision("2028-01-01T00:00:00.000Z"),
			revision("2028-02-29T23:59:59.999Z"),
			revision("2028-03-01T00:00:00.000Z"),
		]),
	);
	await engagements.close();
	const registry = await openRegistryDatabase(storage);
	const at = "2028-02-10T10:00:00.000Z";
	await recordDisclosures(registry, [
		{
			...{ at, requestId: "req-1", partnerId: "college", subgraph: "college", type: "Sme" },
			...{ fields: ["id", "state"], representations: 2, ids: ["sme_a", "sme_b"] },
			consumer: "ga-mep",
		},
	]);
	await recordOperations(registry, [
		{
			...{ hash: "h", document: "{ sme }", name: "Sme", consumer: "PUBLIC", day: "2028-02-10" },
			...{ fields: ["Query.sme", "Sme.name"], partners: [], count: 3, errors: 1 },
		},
	]);
	await registry.close();
});

const file = (name: string) => join(mkdtempSync(join(tmpdir(), "audit-")), name);
const PERIOD = { from: "2028-01-01", to: "2028-02-29" };
const write = (options: Partial<AuditOptions>) =>
	audit({ ...PERIOD, format: "csv", ...options }, { ...storage, logLevel: "silent" });
const linesOf = (path: string) =>
	readFileSync(path, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));

it("tells as JSON lines who changed what and who saw what, in a period that includes its last day", async () => {
	const into = file("audit.jsonl");
	await write({ format: "jsonl", into });
	const lines = linesOf(into);
	expect(lines.map(({ kind, at }) => [kind, at])).toEqual([
		["CHANGE", "2028-01-01T00:00:00.000Z"],
		["CHANGE", "2028-02-29T23:59:59.999Z"],
		["DISCLOSURE", "2028-02-10T10:00:00.000Z"],
		["DISCLOSURE", "2028-02-10T10:00:00.000Z"],
		["OPERATION", "2028-02-10"],
	]);
	expect(lines[0]).toEqual({
		...{ kind: "CHANGE", at: "2028-01-01T00:00:00.000Z", who: "=ada", role: "FIELD_STAFF" },
		...{ action: "logged", type: "ENGAGEMENT", id: "eng_a", revision: 1, center: "ga-mep" },
		reason: 'said "yes"\nand went',
	});
	expect(lines[3]).toMatchObject({ id: "sme_b", partner: "college", fields: "id state" });
	expect(lines[4]).toMatchObject({ who: "PUBLIC", count: 3, fields: "Query.sme Sme.name" });
	const whole = file("audit.jsonl");
	await write({ format: "jsonl", into: whole, content: true });
	expect(linesOf(whole)[0]).toMatchObject({ after: '{"kind":"EVENT"}' });
});

it("is a CSV file for its owner only that a spreadsheet runs no formula of, and that is never overwritten", async () => {
	const into = file("audit.csv");
	await write({ into });
	expect(statSync(into).mode & 0o777).toBe(0o600);
	const rows: Array<Record<string, string>> = parse(readFileSync(into), {
		bom: true,
		columns: true,
	});
	expect(rows).toHaveLength(5);
	expect(rows[0]).toMatchObject({ kind: "CHANGE", who: "'=ada", reason: 'said "yes"\nand went' });
	await expect(write({ into })).rejects.toThrow(/exists and is not overwritten/);
});

it("says what is wrong with its options", async () => {
	for (const [options, message] of [
		[{ from: "2027-02-29", to: "2027-03-01" }, '--from: "2027-02-29" is not a day such as'],
		[{ from: "2028-02-29", to: "2028-02-28" }, "--to: is before --from"],
		[{ format: "xml" }, '--format: "xml" is not one of csv, jsonl'],
	] as const)
		await expect(write(options)).rejects.toThrow(message);
});
