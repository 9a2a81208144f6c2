import { BASE_PATH } from "../session/address.ts";
import type { SignedIn } from "../session/states.ts";
import { type AnyDocument, hashOf } from "./fetch-document.ts";
import type { TypedDocumentString } from "./graphql.ts";
import { type Received, type Sent, sentOf } from "./sent.ts";
import { textOf } from "./text.ts";

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

/** Sends a change and says what the hub answered. */
export async function sendDocument<Data, Variables extends object>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	viewer: SignedIn,
): Promise<Sent<Data>> {
	return sentOf(await postDocument(document, variables, viewer));
}
