import { readFileSync } from "node:fs";
import { open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";

const DAY_MS = 86_400_000;

/** The owner of an import's failed rows: a center, or an office by its role. */
const ownerOf = (viewer: Viewer) => ("center" in viewer ? viewer.center : viewer.role);

const notFound = (batch: string) =>
	new HubError(
		"NOT_FOUND",
		`There are no failed rows of an import "${batch.slice(0, 60)}"; either every row succeeded, or the file was deleted after its retention period`,
	);

const pathsOf = (dir: string, batch: string) => ({
	rows: join(dir, `${batch}.csv`),
	metadata: join(dir, `${batch}.json`),
});

/** Metadata of a batch's failed rows; undefined if there are none, or if a full disk truncated the metadata. */
function readMetadata(dir: string, batch: string): { scope: string; file: string } | undefined {
	try {
		return JSON.parse(readFileSync(pathsOf(dir, batch).metadata, "utf8"));
	} catch (error) {
		const isAbsent = (error as NodeJS.ErrnoException).code === "ENOENT";
		if (isAbsent || error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/**
 * Stores `draft` as the failed rows of a batch and replaces those of an earlier upload; without a draft they are deleted.
 * Throws NOT_FOUND if they belong to another owner.
 */
export async function storeFailedRows(
	dir: string,
	batch: string,
	draft: string | undefined,
	viewer: Viewer,
): Promise<void> {
	const { rows, metadata } = pathsOf(dir, batch);
	const scope = ownerOf(viewer);
	const before = readMetadata(dir, batch);
	if (before && before.scope !== scope) throw notFound(batch);
	if (draft !== undefined) {
		await writeFile(metadata, JSON.stringify({ scope, file: rows }));
		await rename(draft, rows);
	} else if (before) {
		await rm(rows, { force: true });
		await rm(metadata, { force: true });
	}
}

/** Opens the failed rows of a batch. Throws NOT_FOUND if there are none or the viewer may not see them. */
export async function openFailedRows(
	dir: string,
	batch: string,
	viewer: Viewer,
): Promise<Readable> {
	const metadata = /^bat_[0-9a-f]+$/.test(batch) ? readMetadata(dir, batch) : undefined;
	if (!metadata || metadata.scope !== ownerOf(viewer)) throw notFound(batch);
	// Open before responding, so that a failure can still be reported as an error.
	const file = await open(metadata.file).catch((error: NodeJS.ErrnoException) => {
		throw error.code === "ENOENT" ? notFound(batch) : error;
	});
	return file.createReadStream();
}

/** Deletes files older than `keepDays`, and the oldest files beyond `keepBytes` in total. Never throws. */
export async function removeOldFiles(
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
