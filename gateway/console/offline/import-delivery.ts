import { ImportPartDocument } from "../graphql/graphql.ts";
import { postDocument } from "../graphql/send-document.ts";
import { subscribeToSession } from "../session/session.ts";
import type { SignedIn } from "../session/states.ts";
import { waitAfter } from "./backoff.ts";
import type { PartAnswer, partOf } from "./import-file.ts";
import type { Failure, Twin } from "./item.ts";
import { answerOf } from "./reply.ts";

/** The hub will not take it, however often it is sent; the message is the hub's. */
export class Refused extends Error {}

/** A manufacturer that rows name, and what an import would do with it. */
export type NamedManufacturer = {
	name: string;
	city: string | null;
	state: string | null;
	match: "MATCHES" | "NEW" | "LIKELY_TWIN";
	candidates: Twin[];
};

export type Part = ReturnType<typeof partOf> & {
	batchId?: string;
	part?: number;
	dryRun?: boolean;
};
type Answer = PartAnswer & { manufacturers: NamedManufacturer[] };

/** Waits until it is time to send again: after `ms`, or when the network or the session has changed. */
function pause(ms: number, stop: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const end = () => {
			clearTimeout(timer);
			removeEventListener("online", end);
			leave();
			stop.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, ms);
		const leave = subscribeToSession(end);
		addEventListener("online", end);
		stop.addEventListener("abort", end);
	});
}

const isAnswer = (answer: Record<string, unknown>, rows: number) =>
	Array.isArray(answer.failures) &&
	Array.isArray(answer.outcomes) &&
	answer.outcomes.length === rows;

/**
 * Sends a part of an import until the hub has answered to it, and says meanwhile why it waits. Throws Refused, or the
 * reason of `stop`.
 */
export async function deliver(
	viewer: SignedIn,
	part: Part,
	{
		manufacturers,
		stop,
		onWait,
	}: {
		manufacturers: boolean;
		stop: AbortSignal;
		onWait: (failure: Failure | undefined) => void;
	},
): Promise<Answer> {
	for (let attempts = 0; ; attempts++) {
		stop.throwIfAborted();
		const read = answerOf(
			await postDocument(ImportPartDocument, { input: part, manufacturers }, viewer),
		);
		stop.throwIfAborted();
		if ("refusal" in read) throw new Refused(read.refusal);
		if ("answer" in read && isAnswer(read.answer, part.rows.length)) {
			onWait(undefined);
			return { manufacturers: [], ...(read.answer as PartAnswer) };
		}
		onWait("failure" in read ? read.failure : "NOT_THE_HUB");
		await pause(waitAfter(attempts, Math.random()), stop);
	}
}
