import { LRUCache } from "lru-cache";

/** A statement that was run so often gets a name. */
const OFTEN = 3;
/** Texts whose runs are counted. */
const COUNTED = { max: 2000, maxSize: 4_000_000 };
/** PostgreSQL keeps a plan for each name until its connection ends. */
const MOST = 400;
/** A longer text is planned each time. */
const LONGEST = 20_000;
/** Of these a plan would be outdated as soon as a newer hub added a column; what only counts names none. */
const ALL_COLUMNS = /\b(SELECT|RETURNING) \*|\w\.\*/;

/** SQLSTATE of a plan whose tables have other columns now, and of a name that the server does not know. */
const OUTDATED = /^(0A000|26000)$/;

/** The plan of a statement is outdated since its tables were changed. */
export class PlanOutdated extends Error {
	readonly code = "HUB_PLAN_OUTDATED";
}

/**
 * Names for statements that are run often: PostgreSQL plans one with a name a few times for each connection and then
 * keeps its plan, where one without is planned each time, which takes longer than to run it. `schema`: where its tables are.
 */
export function planNames() {
	const runs = new LRUCache<string, number>({
		...COUNTED,
		sizeCalculation: (_, text) => text.length,
	});
	const names = new Map<string, string>();
	let next = 0;
	return {
		of(schema: string, text: string): string | undefined {
			const key = `${schema} ${text}`;
			const name = names.get(key);
			if (name !== undefined || names.size === MOST || text.length > LONGEST) return name;
			const count = (runs.get(key) ?? 0) + 1;
			if (count < OFTEN || ALL_COLUMNS.test(text)) {
				runs.set(key, count);
				return undefined;
			}
			runs.delete(key);
			const made = `hub_${++next}`;
			names.set(key, made);
			return made;
		},
		/** What the failure of a statement with a name is; where its plan is outdated, all are made anew, under other names. */
		faultOf(error: unknown): unknown {
			if (!OUTDATED.test((error as { code?: string }).code ?? "")) return error;
			names.clear();
			return new PlanOutdated("The plan of a statement is outdated", { cause: error });
		},
	};
}
