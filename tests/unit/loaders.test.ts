import { expect, it } from "vitest";
import { loaderStore } from "../../shared/loaders.ts";

it("a statement is given no more keys than SQLite allows terms of a UNION", async () => {
	const sizes: number[] = [];
	const loader = loaderStore()<string>(["each"], async (keys) => {
		sizes.push(keys.length);
		return [...keys];
	});
	const keys = Array.from({ length: 1100 }, (_, index) => String(index));
	expect(await loader.loadMany(keys)).toEqual(keys);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
});
