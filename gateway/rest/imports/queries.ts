import sql from "sql-template-tag";
import { In } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { lock } from "../../../shared/database/lock.ts";
import { readerIn, runIn } from "../../../shared/database/reader-in.ts";
import { FailedFileRow, FailedPartRow } from "./database.ts";

const partId = (file: string, part: number) => `${file}/${part}`;

type Found = Pick<FailedFileRow, "id" | "owner" | "parts">;
type Age = { id: string; size: number; createdAt: number; kept: boolean };

/** Files are removed in so many at a time, so that no transaction holds others up for long. */
const AT_ONCE = 20;

/** Every statement about failed rows of imports. Times are seconds since 1970. */
export function failedRowsQueries(database: Database) {
	async function remove(ids: string[]): Promise<void> {
		for (let at = 0; at < ids.length; at += AT_ONCE) {
			const some = ids.slice(at, at + AT_ONCE);
			await database.write(async (manager) => {
				await manager.delete(FailedPartRow, { file_id: In(some) });
				await manager.delete(FailedFileRow, { id: In(some) });
			});
		}
	}

	return {
		remove,
		/** Adds a part to a file that is being written; its first part makes the file. */
		async addPart(file: string, part: number, content: string, now: number): Promise<void> {
			await database.write(async (manager) => {
				if (part === 0)
					await manager.insert(FailedFileRow, {
						...{ id: file, batch_id: null, owner: null, size: 0, parts: 0, created_at: now },
					});
				await manager.insert(FailedPartRow, { id: partId(file, part), file_id: file, content });
				await runIn(
					manager,
					sql`UPDATE failed_files SET size = size + ${content.length}, parts = ${part + 1} WHERE id = ${file}`,
				);
			});
		},
		/** The files of a batch, of which there is one at most. */
		ofBatch: (batch: string): Promise<Found[]> =>
			database.read<Found>(
				sql`SELECT f.id, f.owner, f.parts FROM failed_files f WHERE f.batch_id = ${batch}`,
			),
		/** Makes `file` the one of a batch, in place of the one before; without a file there is none then. False if it is another owner's. */
		replace(batch: string, owner: string, file: string | undefined, now: number): Promise<boolean> {
			return database.write(async (manager) => {
				await lock(manager, `imports.${batch}`);
				const before = await readerIn(manager).read<Found>(
					sql`SELECT f.id, f.owner, f.parts FROM failed_files f WHERE f.batch_id = ${batch}`,
				);
				if (before.some((one) => one.owner !== owner)) return false;
				const ids = before.map(({ id }) => id);
				await manager.delete(FailedPartRow, { file_id: In(ids) });
				await manager.delete(FailedFileRow, { id: In(ids) });
				if (file)
					await manager.update(
						FailedFileRow,
						{ id: file },
						{ batch_id: batch, owner, created_at: now },
					);
				return true;
			});
		},
		async part(file: string, part: number): Promise<string | undefined> {
			const [row] = await database.read<{ content: string }>(
				sql`SELECT p.content FROM failed_parts p WHERE p.id = ${partId(file, part)}`,
			);
			return row?.content;
		},
		/** All files, the newest first. */
		async ages(): Promise<Age[]> {
			const rows = await database.read<FailedFileRow>(
				sql`SELECT f.id, f.batch_id, f.size, f.created_at FROM failed_files f ORDER BY f.created_at DESC, f.id DESC`,
			);
			return rows.map(({ id, size, created_at, batch_id }) => ({
				...{ id, size, createdAt: created_at, kept: batch_id !== null },
			}));
		},
	};
}

export type FailedRowsQueries = ReturnType<typeof failedRowsQueries>;
