import { existsSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { failedRowsFile } from "../../gateway/rest/imports/failed-rows-writer.ts";

const folder = () => mkdtempSync(join(tmpdir(), "failed-rows-"));

it("keeps the header and each row with its reason", async () => {
	const path = join(folder(), "failed.csv");
	const rows = failedRowsFile(path);
	expect(await failedRowsFile(path).close()).toEqual({ complete: false });
	rows.add(["id", "name"], ["1", "a, b"], "name: is unknown");
	expect(await rows.close()).toEqual({ complete: true });
	expect(readFileSync(path, "utf8")).toBe('\uFEFFid,name,reason\n1,"a, b",name: is unknown\n');
});

it.each([
	// On Linux every write to it fails with ENOSPC, as on a full disk.
	["a full disk", (path: string) => symlinkSync("/dev/full", path), /ENOSPC/],
	["a folder that is gone", () => undefined, /ENOENT/],
])(
	"%s does not end the process: close() reports the error and deletes the incomplete file",
	async (_, prepare, reason) => {
		const path = join(folder(), prepare.length ? "failed.csv" : "gone/failed.csv");
		prepare(path);
		const rows = failedRowsFile(path);
		rows.add(["id"], ["1"], "first");
		await new Promise((done) => setTimeout(done, 50));
		for (let i = 0; i < 5000; i++) rows.add(["id"], [String(i)], "after the fault");
		expect(await rows.close()).toEqual({
			complete: false,
			fault: expect.objectContaining({ message: expect.stringMatching(reason) }),
		});
		expect(existsSync(path)).toBe(false);
		expect(await rows.close()).toMatchObject({ complete: false });
	},
);
