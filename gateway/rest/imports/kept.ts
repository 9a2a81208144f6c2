import { readFileSync } from "node:fs";
import { open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";

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

/** What is noted of the failed rows of a batch; undefined where there are none, or a full disk cut the note short. */
function noteOf(dir: string, batch: string): { scope: string; file: string } | undefined {
	try {
		return JSON.parse(readFileSync(pathsOf(dir, batch).note, "utf8"));
	} catch (error) {
		const isAbsent = (error as NodeJS.ErrnoException).code === "ENOENT";
		if (isAbsent || error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/**
 * Makes a complete draft the failed rows of a batch, in place of those of an upload before; without a draft those go.
 * Throws where they are somebody else's.
 */
export async function keepRows(
	dir: string,
	batch: string,
	draft: string | undefined,
	viewer: Viewer,
): Promise<void> {
	const { rows, note } = pathsOf(dir, batch);
	const scope = scopeOf(viewer);
	const before = noteOf(dir, batch);
	if (before && before.scope !== scope) throw gone(batch);
	if (draft !== undefined) {
		await writeFile(note, JSON.stringify({ scope, file: rows }));
		await rename(draft, rows);
	} else if (before) {
		await rm(rows, { force: true });
		await rm(note, { force: true });
	}
}

/** Opens the failed rows of a batch for who may see them. Throws NOT_FOUND to all others, and where there are none. */
export async function openRows(dir: string, batch: string, viewer: Viewer): Promise<Readable> {
	const note = /^bat_[0-9a-f]+$/.test(batch) ? noteOf(dir, batch) : undefined;
	if (!note || note.scope !== scopeOf(viewer)) throw gone(batch);
	// Opened before anything is sent, so that a fault is answered as one.
	const file = await open(note.file).catch((error: NodeJS.ErrnoException) => {
		throw error.code === "ENOENT" ? gone(batch) : error;
	});
	return file.createReadStream();
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
