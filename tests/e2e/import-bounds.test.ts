import { connect } from "node:net";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { authorization, HEADER, hub, send, useImportHub } from "../support/import-hub.ts";

useImportHub();

describe("bounds", () => {
	const good = (key: string) => `${key},Bound Works,GA,EVENT,2023-11-01`;

	it("an upload is authenticated before its body is read", async () => {
		const { hostname, port } = new URL(hub.url);
		for (const [token, status] of [
			["", 401],
			[await authorization({ role: "HUB_ADMIN", subject: "a" }), 403],
		] as const) {
			const heard = await new Promise<string>((done) => {
				const socket = connect(Number(port), hostname, () =>
					socket.write(
						`POST /imports/engagements HTTP/1.1\r\nhost: hub\r\ncontent-type: text/csv\r\ncontent-length: 1000000\r\n${token && `authorization: ${token}\r\n`}\r\n`,
					),
				);
				socket.on("data", (data) => {
					done(String(data));
					socket.destroy();
				});
			});
			expect(heard).toContain(`HTTP/1.1 ${status}`);
		}
	});

	it("records, cells, rows and bytes are limited; the response reports the imported rows and the batch", async () => {
		const wide = Array.from({ length: 41 }, (_, i) => i).join(",");
		const { body } = await send(
			[
				HEADER,
				good("b-1"),
				`b-2,${"x".repeat(6000)},GA,EVENT,2023-11-01`,
				`b-3,X,GA,EVENT,2023-11-01,${wide}`,
				good("b-4"),
			].join("\n"),
		);
		expect(body).toMatchObject({ created: 2, failed: 2 });
		expect(body.failures).toEqual([
			{ line: 3, column: "", message: expect.stringMatching(/5000 characters/) },
			{ line: 4, column: "", message: expect.stringMatching(/40 cells/) },
		]);
		const many = await send(
			`${HEADER}\n${Array.from({ length: 451 }, (_, i) => good(`many-${i}`)).join("\n")}\n`,
		);
		expect(many).toMatchObject({
			status: 413,
			body: {
				batchId: expect.any(String),
				created: 450,
				errors: [{ message: expect.stringMatching(/450 rows.*HUB_IMPORT_MAX_ROWS/) }],
			},
		});
		const notes = ","
			.repeat(30)
			.split(",")
			.map((_, i) => `n-${i},Bound Works,GA,EVENT,2023-11-02,"${"note ".repeat(700)}"`);
		async function* big() {
			yield `${HEADER},evidence\n`;
			for (let round = 0; round < 40; round++) yield `${notes.join("\n")}\n`;
		}
		expect(await send(Readable.from(big()))).toMatchObject({
			status: 413,
			body: { created: 31, errors: [{ message: expect.stringMatching(/1000000 bytes/) }] },
		});
	});

	it("a slow upload ends with a clear error, and its imported rows are kept", async () => {
		const file = new PassThrough();
		const sent = send(file);
		file.write(`${HEADER}\n${good("t-1")}\n`);
		const drops = setInterval(() => file.write("x"), 200);
		expect(await sent).toMatchObject({
			status: 408,
			body: {
				batchId: expect.stringMatching(/^bat_/),
				created: 1,
				errors: [{ message: expect.stringMatching(/1 seconds.*again/) }],
			},
		});
		clearInterval(drops);
		file.end();
	});
});
