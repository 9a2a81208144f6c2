import type { DecisionFieldsFragment } from "../../graphql/graphql.ts";
import type { Sent } from "../../graphql/sent.ts";
import type { Waiting } from "./worklist.ts";

export type Choice = "APPROVE" | "RETURN";
/** UNDO: what was returned waits again. */
type Move = Choice | "UNDO";

/** A reason, and the field that it is about; "" where it is about the record as a whole. */
export type Why = { reason: string; about: string };
export const NO_REASON: Why = { reason: "", about: "" };

type Seen = { id: string; revision: number; reason?: string; about?: string };

/** What is decided, in parts that are sent one by one; each with its key, by which the hub does it once. */
export type Run = {
	move: Move;
	why: Why;
	batches: ReadonlyArray<{ key: string; records: Seen[] }>;
};

/** Few enough to be answered soon, so that the progress is seen and stopping stops. */
export const BATCH = 25;

/** What to send for some records: each with its own reason, where it has one. */
export function runOf(
	move: Move,
	records: ReadonlyArray<{ id: string; revision: number }>,
	why: Why = NO_REASON,
	own: ReadonlyMap<string, Why> = new Map(),
	key: string = crypto.randomUUID(),
): Run {
	const seen = records.map(({ id, revision }): Seen => {
		const { reason, about } = own.get(id) ?? NO_REASON;
		if (!reason.trim()) return { id, revision };
		return { id, revision, reason: reason.trim(), ...(about && { about }) };
	});
	const batches = [];
	for (let at = 0; at < seen.length; at += BATCH)
		batches.push({ key: `${key}-${at}`, records: seen.slice(at, at + BATCH) });
	return { move, why: { reason: why.reason.trim(), about: why.about }, batches };
}

/** Which records have no reason although they need one. */
export const withoutReason = (
	choice: Choice,
	records: readonly Waiting[],
	why: Why,
	own: ReadonlyMap<string, Why>,
): Waiting[] =>
	why.reason.trim()
		? []
		: records.filter(
				({ id, late }) => (choice === "RETURN" || late) && !own.get(id)?.reason.trim(),
			);

export type Answers = { done: DecisionFieldsFragment[] };

/** How a run ended: all of it was answered, somebody stopped it, or the hub refused it or did not answer. */
export type Ended =
	| { type: "ALL" }
	| { type: "STOPPED" }
	| Exclude<Sent<Answers>, { type: "DONE" }>;

/** Sends the parts of a run from `from` on, one after the other; tells each answer. */
export async function carryOut(
	run: Run,
	from: number,
	send: (batch: Run["batches"][number]) => Promise<Sent<Answers>>,
	told: (answers: DecisionFieldsFragment[], next: number) => void,
	isStopped: () => boolean,
): Promise<Ended> {
	for (let at = from; at < run.batches.length; at++) {
		const batch = run.batches[at];
		if (isStopped()) return { type: "STOPPED" };
		const sent = batch && (await send(batch));
		if (sent?.type !== "DONE") return sent ?? { type: "ALL" };
		told(sent.data.done, at + 1);
	}
	return { type: "ALL" };
}
