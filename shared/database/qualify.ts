import { LRUCache } from "lru-cache";

/** Texts kept, and characters of them. */
const KEPT = { max: 500, maxSize: 2_000_000 };

/**
 * Writes the schema before each of its tables in a statement. Statements name tables as SQLite has them; a
 * `search_path` would be a state of the session, which a pooler such as PgBouncer does not keep between transactions.
 */
export function qualifierOf(schema: string, tables: readonly string[]): (text: string) => string {
	const kept = new LRUCache<string, string>({
		...KEPT,
		sizeCalculation: (_, text) => text.length || 1,
	});
	const names = new RegExp(
		`\\b(FROM|JOIN|INTO|UPDATE)(\\s+)"?(${tables.join("|")})"?(?![\\w."(])`,
		"gi",
	);
	return (text) => {
		let qualified = kept.get(text);
		if (qualified === undefined) {
			qualified = text.replace(names, `$1$2"${schema}"."$3"`);
			kept.set(text, qualified);
		}
		return qualified;
	};
}
