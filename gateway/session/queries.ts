import sql from "sql-template-tag";
import { LessThanOrEqual } from "typeorm";
import type { Database } from "../../shared/database/database.ts";
import { lock } from "../../shared/database/lock.ts";
import { readerIn } from "../../shared/database/reader-in.ts";
import { SessionRow } from "./database.ts";

type Kept = Pick<SessionRow, "id" | "sealed" | "generation" | "expires_at">;

/** Every statement about sessions. `now` is in seconds since 1970. */
export function sessionQueries(database: Database) {
	return {
		async find(id: string, now: number): Promise<Kept | undefined> {
			const [row] = await database.read<Kept>(
				sql`SELECT id, sealed, generation, expires_at FROM sessions WHERE id = ${id} AND expires_at > ${now}`,
			);
			return row;
		},
		/** Stores a session in place of `before`, and forgets those that have ended. */
		async add(row: Kept, before: string | undefined, now: number): Promise<void> {
			await database.write(async (manager) => {
				await manager.delete(SessionRow, { expires_at: LessThanOrEqual(now) });
				if (before) await manager.delete(SessionRow, { id: before });
				await manager.insert(SessionRow, { ...row, refreshing_until: null });
			});
		},
		async remove(id: string): Promise<void> {
			await database.write((manager) => manager.delete(SessionRow, { id }));
		},
		/** True if the caller alone may now replace the tokens of this generation, until `until`. */
		claim(id: string, generation: number, now: number, until: number): Promise<boolean> {
			return database.write(async (manager) => {
				await lock(manager, "sessions");
				const [free] = await readerIn(manager).read(
					sql`SELECT id FROM sessions WHERE id = ${id} AND generation = ${generation} AND (refreshing_until IS NULL OR refreshing_until <= ${now})`,
				);
				if (free) await manager.update(SessionRow, { id }, { refreshing_until: until });
				return free !== undefined;
			});
		},
		/** Gives a claim back without new tokens. */
		async release(id: string, generation: number): Promise<void> {
			await database.write((manager) =>
				manager.update(SessionRow, { id, generation }, { refreshing_until: null }),
			);
		},
		async replace(id: string, generation: number, sealed: string): Promise<void> {
			await database.write((manager) =>
				manager.update(
					SessionRow,
					{ id, generation },
					{ sealed, generation: generation + 1, refreshing_until: null },
				),
			);
		},
	};
}

export type SessionQueries = ReturnType<typeof sessionQueries>;
