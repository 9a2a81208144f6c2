import { BASE_PATH } from "../session/address.ts";
import type { SignedIn } from "../session/states.ts";
import { type AnyDocument, hashOf } from "./fetch-document.ts";
import type { TypedDocumentString } from "./graphql.ts";
import { textOf } from "./text.ts";

/** What came back for a request, before it is believed. `undefined`: nothing did. */
export type Received = { status: number; body: string } | undefined;

/** Longer than the hub takes for anything. */
const PATIENCE_MS = 60_000;
/** What a hub says that was updated since this app was loaded and does not know the document by its hash. */
const UNKNOWN_DOCUMENT = "PERSISTED_QUERY_NOT_FOUND";

async function post(body: object, viewer: SignedIn): Promise<Received> {
	try {
		const response = await fetch(`${BASE_PATH}graphql`, {
			method: "POST",
			headers: {
				accept: "application/graphql-response+json",
				"content-type": "application/json",
				"apollo-require-preflight": "1",
				// The hub refuses it if somebody else has signed in meanwhile, in another tab.
				"throughline-signed-in-as": `${encodeURIComponent(viewer.subject)}@${viewer.center ?? ""}`,
			},
			body: JSON.stringify(body),
			cache: "no-store",
			// The hub leads nowhere else: a redirect is somebody else's sign-in.
			redirect: "manual",
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
		return { status: response.status, body: await response.text() };
	} catch {
		return undefined;
	}
}

/** Sends a change in the name of `viewer`, who must still be signed in. */
export async function postDocument(
	document: AnyDocument,
	variables: object,
	viewer: SignedIn,
): Promise<Received> {
	const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(document) } };
	const received = await post({ extensions, variables }, viewer);
	if (!received?.body.includes(UNKNOWN_DOCUMENT)) return received;
	return post({ query: await textOf(document), variables }, viewer);
}

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

/** Sends a change and says what the hub answered. */
export async function sendDocument<Data, Variables extends object>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	viewer: SignedIn,
): Promise<Sent<Data>> {
	return sentOf(await postDocument(document, variables, viewer));
}
