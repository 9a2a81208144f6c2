import fc from "fast-check";
import { expect, it } from "vitest";
import { inFlight, whileRunning } from "../../shared/in-flight.ts";

it("has what came and did not go", () => {
	fc.assert(
		fc.property(fc.array(fc.option(fc.nat(5))), (steps) => {
			const things = inFlight<number>();
			const open: Array<{ one: number; end: () => void }> = [];
			for (const [one, gone] of steps.entries()) {
				if (gone === null) open.push({ one, end: things.add(one) });
				else open.splice(gone, 1)[0]?.end();
				expect(things.size()).toBe(open.length);
				expect(things.all().sort()).toEqual(open.map((thing) => thing.one).sort());
			}
		}),
	);
});

it("has promises until they are settled", async () => {
	const running = inFlight<Promise<unknown>>();
	const answered = whileRunning(running, Promise.resolve(1));
	const failed = whileRunning(running, Promise.reject(new Error("no")));
	expect(running.size()).toBe(2);
	await expect(answered).resolves.toBe(1);
	await expect(failed).rejects.toThrow("no");
	expect(running.size()).toBe(0);
});
