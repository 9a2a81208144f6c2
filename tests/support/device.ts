import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
	OutboxAmendDocument,
	OutboxDiscardDocument,
	OutboxLogDocument,
	OutboxRegisterDocument,
	OutboxSubmitDocument,
	OutboxWithdrawDocument,
} from "../../gateway/console/graphql/graphql.ts";
import type { Received } from "../../gateway/console/graphql/sent.ts";
import type { Operation, Step } from "../../gateway/console/offline/item.ts";
import { outcomeOf } from "../../gateway/console/offline/reply.ts";
import { type Sending, type Store, sendDue } from "../../gateway/console/offline/send.ts";
import { ROOT } from "./paths.ts";

const TEXTS: Record<string, string> = JSON.parse(
	readFileSync(join(ROOT, "gateway/console/graphql/persisted-documents.json"), "utf8"),
);
const DOCUMENTS: Record<Operation, { __meta__?: { hash?: string } }> = {
	register: OutboxRegisterDocument,
	log: OutboxLogDocument,
	amend: OutboxAmendDocument,
	submit: OutboxSubmitDocument,
	withdraw: OutboxWithdrawDocument,
	discard: OutboxDiscardDocument,
};

/** What becomes of a request on its way. */
export const FATES = [
	...["ARRIVES", "ARRIVES", "ARRIVES", "CUT", "ANSWER_LOST", "ANSWER_HALF", "TWICE"],
	...["PORTAL", "REDIRECTED", "PROXY", "KILLED_BEFORE", "KILLED_AFTER", "EXPIRED"],
] as const;
export type Fate = (typeof FATES)[number];

/** The tab is gone: nothing after it runs. */
class Killed extends Error {}

/** Sends the steps of a tab to a hub, each with the next fate; ARRIVES when there are none left. */
export function roughSend(url: string, token: string, fates: Fate[]) {
	async function post({ operation, variables }: Step): Promise<Received> {
		const query = TEXTS[String(DOCUMENTS[operation].__meta__?.hash)];
		const response = await fetch(`${url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
			body: JSON.stringify({ query, variables }),
		});
		return { status: response.status, body: await response.text() };
	}

	async function received(step: Step): Promise<Received> {
		switch (fates.shift()) {
			case "CUT":
				return undefined;
			case "PORTAL":
				return { status: 200, body: "<!doctype html><h1>Accept the terms of this network</h1>" };
			case "REDIRECTED":
				return { status: 0, body: "" };
			case "PROXY":
				return { status: 502, body: "<h1>Bad gateway</h1>" };
			case "EXPIRED":
				return {
					status: 401,
					body: '{"errors":[{"message":"Your session has ended","extensions":{"code":"UNAUTHENTICATED"}}]}',
				};
			case "KILLED_BEFORE":
				throw new Killed();
			case "KILLED_AFTER":
				await post(step);
				throw new Killed();
			case "ANSWER_LOST":
				await post(step);
				return undefined;
			case "ANSWER_HALF": {
				const whole = await post(step);
				return whole && { ...whole, body: whole.body.slice(0, whole.body.length / 2) };
			}
			case "TWICE": {
				const [first] = await Promise.all([post(step), post(step)]);
				return first;
			}
			default:
				return post(step);
		}
	}
	return async (step: Step) => outcomeOf(step.operation, await received(step));
}

/** One pass of a tab over its outbox, which may end in the middle. */
export async function pass(store: Store, owner: string, send: Sending["send"]): Promise<void> {
	const steady = { now: Date.now, random: () => 0.5, isStill: () => true, isAtOnce: true };
	await sendDue({ store, owner, send, ...steady }).catch((error) => {
		if (!(error instanceof Killed)) throw error;
	});
}
