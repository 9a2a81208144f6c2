import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Counted } from "./rules.ts";

type DayRow = {
	id: string;
	subgraph: string;
	version: number;
	day: string;
	calls: number;
	faults: number;
	busiest_minute: number;
};

export type CountedDay = Counted & { subgraph: string; version: number; day: string };

/** Calls to subgraphs by version and day, the oldest day first; both days are part of it. */
export async function countedDays(
	database: Database,
	subgraphs: readonly string[],
	from: string,
	to: string,
): Promise<CountedDay[]> {
	const days = await database.read<DayRow>(
		sql`SELECT c.id, c.subgraph, c.version, c.day, c.calls, c.faults, c.busiest_minute FROM call_days c WHERE ${sqlIn("c.subgraph", subgraphs)} AND c.day >= ${from} AND c.day <= ${to} ORDER BY c.day, c.subgraph, c.version`,
	);
	const latencies = await database.read<{ day_id: string; bound: number; calls: number }>(
		sql`SELECT l.day_id, l.bound, l.calls FROM call_latencies l JOIN call_days c ON c.id = l.day_id WHERE ${sqlIn("c.subgraph", subgraphs)} AND c.day >= ${from} AND c.day <= ${to}`,
	);
	const buckets = new Map(days.map(({ id }) => [id, new Map<number, number>()]));
	for (const { day_id, bound, calls } of latencies)
		buckets.get(day_id)?.set(Number(bound), Number(calls));
	return days.map(({ id, subgraph, version, day, calls, faults, busiest_minute }) => ({
		subgraph,
		version: Number(version),
		day,
		calls: Number(calls),
		faults: Number(faults),
		busiestMinute: Number(busiest_minute),
		buckets: buckets.get(id) ?? new Map(),
	}));
}
