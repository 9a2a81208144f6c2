import sql from "sql-template-tag";
import { describe, expect, it, vi } from "vitest";
import { observedTransport } from "../../gateway/observe/subgraph-calls.ts";
import type { Database } from "../../shared/database/database.ts";
import { observed } from "../../shared/database/observed.ts";
import { inSpan } from "../../shared/observe/tracing.ts";
import { nulInVariables } from "../../shared/subgraph/nul.ts";
import { inspectVariables } from "../../shared/variables.ts";

describe("while traces are off", () => {
	it("nothing is made for a span", async () => {
		const attributes = vi.fn(() => ({}));
		expect(await inSpan("a span", attributes, async () => "done")).toBe("done");
		expect(attributes).not.toHaveBeenCalled();
	});

	it("the text of a statement is not put together to be measured", async () => {
		const statement = sql`SELECT ${1}`;
		const text = vi.spyOn(statement, "sql", "get");
		const database = { engine: "sqlite", read: async () => [{ one: 1 }] } as unknown as Database;
		expect(await observed(database, "test").read(statement)).toEqual([{ one: 1 }]);
		expect(text).not.toHaveBeenCalled();
	});

	it("a subgraph's time and failure are noted all the same", async () => {
		const context = { observed: { subgraphMs: {} } };
		const process = vi.fn().mockRejectedValue(new Error("no answer"));
		const transport = observedTransport("institutes", { process });
		await expect(transport.process({ context } as never)).rejects.toThrow("no answer");
		expect(context.observed.subgraphMs).toEqual({ institutes: expect.any(Number) });
	});
});

describe("variables", () => {
	it("with a NUL are refused by its path, however deep it is", () => {
		expect(nulInVariables({ a: ["x", { b: [null, 1, "y"] }] })).toBeUndefined();
		const refused = nulInVariables({ a: ["x", { b: [null, 1, "y\u0000"] }] });
		expect(refused?.extensions.argument).toBe("a.1.b.2");
	});

	it("of very many items are looked through without a call for each", () => {
		expect(nulInVariables({ ids: Array(300_000).fill("x") })).toBeUndefined();
	});

	it("that hold no objects are counted as others are", () => {
		expect(inspectVariables({ a: "four", b: null, c: 3 }, 10)).toEqual({ characters: 4 });
		expect(inspectVariables({ a: "four", b: ["five5"] }, 10)).toEqual({ characters: 9 });
		const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`v${i}`, i]));
		expect(inspectVariables(many, 10).fault?.message).toMatch(/11 fields/);
	});
});
