import { gql } from "@apollo/client";
import { ONE, type OneInstitute, PAGE } from "./documents.ts";
import { apolloClient, urqlClient } from "./make.ts";

/** Runs in a browser: one page of a list, then one record by its query hash. */
async function sha256(text: string): Promise<string> {
	const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const options = (url: string, method: "GET" | "POST") => ({
	url,
	fetch: globalThis.fetch.bind(globalThis),
	method,
	persisted: true,
	sha256,
});
const ASKED = { id: "mxd" };

Object.assign(globalThis, {
	async apollo(url: string, method: "GET" | "POST") {
		const client = apolloClient(options(url, method));
		await client.query({ query: gql(PAGE), variables: { first: 8 } });
		const { data } = await client.query<OneInstitute>({ query: gql(ONE), variables: ASKED });
		return data?.institute.name;
	},
	async urql(url: string, method: "GET" | "POST") {
		const client = urqlClient(options(url, method));
		const page = await client.query(PAGE, { first: 8 }).toPromise();
		const { data, error } = await client.query<OneInstitute>(ONE, ASKED).toPromise();
		return page.error?.message ?? error?.message ?? data?.institute.name;
	},
	/** The status of a request, or why the browser blocked it. */
	async outcome(url: string, init: RequestInit = {}) {
		return fetch(url, init).then(
			async (response) => `${response.status} ${(await response.text()).length > 0}`,
			(error: Error) => error.message,
		);
	},
});
