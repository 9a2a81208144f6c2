import type { EntityManager, ObjectLiteral } from "typeorm";

const BATCH_SIZE = 200;

/** Result of a load by table. */
export type Counts = Record<string, { created: number; updated: number; unchanged: number }>;

type Written<T> = {
	created: number;
	updated: number;
	unchanged: number;
	written: Array<{ before: T | null; after: T }>;
};

function isEqual(one: unknown, other: unknown): boolean {
	const plain = (value: unknown) => (typeof value === "boolean" ? Number(value) : (value ?? null));
	return plain(one) === plain(other);
}

/** True if somebody changed a record since it was loaded; the seed data does not overwrite it. */
function isEdited(row: ObjectLiteral): boolean {
	const { revision = 1, merged_into = null, sme_id, logged_sme_id } = row;
	return revision > 1 || merged_into !== null || sme_id !== logged_sme_id;
}

/**
 * Inserts rows with a new `id` and updates rows that differ, except those that somebody changed. Returns the counts and
 * the written rows.
 */
export async function upsertRows<T extends ObjectLiteral & { id: string }>(
	manager: EntityManager,
	Row: new () => T,
	rows: T[],
): Promise<Written<T>> {
	const counts: Written<T> = { created: 0, updated: 0, unchanged: 0, written: [] };
	const name = manager.connection.getMetadata(Row).tableName;
	for (let start = 0; start < rows.length; start += BATCH_SIZE) {
		const batch = rows.slice(start, start + BATCH_SIZE);
		const stored = await manager
			.createQueryBuilder(Row, name)
			.whereInIds(batch.map((row) => row.id))
			.getMany();
		const byId = new Map(stored.map((row) => [row.id, row]));
		const newRows = batch.filter((row) => !byId.has(row.id));
		const changed = batch.filter((row) => {
			const existing = byId.get(row.id);
			if (!existing || isEdited(existing)) return false;
			return Object.keys(row).some((column) => !isEqual(existing[column], row[column]));
		});
		if (newRows.length > 0) await manager.insert(Row, newRows as never);
		for (const row of changed) await manager.update(Row, { id: row.id } as never, row as never);
		counts.written.push(
			...[...newRows, ...changed].map((row) => ({ before: byId.get(row.id) ?? null, after: row })),
		);
		counts.created += newRows.length;
		counts.updated += changed.length;
		counts.unchanged += batch.length - newRows.length - changed.length;
	}
	return counts;
}
