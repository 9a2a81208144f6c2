import { existsSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { failedRowsIn } from "../../gateway/rest/imports/failed-rows.ts";

const folder = () => mkdtempSync(join(tmpdir(), "failed-rows-"));

it("keeps the header and each row with its reason", async () => {
	const path = join(folder(), "failed.csv");
	const rows = failedRowsIn(path);
	expect(await failedRowsIn(path).close()).toEqual({ kept: false });
	rows.add(["id", "name"], ["1", "a, b"], "name: is unknown");
	expect(await rows.close()).toEqual({ kept: true });
	expect(readFileSync(path, "utf8")).toBe('\uFEFFid,name,reason\n1,"a, b",name: is unknown\n');
});

it.each([
	// Linux answers every write to it with ENOSPC, as a full disk does.
	["a full disk", (path: string) => symlinkSync("/dev/full", path), /ENOSPC/],
	["a folder that is gone", () => undefined, /ENOENT/],
])(
	"%s ends no process: closing tells what is wrong, and leaves no part of a file",
	async (_, prepare, reason) => {
		const path = join(folder(), prepare.length ? "failed.csv" : "gone/failed.csv");
		prepare(path);
		const rows = failedRowsIn(path);
		rows.add(["id"], ["1"], "first");
		await new Promise((done) => setTimeout(done, 50));
		for (let i = 0; i < 5000; i++) rows.add(["id"], [String(i)], "after the fault");
		expect(await rows.close()).toEqual({
			kept: false,
			fault: expect.objectContaining({ message: expect.stringMatching(reason) }),
		});
		expect(existsSync(path)).toBe(false);
		expect(await rows.close()).toMatchObject({ kept: false });
	},
);
