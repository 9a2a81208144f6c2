import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { served } from "../support/command.ts";
import { HUB_PROGRAM } from "../support/paths.ts";

const OPERATIONS = [
	"{ __typename }",
	"{ engagements(first: 20) { nodes { id title center { name } sme { name } } } }",
];

type Collected = { isolate: string; before: number; after: number };

/** What V8's collections of young objects left, of the thread that had most of them, in MB of all its memory. */
function scavenges(said: string): Collected[] {
	const all = [...said.matchAll(/^\[\d+:(0x\w+)\] .* Scavenge ([\d.]+) .*? -> ([\d.]+) /gm)].map(
		([, isolate, before, after]) => ({
			isolate: isolate as string,
			before: Number(before),
			after: Number(after),
		}),
	);
	const counts = new Map<string, number>();
	for (const { isolate } of all) counts.set(isolate, (counts.get(isolate) ?? 0) + 1);
	const [main] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
	return all.filter(({ isolate }) => isolate === main);
}

/** The share of what requests allocate that survives these collections, and stays until a full one. */
function keptShare(collected: Collected[]): number {
	let allocated = 0;
	let kept = 0;
	for (const [index, { before, after }] of collected.entries()) {
		const last = collected[index - 1];
		// A full collection came between.
		if (!last || before < last.after || after < last.after - 1) continue;
		allocated += before - last.after;
		kept += after - last.after;
	}
	return kept / allocated;
}

it("what a request made is freed soon after it", async () => {
	const env = { PORT: "0", HUB_DATA_DIR: mkdtempSync(join(tmpdir(), "garbage-")) };
	const hub = await served(process.execPath, ["--trace-gc", ...HUB_PROGRAM, "start"], { env });
	try {
		for (const query of OPERATIONS) {
			const ask = async (times: number) => {
				for (let done = 0; done < times; done++) {
					const response = await fetch(`${hub.url}/graphql`, {
						method: "POST",
						headers: { "content-type": "application/json" },
						body: JSON.stringify({ query }),
					});
					expect(await response.json()).not.toHaveProperty("errors");
				}
			};
			const asked = (times: number) => Promise.all(Array.from({ length: 8 }, () => ask(times)));
			// Until it is compiled, V8 keeps more.
			await asked(100);
			const before = hub.said().length;
			await asked(250);
			const collected = scavenges(hub.said().slice(before));
			expect(collected.length).toBeGreaterThan(5);
			// One of the request's objects with a shape of its own, or a Set that it comes into, made it more than 0.1.
			expect(keptShare(collected), query).toBeLessThan(0.08);
		}
	} finally {
		await hub.end();
	}
});
