import { REFUSALS } from "../../graphql/refusals.ts";

/** What the hub says to a change. NO_ANSWER: it may have done it or not; sent again with the same key, it does it once. */
export type Sent<Data> =
	| { type: "DONE"; data: Data }
	| { type: "REFUSED"; code: string; message: string }
	| { type: "NO_ANSWER" }
	| { type: "SIGN_IN" };

/** What a change that was not done means; `error` is a NotDone, or says nothing of the hub. */
export function sentOf(error: { code?: string; message?: string } | undefined): Sent<never> {
	const { code = "", message = "" } = error ?? {};
	if (code === "UNAUTHENTICATED") return { type: "SIGN_IN" };
	return REFUSALS.includes(code) ? { type: "REFUSED", code, message } : { type: "NO_ANSWER" };
}
