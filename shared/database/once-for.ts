import type { Database } from "./database.ts";

/** Makes something once for each database, and keeps it as long as the database. */
export function onceFor<T>(make: (database: Database) => T): (database: Database) => T {
	const kept = new WeakMap<Database, { made: T }>();
	return (database) => {
		const found = kept.get(database) ?? { made: make(database) };
		kept.set(database, found);
		return found.made;
	};
}
