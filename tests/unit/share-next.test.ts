import { expect, it } from "vitest";
import { shareNext } from "../../shared/share-next.ts";

it("shares the next read among those who ask meanwhile, never the one that runs already", async () => {
	let written = 0;
	const begun: number[] = [];
	const ends: Array<() => void> = [];
	const read = shareNext(async () => {
		const seen = written;
		begun.push(seen);
		await new Promise<void>((end) => ends.push(end));
		return seen;
	});
	const first = read();
	written = 1;
	const [second, third] = [read(), read()];
	expect(begun).toEqual([0]);
	ends.shift()?.();
	expect(await first).toBe(0);
	await new Promise((done) => setTimeout(done));
	written = 2;
	const fourth = read();
	expect(begun).toEqual([0, 1]);
	ends.shift()?.();
	expect(await Promise.all([second, third])).toEqual([1, 1]);
	await new Promise((done) => setTimeout(done));
	ends.shift()?.();
	expect(await fourth).toBe(2);
	expect(begun).toEqual([0, 1, 2]);
});

it("goes on after a failure, which only those see who shared it", async () => {
	let fails = true;
	const read = shareNext(async () => {
		await new Promise((done) => setTimeout(done, 5));
		if (fails) throw new Error("away");
		return "there";
	});
	const first = read();
	const second = read();
	await expect(first).rejects.toThrow("away");
	fails = false;
	expect(await second).toBe("there");
	expect(await read()).toBe("there");
});
