import { hashOf } from "../graphql/fetch-document.ts";
import {
	OutboxAmendDocument,
	OutboxDiscardDocument,
	OutboxLogDocument,
	OutboxRegisterDocument,
	OutboxSubmitDocument,
	OutboxWithdrawDocument,
} from "../graphql/graphql.ts";
import { textOf } from "../graphql/text.ts";
import { BASE_PATH } from "../session/address.ts";
import type { SignedIn } from "../session/states.ts";
import type { Step } from "./item.ts";
import { type Outcome, outcomeOf, type Received } from "./reply.ts";

const DOCUMENTS = {
	register: OutboxRegisterDocument,
	log: OutboxLogDocument,
	amend: OutboxAmendDocument,
	submit: OutboxSubmitDocument,
	withdraw: OutboxWithdrawDocument,
	discard: OutboxDiscardDocument,
} as const;

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

/** Sends a step in the name of who is signed in, and says what the hub answered. */
export function sendAs(viewer: SignedIn): (step: Step) => Promise<Outcome> {
	return async ({ operation, variables }) => {
		const document = DOCUMENTS[operation];
		const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(document) } };
		let received = await post({ extensions, variables }, viewer);
		if (received?.body.includes(UNKNOWN_DOCUMENT))
			received = await post({ query: await textOf(document), variables }, viewer);
		return outcomeOf(operation, received);
	};
}
