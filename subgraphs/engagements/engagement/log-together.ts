import type { EntityManager } from "typeorm";
import { onceFor } from "../../../shared/database/once-for.ts";
import { readerIn } from "../../../shared/database/reader-in.ts";
import type { Tier } from "../../../shared/entitlement-level.ts";
import type { EngagementRow } from "../database/rows.ts";
import { sightOf } from "../policy.ts";
import { type Joining, togetherOf } from "../record/together.ts";
import { readRoots } from "../sme/root.ts";
import type { Details } from "./fields.ts";
import { readQuarters } from "./repository.ts";
import { dateColumns } from "./rules.ts";

/** What was checked of an engagement that is to be logged. */
export type Logging = { smeId: string; details: Details; tiers: Tier[] };
type Joined = Pick<Joining<Logging, EngagementRow>, "transaction" | "checked">;

/** Reads the manufacturers of the engagements, and the quarters in which they are. */
async function readAhead(manager: EntityManager, all: Joined[]): Promise<void> {
	const reader = readerIn(manager);
	const bySight = new Map<string, Joined[]>();
	for (const one of all) {
		const sight = JSON.stringify(sightOf(one.transaction.actor));
		bySight.set(sight, [...(bySight.get(sight) ?? []), one]);
	}
	const roots = [...bySight.values()].map((same) =>
		readRoots(
			reader,
			same.map(({ transaction, checked: { smeId } }) => ({ transaction, smeId })),
		),
	);
	const quarters = readQuarters(
		reader,
		all.map(({ transaction, checked: { details } }) => ({
			transaction,
			row: { center_id: details.centerId ?? null, ...dateColumns(details.startedOn ?? null) },
		})),
	);
	await Promise.all([...roots, quarters]);
}

/** Logs engagements that wait at the same time in one transaction. */
export const logTogether = onceFor(() => togetherOf<Logging, EngagementRow>(readAhead));
