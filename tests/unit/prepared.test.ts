import { setFlagsFromString } from "node:v8";
import { buildSchema, parse } from "graphql";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openBudget, withinBudget } from "../../shared/subgraph/budget.ts";
import { fieldsOf, type Prepared, prepare } from "../../shared/subgraph/prepared.ts";
import { heldBytes } from "../support/heap.ts";

const schema = buildSchema(
	"type Query { all(first: Int = 10): [Thing!]! } type Thing { id: ID! name: String parts(of: String): [Thing!] }",
);
const many = (count: number, text: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => text(index)).join(" ");

describe("a cached compiled operation", () => {
	it("counts its fields including fragments, up to a limit", () => {
		const spread = parse(
			`{ all { ${many(20, (i) => `p${i}: parts { ...F }`)} } } fragment F on Thing { id name }`,
		);
		expect(fieldsOf(spread, 1000)).toBe(1 + 20 * (1 + 1 + 2));
		expect(fieldsOf(spread, 50)).toBe(51);
		const doubling = parse(
			`{ all { ...F0 } } ${many(40, (i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`)} fragment F40 on Thing { id }`,
		);
		expect(fieldsOf(doubling, 1500)).toBe(1501);
	});

	it("is not estimated too small", () => {
		// V8 keeps recently compiled code until it needs memory; here that would count as used.
		setFlagsFromString("--no-compilation-cache");
		onTestFinished(() => setFlagsFromString("--compilation-cache"));
		const texts = [
			(i: number) => `{ all { ${many(300, (j) => `a${i}x${j}: name`)} } }`,
			(i: number) => `{ all { ${many(60, (j) => `a${i}x${j}: parts { id parts { name } }`)} } }`,
			(i: number) =>
				`{ all { a${i}: id ${many(10, (j) => `x${j}: parts { ...F }`)} } } fragment F on Thing { ${many(20, (j) => `y${j}: id`)} }`,
		];
		prepare(schema, "{ all { id } }");
		const before = heldBytes();
		const kept: Prepared[] = texts.flatMap((text) =>
			Array.from({ length: 4 }, (_, i) => prepare(schema, text(i))),
		);
		const reckoned = kept.reduce((sum, { bytes }) => sum + bytes, 0);
		expect(heldBytes() - before).toBeLessThan(reckoned);
		expect(reckoned).toBeLessThan(40_000_000);
	});

	it("is executed without compilation if it has very many fields", async () => {
		const wide = prepare(schema, `{ all { ${many(1600, (i) => `a${i}: id`)} } }`);
		expect(wide.bytes).toBeLessThan(3_000_000);
		if (!("run" in wide)) throw new Error("refused");
		expect(await wide.run({}, {})).toMatchObject({ errors: [{ path: ["all"] }] });
	});
});

describe("a budget", () => {
	it("ends by its steps, its timeout, or a stop, and reports the reason once", async () => {
		const steps = openBudget(60_000, 3);
		expect([1, 2, 3, 4, 5].map(() => steps.spend())).toEqual([true, true, true, false, false]);
		expect(steps.signal().reason.message).toMatch(/took more than 3 steps/);
		const clock = openBudget(20, 1e9);
		const end = performance.now() + 1000;
		// No timer can fire here.
		while (clock.spend() && performance.now() < end);
		expect(clock.signal().reason.message).toMatch(/was not ready within 20 ms/);
		clock.stop(new Error("too late"));
		expect(clock.signal().reason.message).toMatch(/within 20 ms/);
		const moved = openBudget(20, 1e9);
		moved.until(60_000);
		await new Promise((done) => setTimeout(done, 40));
		expect(moved.signal().aborted).toBe(false);
		const work = withinBudget(moved, () => new Promise(() => undefined));
		moved.stop(new Error("stopped"));
		await expect(work).rejects.toThrow("stopped");
		await expect(withinBudget(moved, () => 1)).rejects.toThrow("stopped");
		for (const budget of [steps, clock, moved]) budget.end();
	});

	it("tells whoever wants to hear of its end, and not who took that back", () => {
		const budget = openBudget(60_000, 10);
		const [heard, left] = [vi.fn(), vi.fn()];
		budget.onStop(heard);
		budget.onStop(left)();
		expect(budget.stopped()).toBeUndefined();
		const reason = new Error("stopped");
		budget.stop(reason);
		budget.stop(new Error("again"));
		expect(heard.mock.calls).toEqual([[reason]]);
		expect(left).not.toHaveBeenCalled();
		expect(budget.stopped()).toBe(reason);
		// Made only now.
		expect(budget.signal().reason).toBe(reason);
	});
});
