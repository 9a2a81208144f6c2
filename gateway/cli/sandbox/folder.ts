import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** The file that makes a folder a sandbox; it is written last. */
const MARK = "sandbox.json";
const ASIDE = /\.(making|removing)-(\d+)$/;

export type FolderState = "ABSENT" | "SANDBOX" | "OTHER";

/** What a folder is: a complete sandbox, something else, or not there (or empty). */
export function stateOf(dir: string): FolderState {
	if (existsSync(join(dir, MARK))) return "SANDBOX";
	return existsSync(dir) && readdirSync(dir).length > 0 ? "OTHER" : "ABSENT";
}

/** Throws if a folder is a sandbox: real records are never kept beside made-up ones. */
export function refuseSandbox(dataDir: string): void {
	if (stateOf(dataDir) === "SANDBOX")
		throw new Error(
			`HUB_DATA_DIR: ${dataDir} is a sandbox, with made-up records, which are never mixed with real ones; open it with npm start -- --sandbox, or choose another folder`,
		);
}

/** Throws if a folder contains what no sandbox made. */
export function refuseOther(dir: string): void {
	if (stateOf(dir) === "OTHER")
		throw new Error(
			`HUB_SANDBOX_DIR: ${dir} is not a sandbox but contains files, perhaps real records, which are never mixed with made-up ones; nothing was changed. Choose an empty folder`,
		);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/** Removes what starts left that were killed while they made or removed a sandbox. */
export function removeLeftovers(dir: string): void {
	const above = dirname(dir);
	if (!existsSync(above)) return;
	for (const name of readdirSync(above)) {
		const pid = ASIDE.exec(name)?.[2];
		const isOurs = pid !== undefined && name.replace(ASIDE, "") === basename(dir);
		if (isOurs && !isRunning(Number(pid))) rmSync(join(above, name), { recursive: true });
	}
}

/** Removes a sandbox: a kill in the middle leaves nothing that looks like one. */
export function removeSandbox(dir: string): void {
	refuseOther(dir);
	if (stateOf(dir) === "ABSENT") return;
	const aside = `${dir}.removing-${process.pid}`;
	renameSync(dir, aside);
	rmSync(aside, { recursive: true });
}

/** Makes a sandbox with `fill`, which is given an empty folder beside it: `dir` appears when all is there, or not at all. */
export async function makeSandbox(
	dir: string,
	fill: (into: string) => Promise<void>,
): Promise<void> {
	refuseOther(dir);
	const aside = `${dir}.making-${process.pid}`;
	mkdirSync(aside, { recursive: true, mode: 0o700 });
	try {
		await fill(aside);
		writeFileSync(join(aside, MARK), JSON.stringify({ kind: "SYNTHETIC" }));
		if (existsSync(dir)) rmSync(dir, { recursive: true });
		renameSync(aside, dir);
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}

/** What a start of the sandbox keeps for the next one. */
export type Kept = {
	/** The hub that has it open. */
	running?: { pid: number; url: string };
	/** Where the example of a partner listened. */
	partnerPort?: number;
};

const KEPT = "sandbox-start.json";

export function readKept(dir: string): Kept {
	const file = join(dir, KEPT);
	return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

export function keep(dir: string, more: Kept): void {
	const file = join(dir, KEPT);
	writeFileSync(`${file}.new`, JSON.stringify({ ...readKept(dir), ...more }));
	renameSync(`${file}.new`, file);
}

/** Throws if another process has the sandbox open: it would lose its files, or two would write them. */
export async function refuseRunning(dir: string): Promise<void> {
	const { running } = readKept(dir);
	if (!running || running.pid === process.pid || !isRunning(running.pid)) return;
	// Another program may have got the number since.
	const isHub = await fetch(`${running.url}/health/live`, {
		signal: AbortSignal.timeout(2000),
	}).then(
		(answer) => answer.ok,
		() => false,
	);
	if (isHub)
		throw new Error(
			`The sandbox is open already, at ${running.url}; use that one, or stop it first (process ${running.pid})`,
		);
}
