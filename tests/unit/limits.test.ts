import { fastify } from "fastify";
import { describe, expect, it } from "vitest";
import { openBounds } from "../../gateway/limits/bounds.ts";
import { estimateJsonSize } from "../../gateway/limits/response-size.ts";
import { sendImportError } from "../../gateway/rest/imports/error-response.ts";
import { DEFAULT_LIMITS } from "../../shared/limits/limits.ts";
import { createLog } from "../../shared/log.ts";
import { STAFF } from "../support/viewers.ts";

describe("the size of an answer", () => {
	it("is about that of its JSON, in whatever language", () => {
		for (const text of ["plain", "扬斯敦制造", "é", "🏭"]) {
			const answer = { names: Array.from({ length: 500 }, () => ({ name: text.repeat(20) })) };
			const bytes = Buffer.byteLength(JSON.stringify(answer));
			// A bound near it, so that bytes are counted and not characters.
			const size = estimateJsonSize(answer, bytes);
			expect(size / bytes, text).toBeGreaterThan(0.9);
			expect(size / bytes, text).toBeLessThan(1.2);
		}
	});

	it("is not counted to its end beyond the bound", () => {
		const read: number[] = [];
		const list = Array.from({ length: 1000 }, (_, i) =>
			Object.defineProperty({}, "text", { enumerable: true, get: () => "x".repeat(read.push(i)) }),
		);
		estimateJsonSize(list, 1000);
		expect(read.length).toBeLessThan(200);
	});
});

it("an upload whose sender has too much waiting is refused by name, not as a fault of the hub", async () => {
	const limits = { ...DEFAULT_LIMITS, mutationsAtOnce: 1, mutationsWaiting: 1 };
	const bounds = openBounds(limits, { readEarly: async () => STAFF });
	const log = createLog("silent");
	const app = fastify();
	app.get("/", (_request, reply) =>
		bounds
			.runQueued(STAFF, async () => "taken")
			.catch((error) => sendImportError(reply, error, log)),
	);
	let go = () => {};
	const first = bounds.runQueued(STAFF, () => new Promise<void>((done) => (go = done)));
	const second = bounds.runQueued(STAFF, async () => undefined);
	const refused = await app.inject("/");
	expect([refused.statusCode, refused.json()]).toEqual([
		429,
		{
			errors: [
				{
					message: "You have 1 mutations waiting; wait for their responses before sending more",
					extensions: { code: "RATE_LIMITED" },
				},
			],
		},
	]);
	go();
	await Promise.all([first, second]);
	expect((await app.inject("/")).body).toBe("taken");
});
