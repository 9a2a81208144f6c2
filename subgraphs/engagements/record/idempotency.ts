import { createHash, randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { onceFor } from "../../../shared/database/once-for.ts";
import { HubError } from "../../../shared/errors.ts";
import { shareKeys } from "../../../shared/share-keys.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import { RequestRow, RevisionRow } from "../database/record-rows.ts";
import { type Answer, answersOf } from "./queries.ts";
import type { Snapshot } from "./revisions.ts";

/** A mutation with the idempotency key that its client chose. */
export type KeyedMutation = { operation: string; key: string | null | undefined; content: unknown };

function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== undefined && inner !== null)
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, inner]) => [key, canonical(inner)]),
	);
}

/** The same text for equal content, whatever the order of fields and whether a field is absent or null. */
export function fingerprintOf({ operation, content }: KeyedMutation): string {
	const digest = createHash("sha256")
		.update(JSON.stringify([operation, canonical(content)]))
		.digest("base64url");
	return `${operation} ${digest}`;
}

/** Keys belong to a center, or to the program office. */
export function requestIdOf(actor: Actor, key: string): string {
	return `${"center" in actor ? actor.center : actor.role}~${key}`;
}

/** The error of a key that was used before; names the mutation and the record that it created or changed. */
export function keyConflict(
	argument: string,
	key: string,
	used: { fingerprint: string; record_id: string | null },
): HubError {
	const [operation] = used.fingerprint.split(" ");
	return new HubError(
		"CONFLICT",
		`${argument}: "${shorten(key)}" was used before, by ${operation} of ${used.record_id}, with other content; use a new one for a new mutation`,
		{ argument, recordId: used.record_id },
	);
}

const shorten = (text: string) => text.slice(0, 60);

/** Throws CONFLICT if a key was used for something else before. */
export function checkSame(
	row: { fingerprint: string; record_id: string | null },
	request: KeyedMutation,
): void {
	if (row.fingerprint !== fingerprintOf(request))
		throw keyConflict("clientMutationId", request.key ?? "", row);
}

/** Finds the answer under a key, in as few statements as can be. */
const findAnswer = onceFor((database) =>
	shareKeys<Answer>(
		async (ids) => new Map((await answersOf(database, ids)).map((row) => [row.id, row])),
	),
);

/** The first answer to this key, if there is one. Throws CONFLICT if the key was used for other content. */
export async function previousAnswer<T extends Snapshot>(
	database: Database,
	actor: Actor,
	request: KeyedMutation,
): Promise<T | undefined> {
	if (!request.key) return undefined;
	const row = await findAnswer(database)(requestIdOf(actor, request.key));
	if (!row) return undefined;
	checkSame(row, request);
	return JSON.parse(row.after);
}

/**
 * Runs `work` in the transaction of `manager` and saves the key with the result: the same key and content gets the
 * first answer, even when sent several times at once.
 */
export async function runIdempotent<T extends Snapshot>(
	manager: EntityManager,
	actor: Actor,
	request: KeyedMutation,
	work: () => Promise<T>,
): Promise<T> {
	if (!request.key) return work();
	const id = requestIdOf(actor, request.key);
	const claim = randomUUID();
	// If another transaction has inserted the key, PostgreSQL waits here until that one ends.
	await manager
		.createQueryBuilder()
		.insert()
		.into(RequestRow)
		.values({ id, fingerprint: fingerprintOf(request), claim, record_id: null, revision: null })
		.orIgnore()
		.execute();
	const row = await manager.findOneByOrFail(RequestRow, { id });
	if (row.claim !== claim) {
		checkSame(row, request);
		const first = await manager.findOneByOrFail(RevisionRow, {
			record_id: row.record_id ?? "",
			revision: row.revision ?? 0,
		});
		return JSON.parse(first.after);
	}
	const done = await work();
	await manager.update(RequestRow, { id }, { record_id: done.id, revision: done.revision });
	return done;
}
