import { BASE_PATH } from "../session/address.ts";
import { mayAskAgain } from "../session/session.ts";
import type { TypedDocumentString } from "./graphql.ts";

/** What was not answered, and by which part of the hub. */
export type Fault = {
	/** In the hub's own words. */
	message: string;
	code?: string;
	/** The subgraph that did not answer, if it was one. */
	part?: string;
};

/** An answer, of which parts may be missing. */
export type Answer<Data> = { data: Data; faults: Fault[] };

/** Thrown if there is no answer at all. */
export class NoAnswer extends Error {
	constructor(readonly faults: Fault[]) {
		super(faults[0]?.message ?? "");
	}
}

type Reply = {
	data?: unknown;
	errors?: Array<{
		message: string;
		extensions?: { code?: string; subgraph?: string; service?: string };
	}>;
};

/** Longer addresses may be refused on the way. */
const MOST_CHARACTERS = 6000;

const UNAUTHENTICATED = 401;

/** A document of any data and variables. */
export type AnyDocument = Pick<TypedDocumentString<unknown, never>, "__meta__">;

/** The hash of a document, by which the hub knows it. */
export function hashOf(document: AnyDocument): string {
	return String(document.__meta__?.hash);
}

function requestOf(hash: string, variables: object): Parameters<typeof fetch> {
	const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } });
	const fields = new URLSearchParams({ extensions });
	if (Object.keys(variables).length > 0) fields.set("variables", JSON.stringify(variables));
	const url = `${BASE_PATH}graphql`;
	const headers = {
		accept: "application/graphql-response+json",
		// Proof that this is a page of the hub, without which a session does not count.
		"apollo-require-preflight": "1",
	};
	if (String(fields).length < MOST_CHARACTERS) return [`${url}?${fields}`, { headers }];
	const body = JSON.stringify({ extensions: JSON.parse(extensions), variables });
	const type = { "content-type": "application/json" };
	return [url, { method: "POST", headers: { ...headers, ...type }, body }];
}

/** Asks the hub by a document's hash, so that what is public can be cached on the way. Throws NoAnswer. */
export async function fetchDocument<Data, Variables extends object>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	signal: AbortSignal,
): Promise<Answer<Data>> {
	const [url, init] = requestOf(hashOf(document), variables);
	let reply: Reply;
	try {
		let response = await fetch(url, { ...init, signal });
		// The session has ended: a page that was only just opened goes on as the public.
		if (response.status === UNAUTHENTICATED && (await mayAskAgain()))
			response = await fetch(url, { ...init, signal });
		reply = await response.json();
	} catch (error) {
		if (signal.aborted) throw error;
		throw new NoAnswer([{ message: "", code: "UNREACHABLE" }]);
	}
	const faults = (reply.errors ?? []).map(({ message, extensions }) => ({
		message,
		code: extensions?.code,
		part: extensions?.subgraph ?? extensions?.service,
	}));
	if (reply.data === null || reply.data === undefined) throw new NoAnswer(faults);
	return { data: reply.data as Data, faults };
}
