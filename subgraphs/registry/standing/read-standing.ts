import type { Database } from "../../../shared/database/database.ts";
import { badInput } from "../../../shared/errors.ts";
import type { PartnerRow } from "../database/rows.ts";
import { quotaOf } from "../partner/rules.ts";
import { subgraphRows } from "../subgraph/queries.ts";
import { dayBefore, isDay } from "../usage/rules.ts";
import { countedDays } from "./queries.ts";
import { added, BUDGET_DAYS, budgetOf, figuresOf, NONE } from "./rules.ts";
import type { SubgraphStanding } from "./type.ts";

/** Throws BAD_USER_INPUT where a period is none. */
export function checkPeriod(from: string, to: string): void {
	for (const [name, day] of Object.entries({ from, to }))
		if (!isDay(day)) throw badInput(name, `"${day}" is not a day such as 2026-11-24`);
	if (from > to) throw badInput("from", `${from} is after ${to}`);
}

/** How each of a partner's subgraphs does: in a period by version and day, and what is left of its budgets. */
export async function readStanding(
	database: Database,
	partner: PartnerRow,
	{ from, to }: { from: string; to: string },
): Promise<SubgraphStanding[]> {
	const names = (await subgraphRows(database, { partnerIds: [partner.id] })).map(({ id }) => id);
	const now = new Date();
	const budgetFrom = dayBefore(now, BUDGET_DAYS - 1);
	const [days, lately] = await Promise.all([
		countedDays(database, names, from, to),
		countedDays(database, names, budgetFrom, dayBefore(now, 0)),
	]);
	const { requestsPerMinute } = quotaOf(JSON.parse(partner.quota));
	return names.map((name) => {
		const mine = days.filter(({ subgraph }) => subgraph === name);
		const total = mine.reduce(added, NONE);
		const recent = lately.filter(({ subgraph }) => subgraph === name).reduce(added, NONE);
		return {
			subgraph: name,
			from,
			to,
			...figuresOf(total),
			days: mine.map((one) => ({ version: one.version, day: one.day, ...figuresOf(one) })),
			budget: budgetOf(recent, requestsPerMinute),
		};
	});
}
