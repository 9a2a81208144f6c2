import type { EntityManager, ObjectLiteral } from "typeorm";

const SLICE = 200;

type Written<T> = {
	created: number;
	updated: number;
	unchanged: number;
	written: Array<{ before: T | null; after: T }>;
};

function same(one: unknown, other: unknown): boolean {
	const plain = (value: unknown) => (typeof value === "boolean" ? Number(value) : (value ?? null));
	return plain(one) === plain(other);
}

/** Whether somebody has changed a record since it was loaded: the seed data then leaves it as it is. */
function touched(row: ObjectLiteral): boolean {
	const { revision = 1, merged_into = null, sme_id, logged_sme_id } = row;
	return revision > 1 || merged_into !== null || sme_id !== logged_sme_id;
}

/**
 * Inserts rows whose `id` is new, updates those that differ, leaves the others and those that somebody has
 * changed; says how many of each, and which rows it wrote.
 */
export async function upsertRows<T extends ObjectLiteral & { id: string }>(
	manager: EntityManager,
	Row: new () => T,
	rows: T[],
): Promise<Written<T>> {
	const counts: Written<T> = { created: 0, updated: 0, unchanged: 0, written: [] };
	const name = manager.connection.getMetadata(Row).tableName;
	for (let start = 0; start < rows.length; start += SLICE) {
		const slice = rows.slice(start, start + SLICE);
		const stored = await manager
			.createQueryBuilder(Row, name)
			.whereInIds(slice.map((row) => row.id))
			.getMany();
		const byId = new Map(stored.map((row) => [row.id, row]));
		const fresh = slice.filter((row) => !byId.has(row.id));
		const changed = slice.filter((row) => {
			const old = byId.get(row.id);
			if (!old || touched(old)) return false;
			return Object.keys(row).some((column) => !same(old[column], row[column]));
		});
		if (fresh.length > 0) await manager.insert(Row, fresh as never);
		for (const row of changed) await manager.update(Row, { id: row.id } as never, row as never);
		counts.written.push(
			...[...fresh, ...changed].map((row) => ({ before: byId.get(row.id) ?? null, after: row })),
		);
		counts.created += fresh.length;
		counts.updated += changed.length;
		counts.unchanged += slice.length - fresh.length - changed.length;
	}
	return counts;
}
