/** What came back for a request, before it is believed. `undefined`: nothing did. */
export type Received = { status: number; body: string } | undefined;

/** What the hub says to a change. NO_ANSWER: it may have done it or not; sent again with the same key, it does it once. */
export type Sent<Data> =
	| { type: "DONE"; data: Data }
	| { type: "REFUSED"; code: string; message: string }
	| { type: "NO_ANSWER" }
	| { type: "SIGN_IN" };

/** Codes by which the hub says that sending it again would change nothing. */
const REFUSALS = [
	"CONFLICT",
	"FORBIDDEN",
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"GRAPHQL_VALIDATION_FAILED",
];

type Reply = {
	data?: unknown;
	errors?: Array<{ message?: string; extensions?: { code?: string } }>;
};

/** Reads an answer: only the hub's own words in GraphQL count, whatever the status is. */
export function sentOf<Data>(received: Received): Sent<Data> {
	let reply: Reply | null;
	try {
		reply = JSON.parse(received?.body ?? "");
	} catch {
		return { type: "NO_ANSWER" };
	}
	const errors = Array.isArray(reply?.errors) ? reply.errors : [];
	const codeOf = (error: (typeof errors)[number]) => String(error.extensions?.code ?? "");
	if (errors.some((error) => codeOf(error) === "UNAUTHENTICATED")) return { type: "SIGN_IN" };
	const refused = errors.find((error) => REFUSALS.includes(codeOf(error)));
	if (refused)
		return { type: "REFUSED", code: codeOf(refused), message: String(refused.message ?? "") };
	if (errors.length > 0 || typeof reply?.data !== "object" || reply.data === null)
		return { type: "NO_ANSWER" };
	return { type: "DONE", data: reply.data as Data };
}
