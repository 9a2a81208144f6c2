import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../../support/hub.ts";
import { STAFF } from "../../support/viewers.ts";

const CLIENTS = 8;
/** How many of the last keys are sent once more at the end. */
const SENT_AGAIN = 500;
const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
const ALL =
	"query($by: [String!], $after: String) { engagements(where: { loggedBy: $by }, first: 200, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }";

/** Codes of answers that a client may send the same again after. */
const AGAIN = ["UNAVAILABLE", "RATE_LIMITED"];
/** A client may send the same again after it, too, but it is a fault of the hub's. */
const FAULT = "INTERNAL_SERVER_ERROR";

type Headers = Record<string, string>;
/** How often each code of error was answered. */
export type Codes = Record<string, number>;

/** The data of the first answer that has some; asks again for as long as the hub cannot answer. Throws where it refuses. */
async function answered<T>(
	url: string,
	query: string,
	variables: object,
	headers: Headers,
	codes: Codes = {},
	isGivenUp = () => false,
): Promise<T | undefined> {
	while (!isGivenUp()) {
		const answer = await ask({ url }, query, variables, headers).catch(() => undefined);
		for (const { message, extensions } of answer?.body.errors ?? []) {
			const { code = "" } = extensions;
			codes[code] = (codes[code] ?? 0) + 1;
			if (code === FAULT) process.stderr.write(`${JSON.stringify(answer?.body.errors)}\n`);
			else if (!AGAIN.includes(code)) throw new Error(`${code}: ${message}`);
		}
		const data = answer?.body.data as Record<string, unknown> | null | undefined;
		if (data && Object.values(data).every((value) => value !== null)) return data as T;
		await sleep(50);
	}
	return undefined;
}

/** Clients that log engagements, and send each again until it is acknowledged. */
export function startClients(url: string, headers: Headers) {
	/** The id that each key was acknowledged with. */
	const acknowledged = new Map<string, string>();
	const codes: Codes = {};
	let failure: Error | undefined;
	let isOver = false;
	let isGivenUp = false;
	let last = Date.now();
	async function log(key: string): Promise<string | undefined> {
		const input = {
			...{ clientMutationId: key, smeId: "sme_windham-castings-ga" },
			...{ kind: "EVENT", startedOn: "2024-05-06" },
		};
		type Logged = { logEngagement: { id: string } };
		const logged = await answered<Logged>(url, LOG, { input }, headers, codes, () => isGivenUp);
		return logged?.logEngagement.id;
	}
	async function client(name: number): Promise<void> {
		for (let at = 0; !isOver; at++) {
			const key = `kill-${name}-${at}`;
			const id = await log(key);
			if (id) acknowledged.set(key, id);
			last = Date.now();
		}
	}
	const clients = Array.from({ length: CLIENTS }, (_, name) =>
		client(name).catch((error: Error) => {
			failure = error;
		}),
	);
	return {
		acknowledged,
		codes,
		/** When something was last acknowledged. Throws what a client was refused. */
		lastAt(): number {
			if (failure) throw failure;
			return last;
		},
		giveUp(): void {
			isOver = true;
			isGivenUp = true;
		},
		/** Ends when all that was sent is acknowledged; how many keys are now answered with another id than then. */
		async end(): Promise<number> {
			isOver = true;
			await Promise.all(clients);
			if (failure) throw failure;
			let changed = 0;
			for (const [key, id] of [...acknowledged].slice(-SENT_AGAIN))
				if ((await log(key)) !== id) changed++;
			return changed;
		},
	};
}

/** The ids of all engagements that the clients have logged. */
export async function idsAt(url: string, headers: Headers): Promise<Set<string>> {
	type Page = {
		nodes: Array<{ id: string }>;
		pageInfo: { hasNextPage: boolean; endCursor: string | null };
	};
	const ids = new Set<string>();
	let after: string | null = null;
	for (;;) {
		const page: { engagements: Page } | undefined = await answered(
			url,
			ALL,
			{ by: [STAFF.subject], after },
			headers,
		);
		for (const { id } of page?.engagements.nodes ?? []) ids.add(id);
		if (!page?.engagements.pageInfo.hasNextPage) return ids;
		after = page.engagements.pageInfo.endCursor;
	}
}
