import { BASE_PATH } from "../session/address.ts";
import { mayAskAgain } from "../session/session.ts";
import type { SignedIn } from "../session/states.ts";
import { hashOf } from "./fetch-document.ts";
import type { TypedDocumentString } from "./graphql.ts";
import { textOf } from "./text.ts";

/** Why a change was not made, or is not known to have been: UNREACHABLE, or what the hub answered. */
export class NotDone extends Error {
	constructor(
		readonly code: string,
		message = "",
		/** What else the hub says of it. */
		readonly details: Readonly<Record<string, unknown>> = {},
	) {
		super(message);
	}
}

type Reply = {
	data?: unknown;
	errors?: Array<{ message: string; extensions?: Record<string, unknown> & { code?: string } }>;
};

/** Longer than the hub takes for a change. */
const PATIENCE_MS = 130_000;
const UNKNOWN_DOCUMENT = "PERSISTED_QUERY_NOT_FOUND";

async function post(body: object, viewer: SignedIn): Promise<Reply> {
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
		return (await response.json()) as Reply;
	} catch {
		throw new NotDone("UNREACHABLE");
	}
}

/** Asks the hub for a change in the name of who is signed in, once. Throws NotDone. */
export async function mutate<Data, Variables extends object>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	viewer: SignedIn,
): Promise<Data> {
	const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(document) } };
	let reply = await post({ extensions, variables }, viewer);
	// The hub was updated since this page was loaded and does not know the document by its hash.
	if (reply.errors?.some((error) => error.extensions?.code === UNKNOWN_DOCUMENT))
		reply = await post({ query: await textOf(document), variables }, viewer);
	const [error] = reply.errors ?? [];
	if (error) {
		const { code = "", ...details } = error.extensions ?? {};
		// Says so above the page, with the way to sign in again.
		if (code === "UNAUTHENTICATED") await mayAskAgain();
		throw new NotDone(code, error.message, details);
	}
	if (!reply.data) throw new NotDone("UNREACHABLE");
	return reply.data as Data;
}
