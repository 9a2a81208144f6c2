import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { hashOf } from "../../graphql/fetch-document.ts";
import { OutcomesToVerifyDocument, ReviewOutcomesDocument } from "../../graphql/graphql.ts";
import { mutate } from "../../graphql/mutate.ts";
import { periodOf } from "../../parts/engagement-words.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import type { ToVerify } from "./explain.ts";

/** What the program office can decide. */
export type Decision = "VERIFIED" | "DISPUTED" | "WITHDRAWN";

/** One that was not changed, and why in the hub's words. */
type Failed = { id: string; name: string; message: string };

type Result = { decision: Decision; done: number; failed: Failed[] };

/** Decides on several outcomes at once; those that fail are told one by one. */
export function useReview(viewer: SignedIn) {
	const t = useWords();
	const client = useQueryClient();
	const [isSending, setSending] = useState(false);
	const [error, setError] = useState<Error | null>(null);
	const [result, setResult] = useState<Result>();
	// The same decision that is sent again has the same key, until the hub has answered it.
	const sent = useRef({ content: "", key: "" });

	/** The ids of those that were changed; undefined where nobody knows. */
	async function review(
		outcomes: readonly ToVerify[],
		decision: Decision,
		reason: string,
	): Promise<string[] | undefined> {
		const records = outcomes.map(({ id, revision }) => ({ id, revision }));
		const content = JSON.stringify([records, decision, reason]);
		if (sent.current.content !== content) sent.current = { content, key: crypto.randomUUID() };
		setSending(true);
		setError(null);
		setResult(undefined);
		const variables = { records, verification: decision, reason, key: sent.current.key };
		const answers = await mutate(ReviewOutcomesDocument, variables, viewer).catch((fault) => {
			setError(fault);
			return undefined;
		});
		setSending(false);
		if (!answers) return undefined;
		sent.current = { content: "", key: "" };
		const names = new Map(
			outcomes.map(({ id, sme, windowStart, windowEnd }) => [
				id,
				[sme.name, periodOf(t, windowStart, windowEnd)].filter(Boolean).join(", "),
			]),
		);
		const failed = answers.done.flatMap(({ outcomeId: id, refusal }) =>
			refusal ? [{ id, name: names.get(id) ?? id, message: refusal.message }] : [],
		);
		const done = answers.done.flatMap(({ outcome }) => (outcome ? [outcome.id] : []));
		setResult({ decision, done: done.length, failed });
		await client.invalidateQueries({ queryKey: [hashOf(OutcomesToVerifyDocument)] });
		return done;
	}
	return { isSending, error, result, review };
}
