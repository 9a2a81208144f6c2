import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolders } from "../support/folder-imports.ts";

/** A folder with files of these texts. */
function folderOf(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), "folders-"));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, name)), { recursive: true });
		writeFileSync(join(root, name), text);
	}
	return root;
}

const BOUNDS = { order: ["low", "middle", "top.ts"], upward: 0, circles: 0 };

describe("imports between folders", () => {
	it("in the order are counted and allowed", () => {
		const root = folderOf({
			"low/a.ts": 'import "./b.ts"; import fs from "node:fs"; import x from "../../shared/x.ts";',
			"low/b.ts": "",
			"middle/a.ts": 'import type { A } from "../low/a.ts";\nimport { B } from "../low/b.ts";',
			"top.ts": 'import {\n\ta,\n} from "./middle/a.ts";\nconst b = await import("./low/b.ts");',
		});
		expect(checkFolders(root, BOUNDS)).toEqual({
			arrows: 3,
			upward: [],
			circles: [],
			faults: [],
		});
	});

	it("against the order are named, a circle too; bounds allow some", () => {
		const root = folderOf({
			"low/a.ts": 'import type { B } from "../middle/b.ts";',
			"middle/b.ts": 'import { a } from "../low/a.ts";',
		});
		const { faults } = checkFolders(root, BOUNDS);
		expect(faults).toEqual([
			"1 upward imports, 0 allowed: low/a.ts imports middle/b.ts",
			"1 circles, 0 allowed: low ↔ middle",
		]);
		expect(checkFolders(root, { ...BOUNDS, upward: 1, circles: 1 }).faults).toEqual([]);
	});

	it("of a folder without a place, and between folders kept apart, are faults", () => {
		const root = folderOf({
			"middle/a.ts": 'import { a } from "../low/a.ts";',
			"low/a.ts": "",
			"new/a.ts": "",
		});
		expect(checkFolders(root, { ...BOUNDS, apart: [["low", "middle"]] }).faults).toEqual([
			"new has no place in tests/support/folder-order.ts",
			"middle/a.ts may not import low/a.ts",
		]);
	});
});
