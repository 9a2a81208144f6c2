import { performance } from "node:perf_hooks";
import { expect, it } from "vitest";
import type { CheckInput } from "../../subgraphs/registry/check/check-input.ts";
import { examineInWorker } from "../../subgraphs/registry/check/run-in-worker.ts";
import { LINK } from "../support/registry-fixture.ts";

const material = (body: string): CheckInput => ({
	own: [{ name: "hub", url: "in-process:hub", sdl: `${LINK} type Query { word: String }` }],
	others: [],
	absent: [],
	recorded: [],
	before: null,
	candidate: { name: "college", url: "http://127.0.0.1:1", sdl: LINK + body, partnerId: "college" },
	namespace: "college",
	grants: [],
	operations: [],
	lastGate: true,
});

/** Runs a check and tells how late this thread's own timers were at worst, in milliseconds. */
async function watched(body: string, limits?: { timeoutMs: number; heapMb: number }) {
	let late = 0;
	let before = performance.now();
	const timer = setInterval(() => {
		late = Math.max(late, performance.now() - before - 10);
		before = performance.now();
	}, 10);
	try {
		const { findings } = await examineInWorker(material(body), limits);
		return { findings, late, rules: findings.map(({ rule }) => rule) };
	} finally {
		clearInterval(timer);
	}
}

const types = (count: number, of: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => of(index)).join("\n");

/** Five megabytes of valid types. */
const LARGE = `type Query { college: T0 }\n${types(90_000, (i) => `type T${i} { id: ID! a: T${(i * 7) % 1000} b: String c: String d: Int }`)}`;
/** Every type implements every interface, which every composer multiplies out. */
const TANGLED = `type Query { college: T0 }\n${types(200, (i) => `interface I${i} { id: ID! }`)}\n${types(400, (i) => `type T${i} implements ${types(200, (j) => `I${j}`).replaceAll("\n", " & ")} { id: ID! a: T${(i * 7) % 400} }`)}`;

it("neither blocks nor ends the process: five megabytes, brackets without end, memory and time used up", async () => {
	expect(LARGE.length).toBeGreaterThan(5_000_000);
	const cases: Array<
		[body: string, rules: string[], limits?: { timeoutMs: number; heapMb: number }]
	> = [
		[LARGE, ["SYNTAX"]],
		[`type Query { college(a: ${"[".repeat(900_000)}`, ["SYNTAX"]],
		[TANGLED, ["TOO_LARGE"]],
		["type Query { college: String }", ["TOO_EXPENSIVE"], { timeoutMs: 50, heapMb: 384 }],
		["type Query { college: String }", ["TOO_EXPENSIVE"], { timeoutMs: 20_000, heapMb: 8 }],
	];
	for (const [body, rules, limits] of cases) {
		const found = await watched(body, limits);
		expect(found.rules).toEqual(rules);
		expect(found.late).toBeLessThan(500);
		for (const { message, place } of found.findings)
			expect(message.length + place.length).toBeLessThan(2000);
	}
	// The next one is checked as ever.
	expect((await watched("type Query { college: String }")).rules).toEqual(["ADDS"]);
});

it("takes two of one partner at a time, and tells the third to come back", async () => {
	const answers = await Promise.allSettled(
		[1, 2, 3].map(() => examineInWorker(material("type Query { college: String }"))),
	);
	expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
	expect(answers[2]).toMatchObject({ reason: { extensions: { code: "UNAVAILABLE" } } });
});
