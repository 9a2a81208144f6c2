import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { HUB_PROGRAM, ROOT } from "./paths.ts";

export const readDoc = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** The shell commands of a document, block by block. */
export const commandsOf = (text: string) =>
	[...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block as string);

/** `npm run --silent hub -- …` without npm's half second of overhead. */
const PRELUDE = `set -e
npm() { shift 4; "${process.execPath}" ${HUB_PROGRAM.map((part) => `"${part}"`).join(" ")} "$@"; }
`;

/** Runs the blocks one after the other in one shell, in an empty folder, against a hub; returns the output of each. */
export async function runCommands(
	blocks: string[],
	hub: { url: string; dataDir: string },
): Promise<string[]> {
	const script = PRELUDE + blocks.join("\necho; echo NEXT\n");
	const { stdout } = await promisify(execFile)(
		"bash",
		["-c", script.replaceAll("http://127.0.0.1:4000", hub.url)],
		{
			cwd: mkdtempSync(join(tmpdir(), "docs-")),
			env: {
				...process.env,
				HUB_DATA_DIR: hub.dataDir,
				LOG_LEVEL: "error",
				TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.json"),
			},
		},
	);
	return stdout.split("\nNEXT\n");
}
