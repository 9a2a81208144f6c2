import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import JSONstat from "jsonstat-toolkit";
import { expect, it } from "vitest";
import { codebookCsv, csvwMetadata } from "../../gateway/rest/statistics/codebook.ts";
import { tableCsv } from "../../gateway/rest/statistics/csv.ts";
import { describeTable } from "../../gateway/rest/statistics/description.ts";
import { formatInWorker } from "../../gateway/rest/statistics/format-in-worker.ts";
import { tableJsonStat } from "../../gateway/rest/statistics/json-stat.ts";
import { methodsOf } from "../../gateway/rest/statistics/methods.ts";
import { tableParquet } from "../../gateway/rest/statistics/parquet.ts";
import { periodText } from "../../gateway/rest/statistics/release.ts";
import { RELEASE, TABLE } from "../support/statistics.ts";

type Row = Record<string, string>;
const csv = () => parse(tableCsv(RELEASE, TABLE), { columns: true, bom: true }) as Row[];
const find = (rows: Array<Record<string, unknown>>, state: string, kind: string, period: string) =>
	rows.find((row) => row.state === state && row.kind === kind && row.period === period);

it("a table as CSV has a row for each cell, with what each id means", () => {
	const rows = csv();
	expect(rows).toHaveLength(3 * 2 * 2);
	expect(Object.keys(rows[0] as Row)).toEqual([
		"release",
		...["state", "kind", "period"].flatMap((name) => [name, `${name}_label`, `${name}_parent`]),
		...["smes", "engagements", "hours", "people_trained", "status", "synthetic"],
	]);
	expect(rows[0]).toEqual({
		release: "1",
		state: "all",
		state_label: "All states",
		state_parent: "",
		kind: "all",
		kind_label: "All kinds",
		kind_parent: "",
		period: "2024-Q1",
		period_label: "2024, quarter 1",
		period_parent: "",
		smes: "12",
		engagements: "40",
		hours: "",
		people_trained: "",
		status: "PUBLISHED",
		synthetic: "true",
	});
	expect(find(rows, "US-GA", "TRAINING", "2024-Q1")).toMatchObject({
		...{ smes: "", engagements: "", people_trained: "", status: "SUPPRESSED" },
	});
	expect(find(rows, "US-GA", "TRAINING", "2024-Q2")).toMatchObject({
		...{ smes: "0", engagements: "0", hours: "", people_trained: "0", status: "EMPTY" },
	});
	expect(find(rows, "US-PR", "all", "2024-Q1")).toMatchObject({
		state_label: "'=Puerto Rico, 波多黎各",
		people_trained: "",
		status: "EMPTY",
	});
});

it("a table as JSON-stat is a cube that its reader understands", () => {
	const raw = JSON.parse(tableJsonStat(RELEASE, TABLE));
	expect(raw.value).toHaveLength(raw.size.reduce((a: number, b: number) => a * b, 1));
	expect(raw.id).toEqual(Object.keys(raw.dimension));
	for (const [index, id] of raw.id.entries()) {
		const { category } = raw.dimension[id];
		expect(category.index).toHaveLength(raw.size[index]);
		expect(Object.keys(category.label)).toEqual(category.index);
		for (const [parent, children] of Object.entries(category.child ?? {}))
			expect(category.index).toEqual(expect.arrayContaining([parent, ...(children as string[])]));
	}
	for (const place of Object.keys(raw.status)) expect(Number(place)).toBeLessThan(raw.value.length);

	const dataset = JSONstat(raw);
	expect([dataset.class, dataset.n, dataset.label]).toEqual([
		"dataset",
		3 * 2 * 2 * 4,
		"Engagements by state",
	]);
	expect(dataset.role).toMatchObject({ time: ["period"], geo: ["state"], metric: ["measure"] });
	const at = (state: string, kind: string, period: string, measure: string) => {
		const { value, status } = dataset.Data({ state, kind, period, measure });
		return [value, status];
	};
	expect(at("all", "all", "2024-Q1", "engagements")).toEqual([40, null]);
	expect(at("all", "TRAINING", "2024-Q1", "peopleTrained")).toEqual([33, null]);
	expect(at("US-GA", "TRAINING", "2024-Q1", "smes")).toEqual([null, "SUPPRESSED"]);
	expect(at("US-GA", "TRAINING", "2024-Q1", "peopleTrained")).toEqual([null, "SUPPRESSED"]);
	expect(at("US-GA", "TRAINING", "2024-Q1", "hours")).toEqual([null, null]);
	expect(at("US-PR", "TRAINING", "2024-Q2", "peopleTrained")).toEqual([0, "EMPTY"]);
	expect(dataset.Dimension("state").Category("US-PR").label).toBe("=Puerto Rico, 波多黎各");
	expect(raw.extension).toMatchObject({ release: 1, synthetic: true, digest: "d1ge57" });
});

it("a table as Parquet has the rows of the CSV file, typed", async () => {
	const bytes = tableParquet(RELEASE, TABLE);
	const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
	const rows = await parquetReadObjects({ file });
	const texts = rows.map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([name, value]) => [
				name,
				value === null ? "" : String(value).replace(/^=/, "'="),
			]),
		),
	);
	expect(texts).toEqual(csv());
	expect(find(rows, "US-GA", "TRAINING", "2024-Q1")).toMatchObject({
		...{ release: 1, smes: null, hours: null, status: "SUPPRESSED", synthetic: true },
	});
	expect(find(rows, "all", "TRAINING", "2024-Q1")).toMatchObject({ smes: 7, people_trained: 33 });
	const { schema, key_value_metadata: about, created_by } = parquetMetadata(file);
	const typeOf = (name: string) => schema.find((one) => one.name === name);
	expect(typeOf("hours")).toMatchObject({ type: "DOUBLE", repetition_type: "OPTIONAL" });
	expect(typeOf("status")).toMatchObject({ type: "BYTE_ARRAY", repetition_type: "REQUIRED" });
	expect(about).toContainEqual({ key: "digest", value: "d1ge57" });
	expect(created_by).toBe("throughline 9.9.9");
});

it("the thread makes the same files", async () => {
	const format = formatInWorker();
	const job = { release: RELEASE, text: JSON.stringify(TABLE) };
	const made = await Promise.all(
		(["csv", "json", "parquet"] as const).map((one) => format({ ...job, format: one })),
	);
	expect(made).toEqual([
		Buffer.from(tableCsv(RELEASE, TABLE)),
		Buffer.from(tableJsonStat(RELEASE, TABLE)),
		tableParquet(RELEASE, TABLE),
	]);
	await expect(format({ ...job, text: "no JSON", format: "csv" })).rejects.toThrow("JSON");
});

const described = describeTable(TABLE);

it("names the quarters that a release covers, with their gaps", () => {
	const quarters = (...all: Array<[number, number]>) => ({
		periods: all.map(([fiscalYear, quarter]) => ({ fiscalYear, quarter })),
	});
	expect(periodText(quarters())).toBe("no quarter");
	expect(periodText(quarters([2024, 4], [2025, 1], [2025, 2]))).toBe(
		"quarter 4 of 2024 to quarter 2 of 2025",
	);
	expect(periodText(quarters([2023, 1], [2023, 4], [2024, 1], [2025, 4]))).toBe(
		"quarter 1 of 2023, quarter 4 of 2023 to quarter 1 of 2024, quarter 4 of 2025",
	);
});

it("counts cells by status", () => {
	expect(described.counts).toEqual({ PUBLISHED: 2, SUPPRESSED: 1, EMPTY: 9 });
});

it("the codebook describes each column of the CSV file, and each value", () => {
	const rows = parse(codebookCsv([described]), { columns: true, bom: true }) as Row[];
	const columns = rows.filter(({ value }) => value === "");
	expect(columns.map(({ column }) => column)).toEqual(Object.keys(csv()[0] as Row));
	expect(columns.every(({ description, type }) => description && type)).toBe(true);
	expect(columns.find(({ column }) => column === "people_trained")).toMatchObject({
		unit: "people",
		description: expect.stringContaining("only where kind is TRAINING"),
	});
	for (const [column, values] of [
		["state", ["all", "US-GA", "US-PR"]],
		["status", ["PUBLISHED", "SUPPRESSED", "EMPTY"]],
	] as const)
		expect(
			rows.filter((row) => row.column === column && row.value !== "").map(({ value }) => value),
		).toEqual(values);
	const { tables } = JSON.parse(csvwMetadata([described], "Release 1", "https://example.org/l"));
	const [{ url, tableSchema }] = tables;
	expect(url).toBe("engagements-by-state.csv");
	expect(tableSchema.columns.map(({ name }: Row) => name)).toEqual(Object.keys(csv()[0] as Row));
	const keys = csv().map((row) => tableSchema.primaryKey.map((name: string) => row[name]).join());
	expect(new Set(keys).size).toBe(keys.length);
});

it("the methods follow the release: its rules, its tables, what it was made from", () => {
	const text = (release: typeof RELEASE) =>
		methodsOf(release, [described])
			.flatMap(({ title, lines }) => [title, ...lines])
			.join("\n");
	const records = text(RELEASE);
	for (const said of [
		"at least 4 manufacturers",
		"at least 6 where it is an amount of money",
		"quarter 1 of 2024 to quarter 2 of 2024: 2 quarters",
		"People trained (people): only for Kind of service Training",
		"Engagements by state: state × kind of service × period. 2 cells are given, 1 suppressed, 9 empty.",
		"1 of the 3 cells that have records are suppressed, 33.3%",
		"A note from the family.",
		"Why figures differ from the live ones",
	])
		expect(records).toContain(said);
	expect(records).not.toContain("no measure of the network");
	const cases = text({ ...RELEASE, basis: "PUBLISHED_CASES", periods: [], rules: null });
	expect(cases).toContain("These cases are no measure of the network.");
	expect(cases).toContain("Nothing needs to be hidden");
	expect(cases).not.toContain("at least 4 manufacturers");
});
