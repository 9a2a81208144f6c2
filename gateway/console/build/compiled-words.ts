import { readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/** Compiles the catalogues in `words/`, so that browsers do not parse messages. */
export function compiledWords(): Plugin {
	return {
		name: "compiled-words",
		enforce: "pre",
		load(id) {
			const [path = ""] = id.split("?");
			if (!/\/words\/\w+\/[\w-]+\.json$/.test(path)) return undefined;
			const words: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
			const compiled = Object.entries(words).map(([key, text]) => [key, compileMessage(text)]);
			return JSON.stringify(Object.fromEntries(compiled));
		},
	};
}
