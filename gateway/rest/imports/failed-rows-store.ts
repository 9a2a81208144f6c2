import { randomUUID } from "node:crypto";
import { Readable, Writable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import type { Database, Storage } from "../../../shared/database/database.ts";
import { HubError } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { openImportsDatabase } from "./database.ts";
import { type FailedRowsWriter, failedRowsWriter } from "./failed-rows-writer.ts";
import { type FailedRowsQueries, failedRowsQueries } from "./queries.ts";

const DAY_S = 86_400;
/** Bytes of a file that are kept as one part. */
const PART_BYTES = 256_000;
/** How often old files are removed, beside after each import. */
const SWEEP_MS = 3_600_000;

/** The owner of an import's failed rows: a center, or an office by its role. */
const ownerOf = (viewer: Viewer) => ("center" in viewer ? viewer.center : viewer.role);

const seconds = () => Math.floor(Date.now() / 1000);

const notFound = (batch: string) =>
	new HubError(
		"NOT_FOUND",
		`There are no failed rows of an import "${batch.slice(0, 60)}"; either every row succeeded, or the file was deleted after its retention period`,
	);

/** Keeps what is written to it as parts of a file. */
function partsWriter(queries: FailedRowsQueries, file: string): Writable {
	let chunks: Buffer[] = [];
	let bytes = 0;
	let part = 0;
	async function keep(): Promise<void> {
		if (bytes === 0) return;
		const content = Buffer.concat(chunks).toString("base64");
		chunks = [];
		bytes = 0;
		await queries.addPart(file, part++, content, seconds());
	}
	return new Writable({
		write(chunk: Buffer, _encoding, done) {
			chunks.push(chunk);
			bytes += chunk.length;
			if (bytes < PART_BYTES) done();
			else keep().then(() => done(), done);
		},
		final(done) {
			keep().then(() => done(), done);
		},
	});
}

async function* partsOf(queries: FailedRowsQueries, { id, parts }: { id: string; parts: number }) {
	for (let part = 0; part < parts; part++) {
		const content = await queries.part(id, part);
		// Another import of the same batch has replaced it.
		if (content === undefined) throw new Error("the file was removed while it was sent");
		yield Buffer.from(content, "base64");
	}
}

/** Failed rows that are being written. */
type Draft = FailedRowsWriter & { id: string };

/** The failed rows of imports, in a database, so that each hub can serve them. */
export type FailedRowsStore = {
	draft(): Draft;
	/**
	 * Keeps a draft as the failed rows of a batch in place of those of an earlier upload; without a draft there are none.
	 * Throws NOT_FOUND if they belong to another owner.
	 */
	keep(batch: string, draft: Draft | undefined, viewer: Viewer): Promise<void>;
	/** Opens the failed rows of a batch. Throws NOT_FOUND if there are none or the viewer may not see them. */
	open(batch: string, viewer: Viewer): Promise<Readable>;
	/** Removes files older than `keepDays`, and the oldest ones beyond `keepBytes` in total. Never throws. */
	removeOld(now?: number): Promise<void>;
	/** Resolves where the database can be read and written. */
	check(): Promise<void>;
	close(): Promise<void>;
};

type Kept = Pick<ImportLimits, "keepDays" | "keepBytes">;

export function failedRowsStore(database: Database, limits: Kept, log: Log): FailedRowsStore {
	const queries = failedRowsQueries(database);

	async function removeOld(now = seconds()): Promise<void> {
		try {
			let total = 0;
			const old: string[] = [];
			for (const { id, size, createdAt, kept } of await queries.ages()) {
				total += size;
				const days = kept ? limits.keepDays : 1;
				if (total > limits.keepBytes || createdAt < now - days * DAY_S) old.push(id);
			}
			await queries.remove(old);
		} catch (error) {
			log.error({ err: error }, "old failed rows of imports could not be removed");
		}
	}

	void removeOld();
	const sweep = setInterval(() => void removeOld(), SWEEP_MS).unref();
	return {
		removeOld,
		draft() {
			const id = randomUUID();
			const writer = failedRowsWriter({
				open: () => [createGzip(), partsWriter(queries, id)],
				discard: () => queries.remove([id]),
			});
			return { id, ...writer };
		},
		async keep(batch, draft, viewer) {
			if (!(await queries.replace(batch, ownerOf(viewer), draft?.id, seconds()))) {
				if (draft) await queries.remove([draft.id]);
				throw notFound(batch);
			}
		},
		async open(batch, viewer) {
			const [file] = /^bat_[0-9a-f]+$/.test(batch) ? await queries.ofBatch(batch) : [];
			if (!file || file.owner !== ownerOf(viewer)) throw notFound(batch);
			const unpacked = createGunzip();
			const parts = Readable.from(partsOf(queries, file));
			// An error of the one ends the other, and with it the response.
			parts.on("error", (error) => unpacked.destroy(error));
			unpacked.on("close", () => parts.destroy());
			return parts.pipe(unpacked);
		},
		check: () => database.check(),
		async close() {
			clearInterval(sweep);
			await database.close();
		},
	};
}

/** Opens (and migrates) the failed rows of imports. */
export async function openFailedRows(
	storage: Storage & { log: Log },
	limits: Kept,
): Promise<FailedRowsStore> {
	return failedRowsStore(await openImportsDatabase(storage), limits, storage.log);
}
