import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/paths.ts";

const CONSOLE = join(ROOT, "gateway/console");
const catalogue = (language: string, file: string): Record<string, string> =>
	JSON.parse(readFileSync(join(CONSOLE, "words", language, file), "utf8"));

const files = readdirSync(join(CONSOLE, "words/en"));
const sources = readdirSync(CONSOLE, { recursive: true, encoding: "utf8" })
	.filter((file) => /^(app|pages|parts|words)\/.*\.tsx?$/.test(file))
	.map((file) => readFileSync(join(CONSOLE, file), "utf8"))
	.join("\n");

/** The values that a message takes, of plural branches too. */
function placeholders(message: string): string[] {
	const found = new Set<string>();
	const walk = (part: unknown): void => {
		if (!Array.isArray(part)) return;
		const [name, format, branches] = part;
		if (
			typeof name === "string" &&
			part.length <= 3 &&
			(format === undefined || typeof format === "string")
		)
			found.add(name);
		for (const one of typeof branches === "object" && branches ? Object.values(branches) : [])
			walkAll(one);
	};
	const walkAll = (parts: unknown): void => {
		if (Array.isArray(parts)) for (const part of parts) walk(part);
	};
	walkAll(compileMessage(message));
	return [...found].sort();
}

describe.each(files)("the catalogue %s", (file) => {
	const en = catalogue("en", file);
	const zh = catalogue("zh", file);

	it("says the same in both languages, in the same order", () => {
		expect(Object.keys(zh)).toEqual(Object.keys(en));
		for (const [id, text] of Object.entries({ ...en, ...zh }))
			expect([id, text.trim()]).not.toEqual([id, ""]);
	});

	it("takes no value in Chinese that it does not take in English", () => {
		for (const [id, text] of Object.entries(zh))
			for (const name of placeholders(text))
				expect([id, ...placeholders(en[id] ?? "")]).toContain(name);
	});

	it("is in Chinese where it is said to be", () => {
		const latin = Object.entries(zh).filter(([, text]) => !/[\p{Script=Han}]/u.test(text));
		// Punctuation and bare values are alike in both.
		expect(latin.filter(([, text]) => /[A-Za-z]/.test(text.replace(/\{\w+\}/g, "")))).toEqual([]);
	});

	it("has no message that nothing says", () => {
		const isSaid = (id: string) => {
			// Ids that are put together begin with a literal: t(`kind.${kind}`).
			const prefixes = id.split(".").map((_, index, parts) => parts.slice(0, index + 1).join("."));
			return (
				sources.includes(`"${id}"`) ||
				prefixes.some((prefix) => sources.includes(`\`${prefix}.\${`))
			);
		};
		expect(Object.keys(en).filter((id) => !isSaid(id))).toEqual([]);
	});
});

it("every page's catalogue stands in both languages and in ids.ts", () => {
	expect(readdirSync(join(CONSOLE, "words/zh"))).toEqual(files);
	const ids = readFileSync(join(CONSOLE, "words/ids.ts"), "utf8");
	for (const file of files) expect(ids).toContain(`"./en/${file}"`);
});
