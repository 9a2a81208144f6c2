import { mayAskAgain } from "../session/session.ts";
import type { SignedIn } from "../session/states.ts";
import type { TypedDocumentString } from "./graphql.ts";
import { postDocument } from "./send-document.ts";

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

/** Asks the hub for a change in the name of who is signed in, once. Throws NotDone. */
export async function mutate<Data, Variables extends object>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	viewer: SignedIn,
): Promise<Data> {
	const received = await postDocument(document, variables, viewer);
	let reply: Reply;
	try {
		reply = JSON.parse(received?.body ?? "");
	} catch {
		throw new NotDone("UNREACHABLE");
	}
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
