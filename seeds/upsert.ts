import type { EntityManager, ObjectLiteral } from "typeorm";

const SLICE = 200;

function same(one: unknown, other: unknown): boolean {
	const plain = (value: unknown) => (typeof value === "boolean" ? Number(value) : (value ?? null));
	return plain(one) === plain(other);
}

/** Inserts rows whose `id` is new, updates those that differ, leaves the others; says how many of each. */
export async function upsertRows<T extends ObjectLiteral & { id: string }>(
	manager: EntityManager,
	Row: new () => T,
	rows: T[],
): Promise<{ created: number; updated: number; unchanged: number }> {
	const counts = { created: 0, updated: 0, unchanged: 0 };
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
			return old && Object.keys(row).some((column) => !same(old[column], row[column]));
		});
		if (fresh.length > 0) await manager.insert(Row, fresh as never);
		for (const row of changed) await manager.update(Row, { id: row.id } as never, row as never);
		counts.created += fresh.length;
		counts.updated += changed.length;
		counts.unchanged += slice.length - fresh.length - changed.length;
	}
	return counts;
}
