import { readFileSync } from "node:fs";
import { open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { ImportLimits } from "../../shared/config-imports.ts";
import { HubError } from "../../shared/errors.ts";
import type { Log } from "../../shared/log.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";

const DAY_MS = 86_400_000;

/** Whose the failed rows of an import are. */
const scopeOf = (viewer: Viewer) => ("center" in viewer ? viewer.center : viewer.role);

const gone = (batch: string) =>
	new HubError(
		"NOT_FOUND",
		`There are no failed rows of an import "${batch.slice(0, 60)}"; they are kept for a time only, and not where every row was taken`,
	);

const pathsOf = (dir: string, batch: string) => ({
	rows: join(dir, `${batch}.csv`),
	note: join(dir, `${batch}.json`),
});

/** Makes a complete draft the failed rows of a batch, in place of those of an upload before. */
export async function keepRows(
	dir: string,
	batch: string,
	draft: string,
	viewer: Viewer,
): Promise<void> {
	const { rows, note } = pathsOf(dir, batch);
	await writeFile(note, JSON.stringify({ scope: scopeOf(viewer), file: rows }));
	await rename(draft, rows);
}

/** Takes away the failed rows of a batch, where there are any. */
export async function forgetRows(dir: string, batch: string): Promise<void> {
	const { rows, note } = pathsOf(dir, batch);
	await rm(rows, { force: true });
	await rm(note, { force: true });
}

/** Opens the failed rows of a batch for who may see them. Throws NOT_FOUND to all others, and where there are none. */
export async function openRows(dir: string, batch: string, viewer: Viewer): Promise<Readable> {
	if (!/^bat_[0-9a-f]+$/.test(batch)) throw gone(batch);
	const missing = (error: NodeJS.ErrnoException) => {
		throw error.code === "ENOENT" ? gone(batch) : error;
	};
	const { note } = pathsOf(dir, batch);
	let told: { scope: string; file: string };
	try {
		told = JSON.parse(readFileSync(note, "utf8"));
	} catch (error) {
		return missing(error as NodeJS.ErrnoException);
	}
	if (told.scope !== scopeOf(viewer)) throw gone(batch);
	// Opened before anything is sent, so that a fault is answered as one.
	return (await open(told.file).catch(missing)).createReadStream();
}

/** Removes files of imports that are too old and, the oldest first, those that are too many. Never throws. */
export async function removeOld(
	dir: string,
	{ keepDays, keepBytes }: Pick<ImportLimits, "keepDays" | "keepBytes">,
	log: Log,
	now = Date.now(),
): Promise<void> {
	try {
		const names = await readdir(dir).catch(() => []);
		const files = [];
		for (const name of names) {
			const path = join(dir, name);
			const found = await stat(path).catch(() => undefined);
			if (found?.isFile()) files.push({ path, size: found.size, at: found.mtimeMs });
		}
		let total = 0;
		for (const { path, size, at } of files.sort((one, other) => other.at - one.at)) {
			total += size;
			if (total > keepBytes || at < now - keepDays * DAY_MS) await rm(path, { force: true });
		}
	} catch (error) {
		log.error({ err: error }, "old files of imports could not be removed");
	}
}
