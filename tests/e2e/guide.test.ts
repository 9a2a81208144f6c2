import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../bench/processes.ts";
import { ROOT } from "../support/paths.ts";

const guide = readFileSync(join(ROOT, "docs/federate-your-data.md"), "utf8");
const dir = mkdtempSync(join(tmpdir(), "guide-"));
const running: ChildProcess[] = [];
let hubPort: number;
let partnerPort: number;

/** The guide's commands for one of its terminals, block by block. */
const blocksOf = (terminal: number) =>
	[...guide.matchAll(/```sh\n# terminal (\d): [^\n]*\n(.*?)```/gs)]
		.filter(([, number]) => Number(number) === terminal)
		.map(([, , commands]) => commands as string);

/** Stands for what takes minutes: a clone is a copy of these files, an installation from the registry is the one that is here. */
const PRELUDE = `set -e
export REPOSITORY='${ROOT}'
link() { [ -e node_modules ] || ln -s "$REPOSITORY/node_modules" node_modules; }
git() { mv copy "$3"; }
npm() {
	case "$*" in
		ci|install) link ;;
		*) command npm "$@" ;;
	esac
}
throughline-partner() {
	case "$1" in
		init|keygen) command throughline-partner "$@" ;;
		*) command throughline-partner "$@" --hub "$HUB" ;;
	esac
}
`;

/** A terminal in the folder where the guide begins. Ports are free ones in place of 4000 and 4010. */
function terminal(commands: string, port: number): ChildProcess {
	const script = `${PRELUDE}${commands}`
		.replaceAll("127.0.0.1:4000", `127.0.0.1:${hubPort}`)
		.replaceAll("127.0.0.1:4010", `127.0.0.1:${partnerPort}`);
	const global = join(dir, "global");
	const env = {
		...process.env,
		PORT: String(port),
		HUB: `http://127.0.0.1:${hubPort}`,
		npm_config_prefix: global,
		npm_config_offline: "true",
		PATH: `${join(global, "bin")}:${process.env.PATH}`,
	};
	return spawn("bash", ["-c", script], { cwd: dir, env, detached: true });
}

/** Runs commands to their end; what they printed. */
async function run(commands: string): Promise<string> {
	const child = terminal(commands, 0);
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream?.on("data", (chunk) => {
			said += chunk;
		});
	const [code] = await once(child, "close");
	expect([code, code === 0 ? "" : said]).toEqual([0, ""]);
	return said;
}

/** Runs commands, the last of which serves, and waits until it says that it is ready. */
async function serve(commands: string, port: number): Promise<void> {
	const child = terminal(commands, port);
	running.push(child);
	let said = "";
	await new Promise<void>((ready, failed) => {
		for (const stream of [child.stdout, child.stderr])
			stream?.on("data", (chunk) => {
				said += chunk;
				if (/ is ready: /.test(said)) ready();
			});
		child.on("exit", (code) => failed(new Error(`It ended with ${code}: ${said}`)));
	});
}

beforeAll(async () => {
	const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
	for (const file of execFileSync("git", list, { cwd: ROOT, encoding: "utf8" }).split("\0"))
		if (file && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(dir, "copy", file));
	hubPort = await freePort();
	partnerPort = await freePort();
});
afterAll(async () => {
	for (const { pid, exitCode } of running) if (pid && exitCode === null) process.kill(-pid);
});

it("the guide's first ten minutes, as they stand there, lead to the answer that it shows", async () => {
	const [hub = "", ...noMore] = blocksOf(1);
	const [subgraph = ""] = blocksOf(2);
	const mine = blocksOf(3);
	const asking = mine.pop() ?? "";
	expect([noMore, mine.length]).toEqual([[], 3]);
	await serve(hub, hubPort);
	await serve(subgraph, partnerPort);
	await run(mine.join("\n"));
	const answer = /```json\n(.*?)```/s.exec(guide)?.[1] ?? "";
	const told = await run(asking);
	expect(JSON.parse(told)).toEqual(JSON.parse(answer));
}, 480_000);
