import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { namespaceOf, slugFault } from "../../../subgraphs/registry/partner/rules.ts";
import { type Language, templateOf } from "./assets.ts";
import { wrongUse } from "./failure.ts";

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Placeholders of the templates, which also run unchanged, and their replacements. */
function replacements(id: string, name: string): Array<[string, string]> {
	const namespace = namespaceOf(id);
	return [
		["my-college", id],
		["my_college", id.replaceAll("-", "_")],
		["myCollege", namespace],
		["MyCollege", capital(namespace)],
		["My College", name],
	];
}

const IGNORED = new Set(["node_modules", "__pycache__", ".pytest_cache", "package-lock.json"]);

/** Written here because npm omits a file of this name from the package. Excludes the private key above all. */
const GIT_IGNORED = "key*.json\n!key*.public.json\nnode_modules/\n.venv/\n__pycache__/\n";

/** Writes a template for a partner into a new or empty folder. */
export function init(options: {
	id: string;
	language: Language;
	name?: string;
	into?: string;
}): void {
	const { id, language, into = id } = options;
	const [fault] = slugFault("id", id);
	if (fault) throw wrongUse(`id: ${fault.message}`);
	const { name = id.split("-").map(capital).join(" ") } = options;
	if (/["\\\r\n]/.test(name))
		throw wrongUse("--name: it must contain no quotes, backslashes or line breaks");
	if (existsSync(into) && readdirSync(into).length > 0)
		throw wrongUse(`--into: ${into} is not empty; name a new folder`);
	cpSync(templateOf(language), into, {
		recursive: true,
		filter: (file) => !IGNORED.has(basename(file)),
	});
	const words = replacements(id, name);
	for (const file of readdirSync(into, { recursive: true, encoding: "utf8" })) {
		const path = join(into, file);
		if (!statSync(path).isFile()) continue;
		const text = words.reduce(
			(text, [from, to]) => text.replaceAll(from, () => to),
			readFileSync(path, "utf8"),
		);
		writeFileSync(path, text);
	}
	writeFileSync(join(into, ".gitignore"), GIT_IGNORED);
	console.log(`Created a subgraph in ${language} in ${into}; its README.md says how to run it.`);
}
