import sql from "sql-template-tag";
import { type EntityManager, In, LessThan } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { lock } from "../../../shared/database/lock.ts";
import { runIn } from "../../../shared/database/reader-in.ts";
import type { CallCount } from "../../../shared/registry.ts";
import { CallDayRow, CallLatencyRow } from "../database/count-rows.ts";
import { SubgraphRow } from "../database/rows.ts";
import { dayBefore } from "../usage/rules.ts";
import { CALLS_KEPT_DAYS } from "./rules.ts";

async function addDay(manager: EntityManager, id: string, counted: CallCount): Promise<void> {
	const { subgraph, version, day, calls, faults, busiestMinute: busiest } = counted;
	await runIn(
		manager,
		sql`INSERT INTO call_days (id, subgraph, version, day, calls, faults, busiest_minute) VALUES (${id}, ${subgraph}, ${version}, ${day}, ${calls}, ${faults}, ${busiest}) ON CONFLICT (id) DO UPDATE SET calls = call_days.calls + excluded.calls, faults = call_days.faults + excluded.faults, busiest_minute = CASE WHEN excluded.busiest_minute > call_days.busiest_minute THEN excluded.busiest_minute ELSE call_days.busiest_minute END`,
	);
	for (const [bound, within] of Object.entries(counted.buckets))
		await runIn(
			manager,
			sql`INSERT INTO call_latencies (id, day_id, bound, calls) VALUES (${`${id}~${bound}`}, ${id}, ${Number(bound)}, ${within}) ON CONFLICT (id) DO UPDATE SET calls = call_latencies.calls + excluded.calls`,
		);
}

async function forget(manager: EntityManager, before: string): Promise<void> {
	const old = await manager.find(CallDayRow, {
		select: { id: true },
		where: { day: LessThan(before) },
		take: 200,
	});
	if (old.length === 0) return;
	const ids = old.map(({ id }) => id);
	await manager.delete(CallLatencyRow, { day_id: In(ids) });
	await manager.delete(CallDayRow, { id: In(ids) });
}

/** Adds what a gateway counted to what all have; forgets days that are long past. */
export async function recordCalls(
	database: Database,
	counted: readonly CallCount[],
	now = new Date(),
): Promise<void> {
	if (counted.length === 0) return;
	await database.write(async (manager) => {
		await lock(manager, "calls");
		await forget(manager, dayBefore(now, CALLS_KEPT_DAYS));
		for (const one of counted)
			if (await manager.existsBy(SubgraphRow, { id: one.subgraph }))
				await addDay(manager, `${one.subgraph}~${one.version}~${one.day}`, one);
	});
}
