import { describe, expect, it } from "vitest";
import {
	accepted,
	answered,
	type ImportFile,
	type ImportRow,
	isToMend,
	mended,
	partOf,
	tallyOf,
	toCheck,
	toSend,
	withKeys,
} from "../../gateway/console/offline/import-file.ts";
import {
	missingColumns,
	samplesOf,
	summaryOf,
} from "../../gateway/console/pages/import/columns.ts";
import { failedCsv } from "../../gateway/console/pages/import/failed-csv.ts";

const FILE: ImportFile = {
	owner: "ada",
	batchId: "bat_1",
	fileName: "visits.csv",
	understood: { format: "csv", encoding: "utf-8", delimiter: "," },
	names: ["Company", "Remarks", "Kind"],
	targets: ["sme_name", null, "service_kind"],
	unsure: [],
	dates: null,
	makesKeys: true,
	count: 2,
	nextPart: 1,
};
const row = (line: number, ...cells: string[]): ImportRow => ({ line, cells });
const FAILED = {
	outcomes: ["FAILED" as const],
	failures: [{ line: 2, column: "service_kind", message: "is missing" }],
};

describe("rows of a file", () => {
	it("are sent without the columns that are left out, with the key that was made, and why they cannot be read", () => {
		const rows = withKeys([row(2, "A", "x", "EVENT"), { ...row(3, "B"), fault: "torn" }]);
		expect(partOf(FILE, rows)).toEqual({
			fileName: "visits.csv",
			dates: null,
			columns: ["sme_name", "service_kind", "id"],
			rows: [
				{ line: 2, cells: ["A", "EVENT", rows[0]?.key] },
				{ line: 3, cells: ["B", "", rows[1]?.key], fault: "torn" },
			],
		});
	});

	it("get keys that depend on their content alone; equal rows are told apart", () => {
		const keys = (rows: ImportRow[]) => withKeys(rows).map(({ key }) => key);
		const [one, same, other] = keys([row(2, "A", "x"), row(3, " A", "x"), row(4, "Ax")]);
		expect(same).toBe(`${one}-2`);
		expect(other).not.toBe(one);
		expect(keys([row(9, "Ax"), row(12, "A", "x")])).toEqual([other, one]);
		const [made] = withKeys([row(2, "A", "x")]) as [ImportRow];
		expect(withKeys([mended(made, 0, "B")])[0]?.key).toBe(one);
		const many = keys(Array.from({ length: 20_000 }, (_, i) => row(i, `Works ${i}`, "GA")));
		expect(new Set(many).size).toBe(20_000);
	});

	it("stand where the hub's answers and what was mended since put them", () => {
		const wrong = answered(row(2, "A", "x", ""), 0, FAILED, false);
		expect([isToMend(wrong), toCheck([wrong]), toSend([wrong])]).toEqual([true, [], [0]]);
		const changed = mended(wrong, 2, "EVENT");
		expect(changed).toMatchObject({ cells: ["A", "x", "EVENT"], mended: [2] });
		expect([isToMend(changed), toCheck([changed])]).toEqual([true, [0]]);
		const right = answered(changed, 0, { outcomes: ["CREATED"], failures: [] }, true);
		expect(right).not.toHaveProperty("faults");
		expect([isToMend(right), toSend([right])]).toEqual([false, []]);
		const failed = answered(changed, 0, FAILED, true);
		expect([isToMend(failed), toSend([failed])]).toEqual([true, []]);
		expect(toSend([mended(failed, 0, "B")])).toEqual([0]);
		expect(tallyOf([right, failed, row(4)])).toMatchObject({
			CREATED: 1,
			FAILED: 1,
			UNCHECKED: 1,
			SENT: 1,
			UNSENT: 1,
		});
	});

	it("that cannot be read are taken as their cells stand once somebody says so", () => {
		const torn: ImportRow = { ...row(2, "A", "x", "EVENT", "too much"), fault: "torn" };
		expect(isToMend(torn)).toBe(true);
		expect(accepted(torn, 3)).toEqual({ ...row(2, "A", "x", "EVENT"), mended: [] });
	});

	it("that failed are a file as the imported one was, with the reasons", () => {
		const rows = [answered(row(2, "A", "=x", ""), 0, FAILED, false), row(3, "B", "y", "EVENT")];
		expect(failedCsv(FILE, rows)).toBe(
			"\uFEFFCompany,Remarks,Kind,reason\r\nA,'=x,,service_kind: is missing\r\n",
		);
	});
});

describe("columns", () => {
	it("show different values, and what a row is about", () => {
		const rows = [row(2, "A", "", "EVENT"), row(3, "A"), row(4, "B"), row(5, "C"), row(6, "D")];
		expect([samplesOf(rows, 0), samplesOf(rows, 1)]).toEqual([["A", "B", "C"], []]);
		expect(summaryOf(FILE, rows[0] as ImportRow)).toBe("A · EVENT");
	});

	it("that every row needs are asked for", () => {
		expect(missingColumns(FILE, false)).toEqual([]);
		expect(missingColumns(FILE, true)).toEqual(["source_url"]);
		const none = { ...FILE, targets: [null, null, null], makesKeys: false };
		expect(missingColumns(none, false)).toEqual(["id", "sme_name", "service_kind"]);
	});
});
