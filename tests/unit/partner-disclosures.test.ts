import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { disclosureRecorder } from "../../gateway/partners/poller/disclosure-recorder.ts";
import { operationLog } from "../../gateway/partners/poller/operation-log.ts";
import { createLog } from "../../shared/log.ts";
import type { Disclosure } from "../../shared/registry.ts";

const made = (requestId: string) => ({ requestId }) as Disclosure;

it("waiting disclosures are written together, each before its request is sent", async () => {
	const written: string[] = [];
	let writes = 0;
	const { record: disclose } = disclosureRecorder({
		async recordDisclosures(batch) {
			writes++;
			await sleep(10);
			written.push(...batch.map(({ requestId }) => requestId));
		},
	});
	await Promise.all(
		Array.from({ length: 100 }, async (_, index) => {
			if (index % 2) await sleep(1);
			await disclose([made(`r${index}`)]);
			expect(written).toContain(`r${index}`);
		}),
	);
	expect(new Set(written).size).toBe(100);
	expect(written).toHaveLength(100);
	expect(writes).toBeLessThanOrEqual(4);
});

it("a failed write rejects the requests that wait for it, and no later ones", async () => {
	let failing = true;
	const { record: disclose } = disclosureRecorder({
		async recordDisclosures() {
			await sleep(5);
			if (failing) throw new Error("disk full");
		},
	});
	const refused = await Promise.allSettled([disclose([made("a")]), disclose([made("b")])]);
	expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
	failing = false;
	await expect(disclose([made("c")])).resolves.toBeUndefined();
});

it("counts of operations that could not be written are written with the next ones", async () => {
	const kept: number[] = [];
	let failing = true;
	const operations = operationLog(
		{
			async recordOperations(seen) {
				if (failing) throw new Error("disk full");
				kept.push(...seen.map(({ count }) => count));
			},
		},
		createLog("silent"),
		10,
	);
	const operation = { hash: "h", document: "{ x }", name: null, fields: [], partners: [] };
	for (let call = 0; call < 3; call++) operations.add(operation, "public", false);
	await sleep(50);
	operations.add(operation, "public", true);
	failing = false;
	await operations.close();
	expect(kept.reduce((sum, count) => sum + count, 0)).toBe(4);
});
