import { describe, expect, it } from "vitest";
import { IMPORT_VARIABLES } from "../../shared/config-imports.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { COLUMNS } from "../../subgraphs/engagements/import/parse-row.ts";
import { commandsOf, readDoc, runCommands } from "../support/doc-commands.ts";
import { ask } from "../support/hub.ts";
import {
	authorization,
	dataDir,
	failedRows,
	HEADER,
	hub,
	madeOn,
	messagesOf,
	namesOn,
	send,
	useImportHub,
} from "../support/import-hub.ts";
import { STAFF } from "../support/viewers.ts";

useImportHub();

describe("cells and columns", () => {
	it("accepts values as people type them, and rejects ambiguous cells", async () => {
		const { body } = await send(
			[
				"Key;Company;City;State;Kind;Practice;Visit Date;People Trained;New Sales ($);Employees;reason",
				'c-1;Typed Works;Macon;ga;other;Supply chain;6/15/2023;;"$5,000";"1,200";x',
				"c-2;Typed Works;Macon;Georgia;Training;;45092;12;;;",
				"c-3;Typed Works;Macon;US-GA;Tech transfer;;15 June 2023;;;;",
				"c-4;Typed Works;Macon;Georgie;Event;;3/4/2023;;;;",
				"c-5;Typed Works;Macon;GA;Event;;2023-06-15 08:30;;1,5;5k;",
			].join("\n"),
		);
		expect(body).toMatchObject({ created: 3, failed: 2 });
		expect(body.understood.columns).toEqual([
			{ name: "Key", column: "id" },
			{ name: "Company", column: "sme_name" },
			{ name: "City", column: "sme_city" },
			{ name: "State", column: "sme_state" },
			{ name: "Kind", column: "service_kind" },
			{ name: "Practice", column: "service_note" },
			{ name: "Visit Date", column: "date" },
			{ name: "People Trained", column: "people_trained" },
			{ name: "New Sales ($)", column: "new_sales_usd" },
			{ name: "Employees", column: "employees" },
		]);
		expect(body.understood.leftOut).toEqual(["reason"]);
		expect(body.failures).toEqual([
			{ line: 5, column: "sme_state", message: expect.stringMatching(/Georgie.*US-GA/) },
			{
				line: 5,
				column: "date",
				message: expect.stringMatching(/2023-03-04 or 2023-04-03.*dates=mdy/),
			},
			{ line: 6, column: "employees", message: expect.stringMatching(/"5k" is not a number/) },
			{ line: 6, column: "new_sales_usd", message: expect.stringMatching(/1\.5/) },
		]);
		const made = (await madeOn("2023-06-15")).filter(({ sme }) => sme.name === "Typed Works");
		expect(made).toHaveLength(3);
		expect(made.map(({ kind, practice }) => [kind, practice]).sort()).toEqual([
			["ASSISTANCE", "SUPPLY_CHAIN"],
			["TECH_TRANSFER", null],
			["TRAINING", null],
		]);
		const again = "id,sme_name,sme_state,service_kind,date\nc-4,Typed Works,GA,Event,3/4/2023\n";
		expect((await send(again, "?dates=dmy")).body).toMatchObject({ created: 1 });
		expect(await namesOn("2023-04-03")).toEqual(["Typed Works"]);
	});

	it("lists unknown columns with the most similar known one, and rejects duplicates", async () => {
		const file =
			"id,Compny,sme_state,service_kind,date,Remarks\nk-1,Known Works,GA,EVENT,2023-07-01,x\n";
		expect(messagesOf(await send(file))).toMatch(
			/no column "Compny".*company.*sme_name.*"Remarks".*map=/s,
		);
		const sent = await send(file, `?map=${encodeURIComponent("Compny:sme_name,Remarks:-")}`);
		expect(sent.body).toMatchObject({ created: 1, understood: { leftOut: ["Remarks"] } });
		for (const [header, map, words] of [
			["id,Date,date", "", /"Date" and "date".*date/],
			["id,Company,Client", "", /"Company" and "Client".*sme_name/],
			["id,A,B", "A:title,B:title", /"A" and "B".*title/],
			["id,A,B", "C:title", /map: .*"C".*id, A, B/],
			["id,A", "A:titel,", /map/],
			["id,A", "A:titel", /"titel".*title/],
		] as const)
			expect(messagesOf(await send(`${header}\n1,2,3\n`, `?map=${map}`))).toMatch(words);
		const quoted =
			'id,"Name, legal",sme_state,service_kind,date\nk-2,Quoted Works,GA,EVENT,2023-07-01\n';
		const map = encodeURIComponent('"Name, legal":sme_name');
		expect((await send(quoted, `?map=${map}`)).body).toMatchObject({ created: 1 });
	});

	it("the file of failed rows escapes formulas and imports again with the original values", async () => {
		const names = ["=1+1", "+Plus", "-Minus", "@At", "'=quoted", "'plain", "\ttab"];
		const first = await send(
			`${HEADER}\n${names.map((name, i) => `f-${i},"${name}",GA,DANCING,2023-08-01`).join("\n")}\n`,
		);
		expect(first.body).toMatchObject({ failed: 7 });
		const bytes = Buffer.from(await failedRows(first.body.failedRows));
		const text = bytes.toString("utf8");
		expect(text).toMatch(/^\uFEFFid,sme_name,sme_state,service_kind,date,reason\r?\n/);
		for (const line of text.trim().split("\n").slice(1))
			expect(line).not.toMatch(/(^|,)"?[=+\-@\t]/);
		const again = await send(Buffer.from(text.replaceAll("DANCING", "EVENT")));
		expect(again.body).toMatchObject({
			created: 7,
			failed: 0,
			understood: { leftOut: ["reason"] },
		});
		expect(await namesOn("2023-08-01")).toEqual(
			["+Plus", "-Minus", "=1+1", "=quoted", "@At", "'plain", "tab"].sort(),
		);
	});
});

describe("parameters and responses", () => {
	const row = (key: string) => `${HEADER}\n${key},Dry Works,GA,EVENT,2023-09-01\n`;
	it.each(["?dryRun", "?dryRun=", "?dryRun=1", "?dryRun=true"])(
		"%s changes nothing",
		async (query) => {
			expect((await send(row("p-1"), query)).body).toMatchObject({ dryRun: true, created: 1 });
			expect(await namesOn("2023-09-01")).toEqual([]);
		},
	);

	it("rejects unknown parameters and invalid values by name", async () => {
		for (const [query, words] of [
			["?dryrun=true", /"dryrun".*dryRun/],
			["?dryRun=yes", /dryRun: "yes"/],
			["?dryRun=1&dryRun=0", /dryRun/],
			["?dates=ymd", /dates: .*mdy/],
			["?batchId=bat_x", /batchId|is not a batch of yours/],
			[`?fileName=${"x".repeat(201)}`, /fileName/],
		] as const) {
			const sent = await send(row("p-2"), query);
			expect(sent.status).toBe(400);
			expect(messagesOf(sent)).toMatch(words);
		}
		expect(await namesOn("2023-09-01")).toEqual([]);
	});

	it("a batch of somebody else cannot be added to, and its failed rows are kept", async () => {
		const mine = await send(`${row("o-1")}o-2,,GA,EVENT,2023-09-02\n`);
		const other: Actor = { role: "FIELD_STAFF", subject: "staff-2", center: "oh-mep" };
		for (const batch of [mine.body.batchId, `../imports/${mine.body.batchId}`])
			expect(
				await send(row("o-3"), `?batchId=${encodeURIComponent(batch)}`, { viewer: other }),
			).toMatchObject({ status: 400, body: { errors: [{}] } });
		expect((await failedRows(mine.body.failedRows)).byteLength).toBeGreaterThan(50);
		const again = await send(row("o-1"), `?batchId=${mine.body.batchId}`);
		expect(again.body).toMatchObject({ batchId: mine.body.batchId, unchanged: 1 });
		expect(again.body).not.toHaveProperty("failedRows");
	});

	it("returns how the file was read, its name, and the batch with every response", async () => {
		const named = await send(`${row("p-3")}p-9,"torn`, "", {
			"content-disposition": "attachment; filename*=UTF-8''Besuche%20M%C3%A4rz.csv",
		});
		expect(named.body).toMatchObject({
			batchId: expect.stringMatching(/^bat_[0-9a-f]{32}$/),
			fileName: "Besuche März.csv",
			dryRun: false,
			understood: { format: "csv", encoding: "utf-8", delimiter: ",", leftOut: [] },
		});
		const wins = await send(row("p-3"), "?fileName=C:\\visits\\march.csv");
		expect(wins.body).toMatchObject({ fileName: "march.csv" });
		const begun: string[] = [named.body.batchId];
		for (const broken of ["", "nonsense\n1\n", `${HEADER},${HEADER}\n`]) {
			const sent = await send(broken, "?fileName=broken.csv");
			expect(sent).toMatchObject({
				status: 400,
				body: {
					batchId: expect.stringMatching(/^bat_/),
					errors: [{ extensions: { code: "BAD_USER_INPUT", batchId: sent.body.batchId } }],
				},
			});
			begun.push(sent.body.batchId);
		}
		const { body } = await ask(
			hub,
			"{ importBatches(where: { mine: true }, first: 200) { nodes { id fileName rows failed } } }",
			{},
			{ authorization: await authorization(STAFF) },
		);
		const { nodes } = (body.data as unknown as { importBatches: { nodes: Array<{ id: string }> } })
			.importBatches;
		expect(nodes.filter(({ id }) => begun.includes(id)).reverse()).toEqual([
			{ id: begun[0], fileName: "Besuche März.csv", rows: 2, failed: 1 },
			...begun.slice(1).map((id) => ({ id, fileName: "broken.csv", rows: 0, failed: 0 })),
		]);
		expect(await send(`${HEADER}\n`)).toMatchObject({ status: 200, body: { rows: 0 } });
		for (const type of ["multipart/form-data; boundary=x", "application/json"])
			expect(await send(row("p-4"), "", { "content-type": type })).toMatchObject({
				status: 415,
				body: { errors: [{ message: expect.stringMatching(/--data-binary/) }] },
			});
	});
});

it("the commands of docs/logging-and-import.md give the documented results", async () => {
	const text = readDoc("docs/logging-and-import.md");
	const answers = await runCommands(commandsOf(text), { url: hub.url, dataDir });
	const [logged = "", first = "", dry = "", mapped = ""] = answers;
	const shown = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => block as string);
	expect(JSON.parse(logged)).toEqual(JSON.parse(shown[0] ?? ""));
	expect(JSON.parse(first.replace(/bat_[0-9a-f]+/g, "bat_…"))).toEqual(JSON.parse(shown[1] ?? ""));
	const [sent = "", onCommandLine = ""] = dry.trim().split(/(?<=\})(?=\{\n)/);
	for (const answer of [sent, onCommandLine])
		expect(JSON.parse(answer)).toMatchObject({
			dryRun: true,
			unchanged: 1,
			created: 1,
			manufacturers: [{ name: "Example Works", match: "MATCHES" }],
		});
	expect(JSON.parse(mapped)).toMatchObject({
		created: 1,
		understood: { leftOut: ["Remarks, old"] },
	});
	const columns = /^The columns: (.*)$/m.exec(text)?.[1] ?? "";
	const named = [...columns.matchAll(/`(\w+)`/g)].map(([, column]) => column as string);
	for (const column of COLUMNS) expect(named).toContain(column);
	for (const [variable, value] of [...text.matchAll(/`(HUB_IMPORT_\w+)` \| (\d+)/g)].map((found) =>
		found.slice(1),
	))
		expect(IMPORT_VARIABLES[variable as keyof typeof IMPORT_VARIABLES].parse(undefined)).toBe(
			Number(value),
		);
}, 180_000);
