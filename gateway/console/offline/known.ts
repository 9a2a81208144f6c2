import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { fetchDocument, NoAnswer } from "../graphql/fetch-document.ts";
import type { TypedDocumentString } from "../graphql/graphql.ts";
import { device } from "./device.ts";

/** What the hub answered; `keptAt`: when, if it is an earlier answer because there is no signal. */
export type Kept<Data> = { data: Data; keptAt?: number };

async function remember(owner: string, name: string, value: unknown): Promise<void> {
	try {
		await (await device()).put("known", { owner, name, value, at: Date.now() });
	} catch {
		// Shown now all the same; the outbox says where nothing can be kept.
	}
}

async function recall<Data>(owner: string, name: string): Promise<Kept<Data> | undefined> {
	try {
		const known = await (await device()).get("known", [owner, name]);
		return known && { data: known.value as Data, keptAt: known.at };
	} catch {
		return undefined;
	}
}

/** Asks the hub and keeps the answer; without signal, what it answered last. */
async function askOrRecall<Data, Variables extends object>(
	owner: string,
	name: string,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	signal: AbortSignal,
): Promise<Kept<Data>> {
	try {
		const { data } = await fetchDocument(document, variables, signal);
		await remember(owner, name, data);
		return { data };
	} catch (error) {
		const kept = await recall<Data>(owner, name);
		if (kept && error instanceof NoAnswer) return kept;
		throw error;
	}
}

/** How to ask the hub something that is also shown without signal, as it was answered last. */
export function askKept<Data, Variables extends object>(
	owner: string,
	name: string,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
) {
	return queryOptions({
		queryKey: ["kept", owner, name, variables],
		// Without signal what is known is shown at once.
		networkMode: "always",
		queryFn: ({ signal }) => askOrRecall(owner, name, document, variables, signal),
	});
}

/** The same page by page; without signal there is the first page. The document has the variable `after`. */
export function askKeptPages<Data, Variables extends { after?: string | null }>(
	owner: string,
	name: string,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	pageInfoOf: (data: Data) => { hasNextPage: boolean; endCursor?: string | null },
) {
	return infiniteQueryOptions({
		queryKey: ["kept", owner, name, "pages", variables],
		networkMode: "always",
		initialPageParam: "",
		queryFn: ({ signal, pageParam: after }): Promise<Kept<Data>> =>
			after
				? fetchDocument(document, { ...variables, after }, signal)
				: askOrRecall(owner, name, document, variables, signal),
		getNextPageParam({ data, keptAt }) {
			const { hasNextPage, endCursor } = pageInfoOf(data);
			return hasNextPage && keptAt === undefined ? endCursor : undefined;
		},
	});
}

/** A value of this device's own, such as what was chosen last. */
export const rememberOwn = remember;
export const recallOwn = async <Value>(owner: string, name: string): Promise<Value | undefined> =>
	(await recall<Value>(owner, name))?.data;

const DRAFT = "draft ";
/** The name under which what is typed into a form is kept. */
export const draftName = (form: string) => DRAFT + form;

/** What somebody has typed into forms on this device and neither sent nor dropped, by form. */
export async function draftsOf(owner: string): Promise<Array<{ form: string; typed: unknown }>> {
	const kept = await (await device()).getAllFromIndex("known", "owner", owner);
	return kept
		.filter(({ name, value }) => name.startsWith(DRAFT) && value !== null)
		.map(({ name, value }) => ({ form: name.slice(DRAFT.length), typed: value }));
}
